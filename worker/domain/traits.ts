import { limits } from '../contract/limits.ts'
import type { Fault } from './definition.ts'
import type { Traits } from './segments.ts'
import { cleanText, codePoints } from './text.ts'

export type TraitsResult = { ok: true; traits: Traits } | { ok: false; faults: Fault[] }

/** Traits as they are stored: within the limits, cleaned, nulls left out. Keys are data, never property names of ours. */
export function readTraits(given: Record<string, string | number | boolean | null> | undefined): TraitsResult {
  const entries = Object.entries(given ?? {})
  if (entries.length > limits.traits)
    return { ok: false, faults: [{ pointer: '/traits', detail: `at most ${limits.traits} traits` }] }
  const faults: Fault[] = []
  const traits: [string, string | number | boolean][] = []
  for (const [key, value] of entries) {
    const name = cleanText(key)
    const kept = typeof value === 'string' ? cleanText(value) : value
    if (name === '' || isOver(limits.traitKey, key, name)) {
      faults.push({ pointer: '/traits', detail: `a trait's name has 1 to ${limits.traitKey} characters` })
    } else if (typeof value === 'string' && isOver(limits.traitValue, value, String(kept))) {
      faults.push({ pointer: '/traits', detail: `a trait's value has at most ${limits.traitValue} characters` })
    } else if (kept !== null) {
      traits.push([name, kept])
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, traits: Object.fromEntries(traits) }
}

/** As it came or as it is kept: some letters are two or three when they are composed. */
const isOver = (most: number, ...texts: string[]) => texts.some((text) => codePoints(text) > most)
