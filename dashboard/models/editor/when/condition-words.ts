import type { Condition } from '../../../../worker/contract/targeting.ts'
import { alternatives } from '../../wording.ts'
import { comparisonInWords, linesOf } from './comparisons.ts'
import { factOf } from './facts.ts'

/** What a condition says of visitors, after that word: "on a phone", "whose tier is gold". */
export function conditionInWords({ on, ...comparison }: Condition): string {
  const [line, ...more] = linesOf(comparison)
  const { codec } = factOf(on)
  const subject = on.replace(/^segment\./, '')
  if (line && more.length === 0) {
    if ((line.how === 'is' || line.how === 'not') && !line.orNone) {
      const values = line.values.map((value) => codec.shown(value))
      const words = phrases[subject]?.(values)
      if (words && values.length > 0) return line.how === 'is' ? words : negated(words)
    }
    if (subject === 'referrer' && line.how === 'contains' && line.values.every(Boolean) && line.values.length > 0)
      return `coming from ${alternatives(line.values)}`
    if (subject === 'referrer' && line.how === 'known') return 'coming from another site'
    if (subject === 'referrer' && line.how === 'missing') return 'coming from no other site'
  }
  return `whose ${called(subject)} ${comparisonInWords(comparison, codec.shown)}`
}

const things: Record<string, string> = { mobile: 'a phone', tablet: 'a tablet', desktop: 'a desktop' }
const phrases: Record<string, (values: string[]) => string> = {
  device: (values) => `on ${alternatives(values.map((value) => things[value] ?? value))}`,
  country: (values) => `in ${alternatives(values)}`,
  language: (values) => `reading ${alternatives(values)}`,
  visit: (values) => `who are ${alternatives(values)}`,
  touchpoint: (values) => `at the touchpoint ${alternatives(values)}`,
  referrer: (values) => `coming from ${alternatives(values)}`,
}

const negated = (words: string) => (words.startsWith('who are ') ? words.replace('are', 'are not') : `not ${words}`)

/** Names that a shop gave stand in marks: whatever they are, the sentence goes on. */
function called(subject: string): string {
  if (subject.startsWith('utm_')) return `campaign ${subject.slice('utm_'.length)}`
  if (subject === 'locale') return 'language and region'
  if (['device', 'country', 'language', 'referrer', 'visit', 'touchpoint'].includes(subject)) return subject
  return `“${subject.replace(/^trait\./, '') || '…'}”`
}
