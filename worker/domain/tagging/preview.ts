import type { Rule, RulesPreview } from '../../contract/tags.ts'
import { publicId } from '../response-id.ts'
import { readWords } from '../words/reading.ts'
import { compileRules } from './rules.ts'
import { type Judged, lesson, type Place, type Tagging } from './tagging.ts'

/** A comment, and what was made of it. */
export interface PreviewedComment {
  id: number
  comment: string
  locale: string
  tagging: Tagging
  judged: Judged
}

const mostSamples = 20

/**
 * What rules would do to these comments, beside what `tag` has of them now (null: a tag that isn't there yet). What was decided by hand
 * changes nothing, and neither does what was learned: a comment with the tag by what was learned counts as having it.
 */
export function previewRules(
  rules: readonly Rule[],
  tag: { id: string; createdAt: number } | null,
  comments: readonly PreviewedComment[],
): RulesPreview {
  const matcher = compileRules([{ id: 'rules', rules }])
  let matched = 0
  const changes: RulesPreview['samples'] = []
  for (const { id, comment, locale, tagging, judged } of comments) {
    const places = matcher.match(readWords(comment, locale)).get('rules')?.words
    if (places) matched++
    const now = tag ? tagging.get(tag.id) : undefined
    const had = now !== undefined && now.source !== 'off'
    const byHand = tag ? lesson(tagging, judged, tag) : undefined
    const has = byHand ?? (places !== undefined || now?.source === 'learned')
    const change = has ? (had ? 'kept' : 'added') : had ? 'removed' : undefined
    if (change) changes.push({ response: publicId(id), comment, change, marks: marksOf(places ?? []) })
  }
  const count = (wanted: string) => changes.filter(({ change }) => change === wanted).length
  return { matched, of: comments.length, added: count('added'), removed: count('removed'), samples: samplesOf(changes) }
}

const marksOf = (places: readonly Place[]): [number, number][] => places.map(([start, end]) => [start, end])

/** Of each kind of change some: what changes tells more than what stays. */
function samplesOf(changes: RulesPreview['samples']): RulesPreview['samples'] {
  const of = (wanted: string) => changes.filter(({ change }) => change === wanted)
  return [...of('added').slice(0, mostSamples / 2), ...of('removed').slice(0, mostSamples / 2), ...of('kept')].slice(
    0,
    mostSamples,
  )
}
