import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type Filters, presets, unfiltered } from './filters.ts'

/** Every key with what it does, as the sheet lists them. */
export const shortcuts = [
  { keys: ['1', '2', '3', '4'], does: 'Last 7, 30, 90 days, last year' },
  { keys: ['c'], does: 'Compare with the period before, the year before, nothing' },
  { keys: ['0'], does: 'Clear all filters' },
  { keys: ['/'], does: 'Search what they wrote' },
  { keys: ['j', 'k'], does: 'Next response, the one before' },
  { keys: ['t'], does: 'Tag the response, or all that are selected' },
  { keys: ['x', 'X'], does: 'Select the response, or all up to it' },
  { keys: ['Escape'], does: 'Select nothing' },
  { keys: ['s', 'a'], does: 'In the inbox: the status, whose it is' },
  { keys: ['r'], does: 'In the inbox: reply to the shopper' },
  { keys: ['w', 'z'], does: 'In the inbox: write a note, undo the last status' },
  { keys: ['y', 'n'], does: 'Reviewing a tag: it belongs, it doesn’t' },
  { keys: ['?'], does: 'This sheet' },
] as const
export type Key = (typeof shortcuts)[number]['keys'][number]
type Actions = Partial<Record<Key, () => void>>

const stored = 'earshot-keys'

/** Single keys can be hit by accident, or by a voice: whoever wants none turns them off (WCAG 2.1.4). */
export const areKeysOn = signal(read())

export function turnKeys(on: boolean): void {
  areKeysOn.value = on
  try {
    localStorage.setItem(stored, on ? 'on' : 'off')
  } catch {
    // Storage may be blocked; the choice then lasts as long as the page.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(stored) !== 'off'
  } catch {
    return true
  }
}

/** While the component is there, each key does its action; not while somebody types, nor behind a dialog. */
export function useShortcuts(actions: Actions): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = isForUs(event) && new Map<string, () => void>(Object.entries(latest.current)).get(event.key)
      if (!action) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

/** Nothing is typed into a box that is ticked. */
const typedInto = 'input:not([type="checkbox"], [type="radio"]), select, textarea'

function isForUs({ target, defaultPrevented, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  const isElsewhere = defaultPrevented || ctrlKey || metaKey || altKey || isComposing
  if (isElsewhere || !areKeysOn.value || document.querySelector('dialog[open]')) return false
  return !(target instanceof HTMLElement && (target.isContentEditable || target.matches(typedInto)))
}

/** What the keys do to a screen with filters. */
export function filterKeys({ compare }: Filters, change: (change: Partial<Filters>) => void): Actions {
  const next = { previous: 'year', year: null, none: 'previous' } as const
  const period = (i: number) => () => change({ days: presets[i] })
  return {
    ...{ 1: period(0), 2: period(1), 3: period(2), 4: period(3) },
    c: () => change({ compare: next[compare ?? 'none'] }),
    0: () => change(unfiltered),
  }
}

const allResponses = () => [...document.querySelectorAll<HTMLElement>('article.verbatim, article.case')]
const focusedOf = (all: readonly HTMLElement[]) => all.findIndex((response) => response.contains(document.activeElement))

/** Focus goes to the response after or before the one that has it. */
export function stepResponse(by: 1 | -1): void {
  const all = allResponses()
  const at = focusedOf(all)
  const to = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]
  to?.focus()
  to?.scrollIntoView({ block: 'nearest' })
}

/** Presses something on the response that has focus; where none has, focus goes to the first. */
export function pressOnResponse(what: string): void {
  const all = allResponses()
  const response = all[focusedOf(all)]
  if (response) response.querySelector<HTMLElement>(what)?.click()
  else stepResponse(1)
}

/** Selects the response that has focus, and all between it and the nearest selected one; above it first. */
export function selectThrough(): void {
  const all = allResponses()
  const at = focusedOf(all)
  if (at < 0) {
    stepResponse(1)
    return
  }
  const boxes = all.map((response) => response.querySelector<HTMLInputElement>('.select input'))
  const above = boxes.findLastIndex((box, i) => i < at && box?.checked)
  const below = boxes.findIndex((box, i) => i > at && box?.checked)
  const from = above >= 0 ? above : below >= 0 ? below : at
  for (const box of boxes.slice(Math.min(from, at), Math.max(from, at) + 1)) if (box && !box.checked) box.click()
}

/** To the box for searching among the words, or to the words. */
export function jumpToWords(): void {
  const search = document.querySelector<HTMLElement>('.feed input[type="search"]')
  const words = search ?? document.getElementById('words')
  words?.focus()
  words?.scrollIntoView({ block: 'start' })
}
