import { signal, useComputed } from '@preact/signals'
import type { ComponentChildren, TargetedPointerEvent } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { type Meaning, place } from '../models/meaning.ts'
import { useScope } from './scope.ts'

/** The one definition that is open; a second one would only cover things. */
const open = signal('')
const gap = 6

interface Definition {
  /** For the element around both, which needs to be the number's whole place: pointing at the definition itself keeps it open. */
  host: {
    onPointerEnter: (event: TargetedPointerEvent<HTMLElement>) => void
    onPointerLeave: (event: TargetedPointerEvent<HTMLElement>) => void
  }
  /** For the control with the number. */
  control: {
    'aria-describedby': string | undefined
    onFocus: () => void
    onBlur: () => void
  }
  show: () => void
  tip: ComponentChildren
}

/**
 * The number behind a number, by hover, focus or a tap: formula, numerator and denominator, days, zone and filters.
 * Escape and a tap elsewhere put it away. `days` where the number isn't of the screen's own.
 */
export function useDefinition(meaning: Meaning, days?: { from: string; to: string }): Definition {
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
    tip: isOpen && <Told {...{ id, meaning, days, away }} />,
  }
}

interface ToldProps {
  id: string
  meaning: Meaning
  days: { from: string; to: string } | undefined
  /** Asked for by Escape and by a tap elsewhere. */
  away: () => void
}

/** The definition itself, beside the element it stands in. */
export function Told({ id, meaning, days, away }: ToldProps) {
  const scope = useScope()
  return (
    <Tip id={id} away={away}>
      <span>{meaning.formula}</span> <b class="num">{meaning.numbers}</b>{' '}
      <span class="soft">
        {meaning.note} {place(scope, days)}
      </span>
    </Tip>
  )
}

function Tip({ id, away, children }: { id: string; away: () => void; children: ComponentChildren }) {
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

/** Beneath the number, or above it where there is no room: never on it, and within the window. */
function putBeside(tip: HTMLElement, host: HTMLElement): void {
  const number = host.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const below = number.bottom + gap
  const above = number.top - gap - height
  const isAbove = below + height > innerHeight - gap && above >= gap
  tip.style.left = `${Math.max(gap, Math.min(number.left, document.documentElement.clientWidth - width - gap))}px`
  tip.style.top = `${isAbove ? above : below}px`
}
