import { signal, useComputed } from '@preact/signals'
import type { ComponentChildren, TargetedPointerEvent } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'

/** The one tip that is open; a second one would only cover things. */
const open = signal('')
const gap = 6

export interface TipParts {
  /** For the element around both, which needs to be the control's whole place: pointing at the tip itself keeps it open. */
  host: {
    onPointerEnter: (event: TargetedPointerEvent<HTMLElement>) => void
    onPointerLeave: (event: TargetedPointerEvent<HTMLElement>) => void
  }
  control: {
    'aria-describedby': string | undefined
    onFocus: () => void
    onBlur: () => void
  }
  show: () => void
  tip: ComponentChildren
}

/** What is said of a control by hover, focus or a tap. Escape and a tap elsewhere put it away. */
export function useTip(words: () => ComponentChildren): TipParts {
  const id = useId()
  const isOpen = useComputed(() => open.value === id).value
  const show = () => {
    open.value = id
  }
  const away = () => {
    if (open.value === id) open.value = ''
  }
  useEffect(() => away, [])
  return {
    host: {
      // A finger has no hover: its tap comes as a click.
      onPointerEnter: (event) => event.pointerType !== 'touch' && show(),
      onPointerLeave: (event) => event.pointerType !== 'touch' && !event.currentTarget.querySelector(':focus-visible') && away(),
    },
    control: {
      'aria-describedby': isOpen ? id : undefined,
      onFocus: show,
      onBlur: away,
    },
    show,
    tip: isOpen && (
      <Tip id={id} away={away}>
        {words()}
      </Tip>
    ),
  }
}

/** Words beside the element they stand in, above everything else. */
export function Tip({ id, away, children }: { id: string; away: () => void; children: ComponentChildren }) {
  const tip = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const element = tip.current
    const host = element?.parentElement
    if (!element || !host) return
    element.showPopover()
    const settle = () => putBeside(element, host)
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && away()
    const onPress = (event: PointerEvent) => event.target instanceof Node && !host.contains(event.target) && away()
    settle()
    // Captured: before what else Escape may close, and where scrolling boxes keep their events to themselves.
    addEventListener('scroll', settle, { capture: true, passive: true })
    addEventListener('keydown', onKey, true)
    addEventListener('pointerdown', onPress, true)
    return () => {
      removeEventListener('scroll', settle, { capture: true })
      removeEventListener('keydown', onKey, true)
      removeEventListener('pointerdown', onPress, true)
    }
  }, [])
  return (
    <span role="tooltip" popover="manual" id={id} ref={tip}>
      {children}
    </span>
  )
}

/** Beneath the control, or above it where there is no room: never on it, and within the window. */
function putBeside(tip: HTMLElement, host: HTMLElement): void {
  const control = host.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const below = control.bottom + gap
  const above = control.top - gap - height
  const isAbove = below + height > innerHeight - gap && above >= gap
  tip.style.left = `${Math.max(gap, Math.min(control.left, document.documentElement.clientWidth - width - gap))}px`
  tip.style.top = `${isAbove ? above : below}px`
}
