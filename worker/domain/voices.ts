import type { ResponseItem } from '../contract/response.ts'
import { categoriesOf, type categoryOf } from './category.ts'
import type { Scale } from './metrics.ts'
import { codePoints } from './text.ts'

/** As far as a voice is chosen by it. */
export type Spoken = Pick<ResponseItem, 'comment' | 'sentiment' | 'disagrees' | 'tags'> & {
  category: ReturnType<typeof categoryOf>
}

/** Says more than "good", and is read at a glance. */
const fitting = { least: 20, most: 280 }

/** Whether a comment praises or complains: by its score's category, where it has one, and by no words that say the opposite. */
export function toneOf(
  { metric }: Pick<Scale, 'metric'>,
  { category, sentiment, disagrees }: Spoken,
): 'praise' | 'problem' | undefined {
  if (disagrees) return
  const categories = categoriesOf(metric)
  if (category === null) return sentiment === 'positive' ? 'praise' : sentiment === 'negative' ? 'problem' : undefined
  if (category === categories[0]) return sentiment === 'negative' ? undefined : 'praise'
  if (category === categories.at(-1)) return sentiment === 'positive' ? undefined : 'problem'
}

/**
 * A few comments that stand for many: each of another tag than those before, the most frequent tag first; of these one that can be read at a
 * glance, the newest. `spoken` is the newest first. The same words are shown once.
 */
export function chooseVoices<S extends Spoken>(spoken: readonly S[], most: number): S[] {
  const left = new Map(spoken.toReversed().map((one) => [one.comment.trim().toLowerCase(), one]))
  const candidates = spoken.filter((one) => left.get(one.comment.trim().toLowerCase()) === one)
  const weight = new Map<string, number>()
  for (const { tags } of candidates) for (const { id } of tags) weight.set(id, (weight.get(id) ?? 0) + 1)
  const chosen: S[] = []
  const told = new Set<string>()
  while (chosen.length < most && chosen.length < candidates.length) {
    const worth = ({ tags }: S) => Math.max(0, ...tags.map(({ id }) => (told.has(id) ? 0 : (weight.get(id) ?? 0))))
    const rest = candidates.filter((one) => !chosen.includes(one))
    const best = rest.reduce((a, b) => ((Number(fits(b)) - Number(fits(a)) || worth(b) - worth(a)) > 0 ? b : a))
    chosen.push(best)
    for (const { id } of best.tags) told.add(id)
  }
  return chosen
}

function fits({ comment }: Spoken): boolean {
  const length = codePoints(comment)
  return length >= fitting.least && length <= fitting.most
}
