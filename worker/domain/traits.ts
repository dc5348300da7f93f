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
    if (name === '' || codePoints(key) > limits.traitKey) {
      faults.push({ pointer: '/traits', detail: `a trait's name has 1 to ${limits.traitKey} characters` })
    } else if (typeof value === 'string' && codePoints(value) > limits.traitValue) {
      faults.push({ pointer: '/traits', detail: `a trait's value has at most ${limits.traitValue} characters` })
    } else if (value !== null) {
      traits.push([name, typeof value === 'string' ? cleanText(value) : value])
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, traits: Object.fromEntries(traits) }
}
