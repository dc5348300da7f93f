import * as z from 'zod'
import { Metric } from './category.ts'
import { Change, Scored } from './report.ts'

/** Of all answers with a score, those that have the tag; null where there is none. */
const Share = z.number().nullable()

const Counted = z.object({
  id: z.string(),
  /** Comments that have it, scored or not. */
  n: z.int(),
  share: Share,
  /** By week, from its Monday; the first and the last may be cut. `of`: the week's scores. */
  series: z.array(z.object({ start: z.iso.date(), n: z.int(), of: z.int(), share: Share })),
})

const period = { timeZone: z.string(), from: z.iso.date(), to: z.iso.date() }

/** How much is said of each tag in use, in all surveys together. */
export const TagsFigures = z.object({ ...period, tags: z.array(Counted) })
export type TagsFigures = z.infer<typeof TagsFigures>

/** In one survey: the score of those who have the tag beside everybody else's. Association, not cause. */
const InSurvey = z.object({
  survey: z.string(),
  name: z.string(),
  metric: Metric,
  scale: z.tuple([z.int(), z.int()]).nullable(),
  ...Scored.shape,
  share: Share,
  without: Scored,
  /** The tag's score less everybody else's. */
  ...Change.shape,
})

/** One tag, and how the score differs where it is given; surveys in which nobody said it are left out. */
export const TagFigures = z.object({ ...period, ...Counted.shape, surveys: z.array(InSurvey) })
export type TagFigures = z.infer<typeof TagFigures>
