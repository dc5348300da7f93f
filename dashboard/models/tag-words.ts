import type { ResponseTag } from '../../worker/contract/response.ts'
import type { Sentiment } from '../../worker/contract/sentiment.ts'
import type { Rule, TagColour, TagLearning } from '../../worker/contract/tags.ts'
import { number } from './wording.ts'

export const sentiments = ['positive', 'neutral', 'negative', 'mixed'] as const satisfies readonly Sentiment[]

/** Its sign beside the word: mood is never told by colour alone. */
export const sentimentSigns: Record<Sentiment, string> = { positive: '▲', neutral: '●', negative: '▼', mixed: '◆' }

/** The palette in the order it is offered in. */
export const tagColours = [
  ...(['slate', 'red', 'orange', 'amber', 'green'] as const),
  ...(['teal', 'blue', 'indigo', 'purple', 'pink'] as const),
] satisfies readonly TagColour[]

/** "83 %" */
export const wholePercent = (share: number) => `${number(100 * share)} %`

/** Why a comment has a tag: "rule: late, courier", "learned, 83 %: late", "by hand". */
export function whyTagged({ source, confidence, because }: ResponseTag): string {
  const words = because.length > 0 ? `: ${because.join(', ')}` : ''
  if (source === 'manual') return 'by hand'
  return (source === 'learned' ? `learned, ${wholePercent(confidence)}` : 'rule') + words
}

const shownWords = 6

/** The first words that rules look for: "late, courier, deliver* and 12 more"; '' where there are none. */
export function rulesInShort(rules: readonly Rule[]): string {
  const words = rules.flatMap(({ any, all }) => [...(all.length > 0 ? [all.join(' + ')] : []), ...any])
  const more = words.length - shownWords
  return words.slice(0, shownWords).join(', ') + (more > 0 ? ` and ${number(more)} more` : '')
}

type Judged = Pick<TagLearning, 'precision' | 'recall'>

/** "of 100 given, 91 right" */
export const precisionWords = ({ precision }: Judged) =>
  precision === null ? 'not judged yet' : `of 100 given, ${number(100 * precision)} right`

/** "of 100 that fit, 84 found" */
export const recallWords = ({ recall }: Judged) =>
  recall === null ? 'not judged yet' : `of 100 that fit, ${number(100 * recall)} found`

/** Corrections that say a tag belongs, from which on what was learned may give it. */
export const learnsFrom = 10

/** What gives a tag, and what it takes until that is what was learned. */
export function sourceWords({ source, positives, judged, f1, rulesF1 }: TagLearning): string {
  if (source === 'both') return `The rules, and what was learned from ${number(judged)} corrections where it is sure`
  if (source === 'learned') return `Learned from ${number(judged)} corrections, the rules among what it weighs`
  if (positives < learnsFrom) return `Rules alone; ${number(positives)} of the ${learnsFrom} corrections it takes to learn`
  return f1 !== null && rulesF1 !== null && f1 < rulesF1
    ? 'Rules alone: what was learned is not better yet'
    : 'Rules alone, until it is learned next'
}

/** What gives a tag, in a word. */
export const sourceInShort = (judged: TagLearning | undefined) => inShort[judged?.source ?? 'rules']
const inShort = { rules: 'rules', learned: 'what was learned', both: 'rules and what was learned' }

/** How often a tag is given rightly, and how often it is not missed: "of 100 given, 91 right; of 100 that fit, 84 found". */
export const judgedInShort = (judged: TagLearning | undefined) =>
  judged && (judged.precision !== null || judged.recall !== null)
    ? `${precisionWords(judged)}; ${recallWords(judged)}`
    : 'not judged yet'
