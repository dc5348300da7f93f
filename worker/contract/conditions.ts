import * as z from 'zod'
import { Category } from './category.ts'
import { limits } from './limits.ts'
import { Sentiment } from './sentiment.ts'

/**
 * Which responses, wherever that is kept: by views, rules and alerts. The filters of the feed's query but its days and its page, so
 * that the feed can show exactly what any of them takes. All must hold; what is left out holds for every response.
 */
export const Conditions = z.strictObject({
  survey: z.string().max(64).optional(),
  category: Category.optional(),
  score: z.int().min(0).max(10).optional(),
  scoreAtLeast: z.int().min(0).max(10).optional(),
  scoreAtMost: z.int().min(0).max(10).optional(),
  /** Only the worst category of each survey's metric: detractors, the dissatisfied, those who had it difficult. */
  unhappy: z.literal(true).optional(),
  /** Only those by which a valued customer is at risk: the latest score, of the worst category after one that was better (docs/customers.md). */
  atRisk: z.literal(true).optional(),
  /** Only responses that carry a comment. */
  commented: z.literal(true).optional(),
  /** The name of a tag. */
  tag: z.string().max(limits.tagName).optional(),
  sentiment: Sentiment.optional(),
  /** Only responses whose words say the opposite of their score. */
  disagrees: z.literal(true).optional(),
  /** Only of shoppers who left a way to be reached. */
  contact: z.literal(true).optional(),
  /** Only with an order worth as much, in the currency's own unit: of any currency unless `orderCurrency` says which. */
  orderValueAtLeast: z.number().min(0).max(1e9).optional(),
  orderCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** A product of the order. */
  sku: z.string().max(limits.sku).optional(),
  /** The catalogue's category of one of the order's products. */
  productCategory: z.string().max(limits.productCategory).optional(),
  /** Words in whatever was typed; `"a phrase"`, and `deliver*` for all that begins so. */
  q: z.string().trim().max(200).optional(),
  /** One value a dimension. */
  segments: z.record(z.string().max(limits.traitKey), z.string().max(limits.traitValue)).optional(),
  /** By the id of a closed question: the answer that was chosen, or one of several. */
  answers: z.record(z.string().max(40), z.string().max(limits.traitValue)).optional(),
})
export type Conditions = z.infer<typeof Conditions>
