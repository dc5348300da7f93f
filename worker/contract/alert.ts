import * as z from 'zod'
import { Conditions } from './conditions.ts'
import { Name } from './name.ts'
import { Fault } from './problem.ts'

/** `response`: what comes. `fall`: a score that fell by more than chance. */
export const AlertKind = z.enum(['response', 'fall'])
export type AlertKind = z.infer<typeof AlertKind>

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 22:00')
/** Hours of the site's day in which nothing is told; what comes then is told after them, as one. */
const QuietHours = z
  .strictObject({ from: Time, to: Time })
  .refine(({ from, to }) => from !== to, 'begin and end at different times')
  .nullable()
const Ids = z.array(z.string().max(64)).max(50)

const fields = {
  name: Name,
  conditions: Conditions,
  /** A saved view in place of conditions. */
  view: z.string().max(64).nullable(),
  /** Webhooks, Slack channels among them. */
  webhooks: Ids,
  /** Members, by mail. */
  people: Ids,
  quiet: QuietHours,
  /** Single messages an hour; what comes beyond is told as one at the hour's end. */
  hourlyCap: z.int().min(1).max(100),
  active: z.boolean(),
}

export const CreateAlert = z.strictObject({
  ...fields,
  kind: AlertKind,
  conditions: fields.conditions.default({}),
  view: fields.view.default(null),
  webhooks: fields.webhooks.default([]),
  people: fields.people.default([]),
  quiet: fields.quiet.default(null),
  hourlyCap: fields.hourlyCap.default(10),
  active: fields.active.default(true),
})
export type CreateAlert = z.infer<typeof CreateAlert>
export const PatchAlert = z.strictObject(fields).partial()
export type PatchAlert = z.infer<typeof PatchAlert>

export const Alert = z.object({
  ...fields,
  id: z.string(),
  kind: AlertKind,
  name: z.string(),
  quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** What it names that the site no longer has: until that is back, or the alert is changed, it tells of nothing. */
  gone: z.array(Fault),
  /** When it last told of something; null for never. */
  firedAt: z.string().nullable(),
  createdAt: z.string(),
})
export type Alert = z.infer<typeof Alert>

export const FiringState = z.enum(['fired', 'held', 'cancelled', 'summarised'])
export const Firing = z.object({
  /** The response it was about; null for a fall. */
  response: z.string().nullable(),
  /** What was answered, or what fell. */
  survey: z.string().nullable(),
  /** Of a response. */
  score: z.int().nullable(),
  /** Of a fall: the Monday of the week. */
  week: z.string().nullable(),
  /** `held` over quiet hours or beyond the cap, `cancelled` since it no longer fits, `summarised` with others. */
  state: FiringState,
  at: z.string(),
})
export type Firing = z.infer<typeof Firing>
