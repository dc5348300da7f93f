/** The survey UI: loaded only when a survey is due. */
import { render } from 'preact'
import type { Opening } from '../seam.ts'
import { Run } from './run.ts'
import css from './survey.css?inline'
import { Survey } from './survey.tsx'

const restMs = 5000

/** Shows a survey above the page; answers how to take it away without counting a dismissal. */
export function open(opening: Opening): () => void {
  const host = document.createElement('earshot-survey')
  const root = host.attachShadow({ mode: 'open' })
  // A constructed sheet needs no style-src grant; a style element would.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]

  const run = new Run(opening, draw, leave)
  let live = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)
  const focus = () => find('section')?.focus({ preventScroll: true })

  function draw() {
    const focused = root.activeElement
    render(<Survey run={run} live={live} />, root)
    // What was focused is gone or disabled, as the button is once all is said: focus stays in the dialog.
    if (focused && (!focused.isConnected || focused.matches(':disabled'))) focus()
    if (run.phase === 'thanks') timer ??= setTimeout(goOrRest, restMs)
  }

  /** The thanks go by themselves, unless somebody's pointer or keyboard is on them. A tap leaves `hover` behind on touch screens. */
  function goOrRest() {
    const hovered = matchMedia('(hover: hover)').matches && find('section:hover')
    if (hovered || find(':focus-visible')) timer = setTimeout(goOrRest, restMs)
    else leave()
  }

  /** Where focus was before it came here. */
  let before = document.activeElement
  root.addEventListener('focusin', (event) => {
    const from = (event as FocusEvent).relatedTarget
    if (from instanceof Element && !root.contains(from)) before = from
  })
  const onEscape = (event: KeyboardEvent) => {
    // From the page only where nobody is at work: no field, no menu of the shop's.
    const ours = root.activeElement || (document.activeElement === document.body && !event.defaultPrevented)
    if (event.key === 'Escape' && !event.isComposing && ours) run.close()
  }
  document.addEventListener('keydown', onEscape)
  root.addEventListener('keydown', (event) => onEscape(event as KeyboardEvent))
  // What is typed here is nobody else's: a shop's single-key shortcuts must not fire.
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, (event) => event.stopPropagation())

  let gone = false
  async function leave() {
    if (gone) return
    gone = true
    clearTimeout(timer)
    document.removeEventListener('keydown', onEscape)
    if (root.activeElement) (before as HTMLElement | null)?.focus?.({ preventScroll: true })
    opening.tell('closed')
    await find('section')?.animate({ opacity: 0 }, 200).finished
    host.remove()
  }

  document.body.append(host)
  draw()
  if (opening.focus) focus()
  opening.tell('shown')
  requestAnimationFrame(() => {
    live = true
    draw()
  })
  return leave
}
