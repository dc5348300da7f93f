import * as z from 'zod'
import { Location } from './hosted.ts'
import { limits } from './limits.ts'
import { Order } from './order.ts'
import { strictQuery } from './query.ts'

/** Whom a link asks, and about what. What is left out is not known. */
export const LinkFor = z.strictObject({
  respondent: z.string().trim().max(256).optional(),
  traits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  order: Order.optional(),
  locale: z.string().trim().max(limits.locale).optional(),
  location: Location.optional(),
})
export type LinkFor = z.infer<typeof LinkFor>

const expiresAt = z.iso.datetime({ offset: true })

export const CreateLinks = z.strictObject({
  links: z.array(LinkFor).min(1).max(limits.linksAtOnce),
  expiresAt: expiresAt.optional(),
})

/** For a file, which is the body. */
export const LinksQuery = strictQuery({ expiresAt: expiresAt.optional() }, [])

/** The links in the order they were asked for; each is shown this once. */
export const CreatedLinks = z.object({
  links: z.array(z.object({ respondent: z.string(), url: z.string() })),
  expiresAt: z.string(),
})
export type CreatedLinks = z.infer<typeof CreatedLinks>

/** A personal link as it is listed: neither its secret nor what it knows of a person beside the shop's own id. */
export const LinkView = z.object({
  id: z.string(),
  respondent: z.string(),
  orderId: z.string(),
  location: z.string(),
  /** Nobody answered yet, somebody began, or the one response is complete. */
  state: z.enum(['unused', 'begun', 'answered']),
  createdAt: z.string(),
  expiresAt: z.string(),
})
export type LinkView = z.infer<typeof LinkView>

export const ListLinks = strictQuery({ cursor: z.string().max(64).optional() }, [])

/** `count` is of all links of the survey; `next` the cursor of the next page, or null. */
export const Links = z.object({ links: z.array(LinkView), count: z.int(), next: z.string().nullable() })
export type Links = z.infer<typeof Links>

export const Revoked = z.object({ revoked: z.int() })
export type Revoked = z.infer<typeof Revoked>

/** Which of a survey's addresses. */
export const ChannelQuery = strictQuery(
  {
    lang: z.string().max(limits.locale).optional(),
    location: Location.optional(),
    kiosk: z.literal('1').optional(),
  },
  [],
)

export type ChannelQuery = z.infer<typeof ChannelQuery>

export const EmailQuery = strictQuery(
  {
    lang: z.string().max(limits.locale).optional(),
    /** What a mailer puts each customer's personal link in place of: `{{link}}`. Left out, everybody gets the same address. */
    link: z
      .string()
      .regex(/^[^\s"<>&?#]{1,100}$/, 'a placeholder such as {{link}}')
      .optional(),
    location: Location.optional(),
  },
  [],
)
