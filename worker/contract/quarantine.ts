import * as z from 'zod'
import { limits } from './limits.ts'
import { strictQuery } from './query.ts'
import { ResponseItem } from './response.ts'

/** Why an answer is set aside: another of the same visitor that day; more of its kind from one network than chance allows; the same on a day with far more answers than any before; words that others brought; no signed order where the site asks for one. */
export const HeldReason = z.enum(['repeat', 'network', 'surge', 'text', 'unverified'])
export type HeldReason = z.infer<typeof HeldReason>

export const HeldQuery = strictQuery({
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(limits.feedPage).default(50),
})

export const HeldResponse = ResponseItem.extend({ reasons: z.array(HeldReason) })
export type HeldResponse = z.infer<typeof HeldResponse>

/** What a survey's quarantine holds, the last answered first; `count` is at most `limits.heldCounted`. */
export const Quarantine = z.object({ count: z.int(), items: z.array(HeldResponse), next: z.string().nullable() })
export type Quarantine = z.infer<typeof Quarantine>

/** Which of them: some by their ids, or all, as many at once as one request may change. */
export const HeldOnes = z
  .strictObject({
    responses: z.array(z.string().max(64)).min(1).max(limits.heldAtOnce).optional(),
    all: z.literal(true).optional(),
  })
  .refine(({ responses, all }) => (responses === undefined) !== (all === undefined), 'either `responses` or `all`')
export type HeldOnes = z.infer<typeof HeldOnes>

/** How many were changed, and how many are still held. */
export const HeldChange = z.object({ changed: z.int(), left: z.int() })
export type HeldChange = z.infer<typeof HeldChange>
