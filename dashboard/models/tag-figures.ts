import type { TagFigures, TagsFigures } from '../../worker/contract/tag-figures.ts'
import { addDays, shortDay, today } from './days.ts'
import { useResource } from './resource.ts'
import { site } from './session.ts'
import { number, percent } from './wording.ts'

/** What is said of tags is said of so many days. */
export const recentDays = 90

/** These days as a query of the API. */
export function recent(): string {
  const last = today(site.value?.timeZone ?? 'UTC')
  return `from=${addDays(last, 1 - recentDays)}&to=${last}`
}

type Turn = string | number

export const useTagsFigures = (turn: Turn) => useResource<TagsFigures>(`/api/v1/tags/figures?${recent()}`, turn)
export const useTagFigures = (id: string, turn: Turn) =>
  useResource<TagFigures>(`/api/v1/tags/${encodeURIComponent(id)}/figures?${recent()}`, turn)

export type Week = TagFigures['series'][number]

/** "3.1 % of answers" */
export const shareWords = (share: number | null) =>
  share === null ? 'no scores to compare with' : `${percent(share)} of answers`

/** What the highest bar stands for. */
export const mostWords = (weeks: readonly Week[]) =>
  `of a week’s answers, at most ${percent(Math.max(0, ...weeks.map(({ share }) => share ?? 0)))}`

/** Of the weeks in words: between which shares it lay, and where it stands now. */
export function courseWords(weeks: readonly Week[]): string {
  const shares = weeks.flatMap(({ share }) => share ?? [])
  const last = weeks.findLast(({ share }) => share !== null)
  if (!last || last.share === null) return 'No answers in these weeks'
  const ends = `between ${percent(Math.min(...shares))} and ${percent(Math.max(...shares))} of a week’s answers`
  return `${number(shares.length)} weeks: ${ends}, ${percent(last.share)} in that of ${shortDay(last.start)}`
}
