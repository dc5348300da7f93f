import * as z from 'zod'
import { Conditions } from './conditions.ts'
import { limits } from './limits.ts'
import { Name } from './name.ts'
import { Order } from './order.ts'
import { Fault } from './problem.ts'
import { strictQuery } from './query.ts'
import { Reply } from './reply.ts'
import { FeedQuery, ResponseItem, Status } from './response.ts'

/** Somebody, by the name others know them by; `name` is null of who has left the site. */
const Who = z.object({ id: z.string(), name: z.string().nullable() })
export type Who = z.infer<typeof Who>

/** What is done about a response that needs somebody. Times are ISO; null for not yet, or never. */
export const CaseState = z.object({
  openedAt: z.string(),
  /** The rule that opened it: null where somebody did; its name null once it is deleted. */
  rule: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  owner: Who.nullable(),
  dueAt: z.string().nullable(),
  /** When somebody first changed its status, noted something or replied. */
  firstActionAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** Grows with every change. */
  revision: z.int(),
})
export type CaseState = z.infer<typeof CaseState>

/** A response with its case, and what whoever calls back needs to know. */
export const CaseItem = ResponseItem.extend({
  order: Order,
  /** The shop's own id of an identified customer. */
  respondent: z.string().nullable(),
  case: CaseState,
})
export type CaseItem = z.infer<typeof CaseItem>

/** The same where there need not be one. */
export const CasedResponse = ResponseItem.extend({ case: CaseState.nullable() })

export const CaseQuery = strictQuery(
  {
    ...FeedQuery.shape,
    /** `open` (new and in progress) unless said otherwise; `closed` are the resolved and those that won't be fixed. */
    status: z.enum(['open', 'closed', ...Status.options]).default('open'),
    /** `me`, `none`, or a person's id. */
    owner: z.string().max(40).optional(),
    /** `1`: due, and still open. */
    overdue: z.literal('1').optional(),
    /** `1`: unhappy, answered over 24 hours ago, and nobody has done anything. */
    waiting: z.literal('1').optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  },
  ['segment.', 'answer.'],
)
export type CaseQuery = z.infer<typeof CaseQuery>

/** Open cases first due first, closed ones last closed first. A page may hold fewer than `limit`, and still have a `next`. */
export const Cases = z.object({ items: z.array(CaseItem), next: z.string().nullable() })
export type Cases = z.infer<typeof Cases>

/** Open cases, as far as whoever asks may see them. */
export const CaseCounts = z.object({
  new: z.int(),
  inProgress: z.int(),
  mine: z.int(),
  unowned: z.int(),
  overdue: z.int(),
  /** Unhappy ones answered over 24 hours ago with whom nobody has done anything. */
  waiting: z.int(),
})
export type CaseCounts = z.infer<typeof CaseCounts>

const change = { status: Status, owner: z.string().max(40).nullable(), due: z.iso.datetime({ offset: true }).nullable() }

const changesAny = ({ status, owner, due, note }: { status?: unknown; owner?: unknown; due?: unknown; note?: unknown }) =>
  [status, owner, due, note].some((value) => value !== undefined)

/** `revision`: of the case as it was seen; where somebody has changed it since, nothing is changed. */
export const PatchCase = z
  .strictObject({ ...change, note: z.string().trim().min(1).max(limits.caseNote), revision: z.int() })
  .partial()
  .refine(changesAny, 'nothing to change')
export type PatchCase = z.infer<typeof PatchCase>

/** One change of several, all of them or none. */
export const PatchCases = z
  .strictObject({ responses: z.array(z.string().max(64)).min(1).max(limits.casesAtOnce), ...z.object(change).partial().shape })
  .refine(changesAny, 'nothing to change')

export const caseEventKinds = ['opened', 'status', 'owner', 'due', 'note', 'reply'] as const
export type CaseEventKind = (typeof caseEventKinds)[number]

export const CaseEvent = z.object({
  at: z.string(),
  kind: z.enum(caseEventKinds),
  /** Who did it; null for a rule or a key. */
  by: Who.nullable(),
  /** The rule's name, the status, the owner's name, the due time (ISO) or the text; '' for none. */
  value: z.string(),
  /** Of a reply, whose text is the value: what became of it. */
  reply: Reply.optional(),
})
export type CaseEvent = z.infer<typeof CaseEvent>
/** First to last. */
export const CaseHistory = z.object({ events: z.array(CaseEvent) })
export type CaseHistory = z.infer<typeof CaseHistory>

/** Those a case can be given to. */
export const CaseOwners = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) })
export type CaseOwners = z.infer<typeof CaseOwners>

const ruleFields = {
  name: Name,
  conditions: Conditions,
  /** A member's id; null for nobody. */
  owner: z.string().max(40).nullable(),
  dueHours: z.int().min(1).max(8760).nullable(),
  active: z.boolean(),
}
export const CreateInboxRule = z.strictObject({
  ...ruleFields,
  owner: ruleFields.owner.default(null),
  dueHours: ruleFields.dueHours.default(null),
  active: ruleFields.active.default(true),
})
export const PatchInboxRule = z.strictObject({ ...ruleFields, position: z.int().min(0).max(limits.rulesPerInbox) }).partial()
/** `gone`: what it names that the site no longer has; until that is back it takes nothing. */
export const InboxRule = z.object({ id: z.string(), ...ruleFields, owner: Who.nullable(), gone: z.array(Fault) })
export type InboxRule = z.infer<typeof InboxRule>
export const InboxRules = z.object({ rules: z.array(InboxRule) })
export type InboxRules = z.infer<typeof InboxRules>

export const PreviewInboxRule = z.strictObject({ conditions: Conditions })
/** What conditions take of the responses of the last 30 days; `shortened` where only the newest of those were looked at. */
export const InboxPreview = z.object({ matched: z.int(), of: z.int(), shortened: z.boolean() })
export type InboxPreview = z.infer<typeof InboxPreview>

/** Half of the cases took no longer: null while more than half are still waiting. In ms, with its 95 % interval. */
const Median = z.object({
  median: z.number().nullable(),
  interval: z.tuple([z.number().nullable(), z.number().nullable()]),
  /** Cases it is of, and how many of them are still waiting. */
  n: z.int(),
  open: z.int(),
})
export type Median = z.infer<typeof Median>

const reactionFields = {
  opened: z.int(),
  closed: z.int(),
  firstAction: Median,
  resolution: Median,
  /** The share acted on within 24 hours, between 0 and 1; null where no case can tell yet. */
  within24h: z.object({ share: z.number().nullable(), interval: z.tuple([z.number(), z.number()]).nullable() }),
}
/** How fast a site reacts to what rules have opened. Cases still open count for as long as they have been. */
export const CaseFigures = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  timeZone: z.string(),
  ...reactionFields,
  /** Cases somebody opened by hand: in none of the above. */
  byHand: z.int(),
  /** There are more cases than are read at once: the newest stand for all. */
  shortened: z.boolean(),
  owners: z.array(z.object({ owner: Who.nullable(), ...reactionFields })),
})
export type CaseFigures = z.infer<typeof CaseFigures>
