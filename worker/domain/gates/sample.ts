import type { Gate } from './gate.ts'

/**
 * Whether this browser is in the sample: decided by its number and the survey, so the same on every page and never drawn again. A
 * larger share keeps whom a smaller one had. Where nothing can be kept nobody is in, since each page would draw anew.
 */
const sample: Gate<[percent: number, survey: string]> = ([percent, survey], _page, { visitor }) => [
  {
    gate: 'sample',
    passed: visitor ? shareOf(visitor + survey) < percent : percent >= 100,
    reason: visitor ? `${percent} % of visitors` : 'this browser keeps nothing',
  },
]
export default sample

/** A number from 0 to 100 for a text: FNV-1a, with MurmurHash3's finish, without which texts that end alike fall near each other. */
export function shareOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 42949672.96
}
