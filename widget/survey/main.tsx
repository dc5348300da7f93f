/** The survey UI: loaded only when a survey is due. */
import { render } from 'preact'
import type { Opening } from '../seam.ts'
import { parts } from './parts.ts'
import { createRun } from './run.ts'
import css from './survey.css?inline'
import { Survey } from './survey.tsx'

export * from './kernel.ts'

/** Long enough to read the thanks and to take the answer back. */
const restMs = 10_000

/** Shows a survey; answers how to take it away without counting a dismissal. */
export function open(opening: Opening): (() => void) | undefined {
  const host = document.createElement('earshot-survey')
  const root = host.attachShadow({ mode: 'open' })
  // A constructed sheet needs no style-src grant; a style element would.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css + parts.css)
  root.adoptedStyleSheets = [sheet]

  const run = createRun(opening, root, draw, leave)
  const left = new AbortController()
  const { signal } = left
  const placed = parts.place?.(host, opening, shown, signal)
  if (placed === false) return
  let live = false
  let timer: ReturnType<typeof setInterval> | undefined
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)
  const focus = () => find('section')?.focus({ preventScroll: true })

  function draw() {
    const focused = root.activeElement
    render(<Survey run={run} live={live} />, root)
    // What was focused is gone or disabled, as the button is once all is said: focus stays in the dialog.
    if (focused && (!focused.isConnected || focused.matches(':disabled'))) focus()
    if (run.phase === 'thanks') timer ??= setInterval(goOrRest, restMs)
  }

  /** The thanks go by themselves, unless somebody's pointer or keyboard is on them. A tap leaves `hover` behind on touch screens. */
  function goOrRest() {
    const hovered = matchMedia('(hover: hover)').matches && find('section:hover')
    if (!hovered && !find(':focus-visible')) leave()
  }

  /** Where focus was before it came here. */
  let before = document.activeElement
  root.addEventListener('focusin', (event) => {
    const from = (event as FocusEvent).relatedTarget as Element | null
    if (from && !root.contains(from)) before = from
  })
  function onKey(event: Event) {
    // From the page only where nobody is at work: no field, no menu of the shop's.
    const ours = root.activeElement || (document.activeElement === document.body && !event.defaultPrevented)
    const { key, isComposing, type } = event as KeyboardEvent
    if (type === 'keydown' && key === 'Escape' && !isComposing && ours) run.close()
    // What is typed here is nobody else's: a shop's single-key shortcuts must not fire.
    if (event.currentTarget === root) event.stopPropagation()
  }
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, onKey)
  document.addEventListener('keydown', onKey, { signal })

  /** A sheet at the bottom of a phone stands on the keyboard, which covers part of the page. */
  const view = window.visualViewport
  const lift = () => host.style.setProperty('--keyboard', `${view && innerHeight - view.height - view.offsetTop}px`)
  view?.addEventListener('resize', lift, { signal })

  function leave() {
    if (signal.aborted) return
    left.abort()
    clearInterval(timer)
    if (root.activeElement) (before as HTMLElement | null)?.focus?.({ preventScroll: true })
    opening.tell('closed')
    host.remove()
  }

  /** Half-finished, it was counted before. */
  function shown() {
    if (run.resumed) return
    run.count('shown')
    opening.tell('shown')
  }

  draw()
  // Drawn in one task, shown in the next frame: neither holds up the page as long as both would. After that frame: nothing that can wait
  // stands before a shopper's eyes, and a live region speaks only of what changes.
  requestAnimationFrame(() => {
    if (signal.aborted) return
    if (!placed) document.body.append(host)
    if (opening.focus) focus()
    setTimeout(() => {
      live = true
      draw()
      if (!placed) shown()
    })
  })
  return () => run.close(true)
}
