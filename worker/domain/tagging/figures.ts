import type { TagFigures, TagsFigures } from '../../contract/tag-figures.ts'
import { bucketStart, bucketStarts, type Range } from '../calendar.ts'
import { scaleOf } from '../category.ts'
import { changeBetween, type Histogram, type Scale, scored } from '../metrics.ts'

/** What was counted on one day: comments with the tag, and those of them with a score. */
export interface TagDay {
  day: string
  n: number
  scored: number
}

type Counted = TagsFigures['tags'][number]

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

/** How often a tag was given, in all and by week, of `answers`: scores by day. */
export function tagCounted(
  id: string,
  days: readonly TagDay[],
  answers: ReadonlyMap<string, number>,
  { from, to }: Range,
): Counted {
  const weeks = new Map(bucketStarts(from, to, 'week').map((start) => [start, { n: 0, scored: 0, of: 0 }]))
  const weekOf = (day: string) => weeks.get(bucketStart(day, 'week'))
  for (const { day, n, scored } of days) {
    const week = weekOf(day)
    if (!week) continue
    week.n += n
    week.scored += scored
  }
  for (const [day, n] of answers) {
    const week = weekOf(day)
    if (week) week.of += n
  }
  const all = [...weeks.values()]
  const sum = (of: (week: (typeof all)[number]) => number) => all.reduce((total, week) => total + of(week), 0)
  return {
    id,
    n: sum(({ n }) => n),
    share: share(
      sum(({ scored }) => scored),
      sum(({ of }) => of),
    ),
    series: Array.from(weeks, ([start, { n, scored, of }]) => ({ start, n, of, share: share(scored, of) })),
  }
}

/** The score of those with a tag beside everybody else's; undefined where none of them gave one. */
export function tagEffect(
  survey: Scale & { id: string; name: string },
  all: Histogram,
  tagged: Histogram,
): TagFigures['surveys'][number] | undefined {
  const { id, name, metric, points } = survey
  const others = new Map([...all].map(([score, n]) => [score, Math.max(0, n - (tagged.get(score) ?? 0))]))
  const [inside, without] = [scored(survey, tagged), scored(survey, others)]
  if (inside.n === 0) return
  return {
    ...{ survey: id, name, metric, scale: scaleOf(metric, points) },
    ...inside,
    share: share(inside.n, inside.n + without.n),
    without,
    ...changeBetween(inside, without),
  }
}
