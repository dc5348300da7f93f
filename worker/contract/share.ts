import * as z from 'zod'
import { Drivers } from './drivers.ts'
import { SharedNote } from './note.ts'
import { Report, SharedMark } from './report.ts'

/** A link that shows one survey's report to whoever holds it. */
export const Share = z.object({
  id: z.string(),
  name: z.string(),
  /** Who made it; null for an API key. */
  author: z.string().nullable(),
  createdAt: z.string(),
  /** Null where it works until it is revoked. */
  expiresAt: z.string().nullable(),
})
export type Share = z.infer<typeof Share>

export const CreateShare = z.strictObject({
  name: z.string().trim().max(120).optional(),
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
})

/** The link itself, shown once. */
export const CreatedShare = Share.extend({ url: z.string() })
export type CreatedShare = z.infer<typeof CreatedShare>

/** What the page of a link is about: names, and by what its report may be broken down and filtered. */
export const SharedSurvey = z.object({
  site: z.string(),
  survey: z.string(),
  timeZone: z.string(),
  dimensions: z.array(z.string()),
  expiresAt: z.string().nullable(),
})
export type SharedSurvey = z.infer<typeof SharedSurvey>

/**
 * What of a report is shown to whoever holds a link: counts and what is reckoned from them. Picked one by one, so that what a
 * report learns to tell is not shown to strangers before somebody has thought about it.
 */
export const SharedReport = Report.pick({
  metric: true,
  scale: true,
  timeZone: true,
  from: true,
  to: true,
  goal: true,
  total: true,
  sources: true,
  displays: true,
  previous: true,
  series: true,
  breakdown: true,
  pooled: true,
  questions: true,
  outlook: true,
}).extend({ marks: z.array(SharedMark), notes: z.array(SharedNote) })
export type SharedReport = z.infer<typeof SharedReport>

export const SharedDrivers = Drivers.pick({
  metric: true,
  timeZone: true,
  from: true,
  to: true,
  total: true,
  least: true,
  falseDiscoveryRate: true,
  drivers: true,
})
