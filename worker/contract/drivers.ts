import * as z from 'zod'
import { Metric } from './category.ts'
import { Interval, Scored } from './report.ts'

/** One segment beside everybody else. Association, not cause: who is in it may differ in much besides. */
const Driver = z.object({
  dimension: z.string(),
  value: z.string(),
  ...Scored.shape,
  /** Of all answers, between 0 and 1. */
  share: z.number(),
  /** Everybody else: the score without the segment. */
  without: Scored,
  /** The segment's score less everybody else's. */
  effect: z.number(),
  effectInterval: Interval.nullable(),
  /** share x effect: how far the total lies from what it would be without the segment. */
  impact: z.number(),
  /** How often chance alone would make a difference as large. */
  p: z.number(),
  /** Whether it is held to be real; of those that are, at most one in twenty is expected to be chance. */
  kept: z.boolean(),
})
export type Driver = z.infer<typeof Driver>

export const Drivers = z.object({
  survey: z.string(),
  metric: Metric,
  timeZone: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  total: Scored,
  /** The fewest answers a segment, and everybody else, must have to be looked at. */
  least: z.int(),
  falseDiscoveryRate: z.number(),
  /** Largest impact first, whichever way it goes. */
  drivers: z.array(Driver),
})
export type Drivers = z.infer<typeof Drivers>
