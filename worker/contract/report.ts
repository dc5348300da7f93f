import * as z from 'zod'
import { Metric } from './category.ts'
import { limits } from './limits.ts'
import { Note } from './note.ts'
import { strictQuery } from './query.ts'
import { Source } from './response.ts'

/** 95 % interval [low, high] in the score's own unit; unbounded by the scale, as the formula gives it. */
export const Interval = z.tuple([z.number(), z.number()])
export type Interval = z.infer<typeof Interval>

const Caution = z.literal('few and skewed answers')

export const Scored = z.object({
  n: z.int(),
  /** NPS points, CSAT percent or CES mean; null when nobody answered, never 0. */
  score: z.number().nullable(),
  interval: Interval.nullable(),
  /** Beside an interval that promises more than so few answers can hold (docs/coverage.md). */
  caution: Caution.optional(),
})
export type Scored = z.infer<typeof Scored>

const Total = Scored.extend({
  /** Answers by score, every point of the scale present. */
  counts: z.record(z.string(), z.int()),
  mean: z.number().nullable(),
  promoters: z.int().optional(),
  passives: z.int().optional(),
  detractors: z.int().optional(),
  /** CSAT: answers that count as satisfied. */
  satisfied: z.int().optional(),
  /** CES: percent of answers that agree (the upper three of seven, upper two of five). */
  agree: z.number().nullable().optional(),
})
export type Total = z.infer<typeof Total>

/** Against the period compared with; null where either side has no score, or no interval. */
export const Change = z.object({
  change: z.number().nullable(),
  changeInterval: Interval.nullable(),
  /** The 95 % interval of the difference excludes 0. */
  distinguishable: z.boolean().nullable(),
})
export type Change = z.infer<typeof Change>

const Bucket = Scored.extend({ start: z.iso.date() })
export type Bucket = z.infer<typeof Bucket>

const Comparison = Scored.extend({
  from: z.iso.date(),
  to: z.iso.date(),
  ...Change.shape,
  /** Position by position beside the report's own series; `start` is the first day compared there. */
  series: z.array(Bucket),
})
export type Comparison = z.infer<typeof Comparison>

const Displays = z.object({
  shown: z.int(),
  started: z.int(),
  completed: z.int(),
  dismissed: z.int(),
  /** Widget responses: the numerator of the rate. */
  responses: z.int(),
  /** Widget responses / widget displays; null when nothing was shown. */
  responseRate: z.number().nullable(),
})

/** The change stands in every row when a comparison was asked for. Of a tag, `mentions` counts its comments, scored or not. */
const BreakdownRow = Scored.extend({ value: z.string(), mentions: z.int().optional(), ...Change.partial().shape })
export type BreakdownRow = z.infer<typeof BreakdownRow>

/** A day on which a survey began to ask otherwise: what stands left and right of it answered other words. */
const Rewording = z.object({ day: z.iso.date(), kind: z.literal('wording'), survey: z.string(), version: z.int() })
/** The first day that is counted in another zone: the days before it are those of `from`, and stay so. */
const Rezoning = z.object({ day: z.iso.date(), kind: z.literal('zone'), from: z.string(), to: z.string() })

/** On `on` figures from `day` to `to` changed, since attributes of that many answers' customers came after these were counted. */
const LateAttributes = z.object({
  day: z.iso.date(),
  kind: z.literal('attributes'),
  survey: z.string(),
  to: z.iso.date(),
  on: z.iso.date(),
  responses: z.int(),
})

/** What stands left and right of such a day can't be compared without a thought. */
export const Mark = z.discriminatedUnion('kind', [Rewording, Rezoning, LateAttributes])
export type Mark = z.infer<typeof Mark>

/** The same for whoever holds a link, who learns no survey's id. */
export const SharedMark = z.discriminatedUnion('kind', [
  Rewording.omit({ survey: true }),
  Rezoning,
  LateAttributes.omit({ survey: true }),
])

/** Answers to one closed question. Of several choices each counts, so the counts may add up to more than `answered`. */
const Distribution = z.object({
  /** As the newest version has it. */
  type: z.enum(['rating', 'choice', 'choices', 'consent']),
  answered: z.int(),
  /** Everything any version offered, 0 where nobody chose it; `other` is the choice with words of its own. */
  counts: z.record(z.string(), z.int()),
  /** Of a rating: the mean of its points, with its t interval. */
  mean: z.number().nullable().optional(),
  interval: Interval.nullable().optional(),
  caution: Caution.optional(),
})
export type Distribution = z.infer<typeof Distribution>

/** Scores by where they came from; a source without any is left out. */
const Sources = z.partialRecord(Source, z.int())
/** Who was asked by the shop and who came with a file, told apart: the two crowds seldom answer alike. */
const Origins = z.object({ asked: Scored, imported: Scored })

/** What to expect while answers are few: about ± halfWidth by that day, at the present rate. */
const Outlook = z.object({ halfWidth: z.number(), date: z.iso.date(), perDay: z.number() })
export type Outlook = z.infer<typeof Outlook>

/** What a report of one survey and of several have in common. */
const body = {
  metric: Metric,
  scale: z.tuple([z.int(), z.int()]).nullable(),
  timeZone: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  total: Total,
  sources: Sources,
  /** Of those with a signed order of their own; left out where there are none, and by tag. */
  verified: Scored.optional(),
  displays: Displays,
  previous: Comparison.optional(),
  series: z.array(Bucket),
  breakdown: z.array(BreakdownRow).optional(),
  /** A comment may have several tags, so that their rows don't add up to the total. */
  overlapping: z.literal(true).optional(),
  /** The tag all these answers have. Displays, sources and further questions can't be told for it, and say nothing. */
  tag: z.string().optional(),
  marks: z.array(Mark),
  /** Of the survey, or of any of several, and of the whole site; by day. */
  notes: z.array(Note),
}

export const Report = z.object({
  survey: z.string(),
  ...body,
  /** The score to reach, in the score's own unit. */
  goal: z.number().nullable(),
  /** Only where the total holds imported answers. */
  pooled: Origins.optional(),
  /** By question id; empty beside a segment filter, since these are counted for all answers only. */
  questions: z.record(z.string(), Distribution),
  outlook: Outlook.nullable(),
})
export type Report = z.infer<typeof Report>

export const PooledReport = z.object({
  surveys: z.array(z.string()),
  ...body,
  /** Scores by language, where it is known; null where the site doesn't declare the dimension `language`. */
  locales: z.record(z.string(), z.int()).nullable(),
  /** The parts of the pool, each with a score of its own. */
  pooled: Origins.extend({ surveys: z.array(Scored.extend({ survey: z.string() })) }),
})
export type PooledReport = z.infer<typeof PooledReport>

/** `segment.DIMENSION=VALUE` comes beside these, any number of times. */
const range = { from: z.iso.date().optional(), to: z.iso.date().optional() }
const reportQuery = {
  ...range,
  interval: z.enum(['day', 'week', 'month']).default('day'),
  compare: z.enum(['previous', 'year']).optional(),
  /** A dimension, or `tag`. */
  breakdown: z.string().max(64).optional(),
  /** The name of a tag. */
  tag: z.string().max(limits.tagName).optional(),
}
export const ReportQuery = strictQuery(reportQuery)
export type ReportQuery = z.infer<typeof ReportQuery>

/** Survey ids with commas between them, each once. */
const SurveyIds = z
  .string()
  .transform((text) => [...new Set(text.split(',').filter((id) => id !== ''))])
  .pipe(z.array(z.string()).min(1).max(limits.pooledSurveys))
export const PooledReportQuery = strictQuery({ surveys: SurveyIds, ...reportQuery })

/** A range and `segment.DIMENSION=VALUE`, nothing else. */
export const RangeQuery = strictQuery(range)

/** One tile per survey, newest first. */
export const Overview = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  timeZone: z.string(),
  tiles: z.array(
    z.object({
      survey: z.object({ id: z.string(), name: z.string(), touchpoint: z.string(), state: z.string() }),
      report: Report,
    }),
  ),
})
export type Overview = z.infer<typeof Overview>
