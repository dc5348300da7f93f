import * as z from 'zod'
import { Metric } from './category.ts'
import { strictQuery } from './query.ts'

/** 95 % interval [low, high] in the score's own unit; unbounded by the scale, as the formula gives it. */
export const Interval = z.tuple([z.number(), z.number()])
export type Interval = z.infer<typeof Interval>

const Scored = z.object({
  n: z.int(),
  /** NPS points, CSAT percent or CES mean; null when nobody answered, never 0. */
  score: z.number().nullable(),
  interval: Interval.nullable(),
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

const Comparison = Scored.extend({
  from: z.iso.date(),
  to: z.iso.date(),
  change: z.number().nullable(),
  changeInterval: Interval.nullable(),
  /** The 95 % interval of the difference excludes 0; null when either side has no interval. */
  distinguishable: z.boolean().nullable(),
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

const Bucket = Scored.extend({ start: z.iso.date() })

/** What to expect while answers are few: about ± halfWidth by that day, at the present rate. */
const Outlook = z.object({ halfWidth: z.number(), date: z.iso.date(), perDay: z.number() })
export type Outlook = z.infer<typeof Outlook>

export const Report = z.object({
  survey: z.string(),
  metric: Metric,
  scale: z.tuple([z.int(), z.int()]).nullable(),
  timeZone: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  total: Total,
  displays: Displays,
  previous: Comparison.optional(),
  series: z.array(Bucket),
  breakdown: z.array(Scored.extend({ value: z.string() })).optional(),
  questions: z.record(z.string(), z.object({ answered: z.int(), counts: z.record(z.string(), z.int()) })),
  outlook: Outlook.nullable(),
})
export type Report = z.infer<typeof Report>

/** `segment.DIMENSION=VALUE` comes beside these, any number of times. */
export const ReportQuery = strictQuery({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  interval: z.enum(['day', 'week', 'month']).default('day'),
  compare: z.enum(['previous', 'year']).optional(),
  breakdown: z.string().max(64).optional(),
})
export type ReportQuery = z.infer<typeof ReportQuery>

export const OverviewQuery = strictQuery({ from: z.iso.date().optional(), to: z.iso.date().optional() })

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
