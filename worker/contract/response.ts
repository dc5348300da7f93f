import * as z from 'zod'
import { Category } from './category.ts'
import { Conditions } from './conditions.ts'
import { limits } from './limits.ts'
import { type Order, SentOrder } from './order.ts'
import { strictQuery } from './query.ts'
import { Sentiment } from './sentiment.ts'

/** RFC 9562 text form, lower or upper case; stored in lower case. Version 7 by the widget, any version accepted. */
export const SubmissionKey = z
  .string()
  .regex(/^[\dA-Fa-f]{8}-[\dA-Fa-f]{4}-[1-8][\dA-Fa-f]{3}-[89ABab][\dA-Fa-f]{3}-[\dA-Fa-f]{12}$/, 'a UUID')
  .transform((key) => key.toLowerCase())

export const Source = z.enum(['widget', 'link', 'email', 'kiosk', 'api', 'import'])
export type Source = z.infer<typeof Source>

/** Context is a hint about the page: what makes no sense in it is left out, never a reason to lose an answer. */
const Context = z
  .looseObject({
    touchpoint: z.string().max(64).optional().catch(undefined),
    locale: z.string().max(limits.locale).optional().catch(undefined),
    url: z.string().max(8192).optional().catch(undefined),
    /** Where a link or a code hangs, a shop's branch; counted where the site declares the dimension `location`. */
    location: z.string().max(64).optional().catch(undefined),
    source: z.enum(['widget', 'link', 'email', 'kiosk', 'api']).optional().catch(undefined),
    answeredAt: z.number().optional().catch(undefined),
    sentAt: z.number().optional().catch(undefined),
  })
  .optional()

const Respondent = z.looseObject({
  id: z.string().min(1).max(limits.respondent),
  signature: z.string().max(256).optional().catch(undefined),
})
export type Respondent = z.infer<typeof Respondent>

/** A hint as well: what can't name a person names none. */
export const SentRespondent = Respondent.optional().catch(undefined)

/**
 * `POST /v1/responses`. Wrong types here are a 400; whether the answers fit the survey is decided
 * later, against its version (422). Unknown keys are ignored: a newer widget may send them.
 */
export const SendResponse = z.looseObject({
  site: z.string().max(64),
  survey: z.string().max(64),
  version: z.int().min(1).optional(),
  submission: SubmissionKey,
  seq: z.int().min(1).max(1_000_000),
  complete: z.boolean().default(false),
  answers: z.record(z.string(), z.unknown()),
  context: Context,
  traits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  respondent: SentRespondent,
  order: SentOrder,
})
export type SendResponse = z.infer<typeof SendResponse>

/** `POST /v1/erasures`: the shopper takes back what they said. Whoever knows the key is the one who answered. */
export const SendErasure = z.looseObject({ site: z.string().max(64), submission: SubmissionKey })
export type SendErasure = z.infer<typeof SendErasure>

/** What has become of a response's case. */
export const Status = z.enum(['new', 'in-progress', 'resolved', 'wont-fix'])
export type Status = z.infer<typeof Status>

/** The body of 200, 201 and 202. */
export const Receipt = z.object({ submission: z.string(), seq: z.int() })

export const ResponseTag = z.object({
  id: z.string(),
  name: z.string(),
  /** Given by hand, by the tag's rules, or by what was learned from corrections. */
  source: z.enum(['manual', 'rule', 'learned']),
  /** Between 0 and 1; 1 by hand and by rules. */
  confidence: z.number(),
  /** The words that decided, as they stand in the comment. */
  because: z.array(z.string()),
})
export type ResponseTag = z.infer<typeof ResponseTag>

/** A response as managers see it. The submission key is never among it. */
export const ResponseItem = z.object({
  id: z.string(),
  /** The id the row had in the file it was imported from. */
  externalId: z.string().nullable(),
  survey: z.string(),
  version: z.int(),
  score: z.int().nullable(),
  category: Category.nullable(),
  comment: z.string(),
  /** Every answer by question id: the score, a rating's point, typed text, a choice's id, a list of them, `yes` of a consent. */
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  segments: z.record(z.string(), z.string()),
  traits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Whether the shopper left a way to reach them: `GET …/contacts` says which. */
  contact: z.boolean(),
  /** Whether the shop named the customer: `GET …/customer` says who it is. */
  identified: z.boolean(),
  /** Whether a valued customer is at risk by it: their latest score, of the worst category after one that was better. */
  atRisk: z.boolean(),
  tags: z.array(ResponseTag),
  /** Null where nothing was typed, or in a language whose words aren't known. */
  sentiment: Sentiment.nullable(),
  /** Whether the words say the opposite of the score. */
  disagrees: z.boolean(),
  status: Status,
  source: Source,
  complete: z.boolean(),
  createdAt: z.string(),
  answeredAt: z.string(),
  day: z.string(),
})
export type ResponseItem = z.infer<typeof ResponseItem>

/** What a response says, and what it was tagged with; the form exports are written from. */
export type ShownResponse = Omit<ResponseItem, 'contact' | 'identified' | 'atRisk'> & { locale: string; order: Order }

/** How to reach a respondent, and what for in the words they read. */
export const ContactView = z.object({
  question: z.string(),
  kind: z.enum(['email', 'phone']),
  value: z.string(),
  purpose: z.string(),
  createdAt: z.string(),
})
export type ContactView = z.infer<typeof ContactView>
export const Contacts = z.object({ contacts: z.array(ContactView) })
export type Contacts = z.infer<typeof Contacts>

const { segments: _, answers: __, ...named } = Conditions.shape

/** Conditions as a query says them, and of which days; `segment.DIMENSION=VALUE` and `answer.QUESTION=VALUE` may stand beside them. */
const filters = {
  ...named,
  survey: z.string().optional(),
  score: z.coerce.number().int().min(0).max(10).optional(),
  scoreAtLeast: z.coerce.number().int().min(0).max(10).optional(),
  scoreAtMost: z.coerce.number().int().min(0).max(10).optional(),
  orderValueAtLeast: z.coerce.number().min(0).max(1e9).optional(),
  unhappy: z.literal('1').optional(),
  atRisk: z.literal('1').optional(),
  commented: z.literal('1').optional(),
  contact: z.literal('1').optional(),
  disagrees: z.literal('1').optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** `1` lists the answers of those who tried a draft out, which stand nowhere else. */
  test: z.literal('1').optional(),
}

const prefixes = ['segment.', 'answer.']

export const ExportQuery = strictQuery(filters, prefixes)
export type ExportQuery = z.infer<typeof ExportQuery>

export const FeedQuery = strictQuery(
  {
    ...filters,
    cursor: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(limits.feedPage).default(50),
  },
  prefixes,
)
export type FeedQuery = z.infer<typeof FeedQuery>

export const Feed = z.object({ items: z.array(ResponseItem), next: z.string().nullable() })
export type Feed = z.infer<typeof Feed>
export type Receipt = z.infer<typeof Receipt>
