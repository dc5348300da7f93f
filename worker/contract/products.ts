import * as z from 'zod'
import { limits } from './limits.ts'
import { strictQuery } from './query.ts'
import { Scored } from './report.ts'
import { Covered } from './value.ts'

const By = z.enum(['sku', 'category'])
const Sort = z.enum(['answers', 'worst'])

/** What is said of a product: how many of its `n` responses have the tag. */
const ProductTag = z.object({ name: z.string(), n: z.int() })

const ProductRow = Scored.extend({
  /** The SKU or the category; null for products without a category in the catalogue. */
  value: z.string().nullable(),
  /** From the catalogue, of a SKU it knows. */
  name: z.string().optional(),
  category: z.string().optional(),
  /** Fewer answers than `least`: too few to rank. */
  few: z.boolean(),
  /** Those most responses have, most first; a response may have several, or none. */
  tags: z.array(ProductTag),
})
export type ProductRow = z.infer<typeof ProductRow>

export const ProductReport = z.object({
  ...Covered,
  by: By,
  sort: Sort,
  /** A response counts for each product of its order, so that the rows add up to more than the answers. */
  overlap: z.literal(true),
  least: z.int(),
  /** SKUs or categories that were found, and of how many of them (most answers first) the page is taken. */
  found: z.int(),
  compared: z.int(),
  rows: z.array(ProductRow),
  next: z.string().nullable(),
})
export type ProductReport = z.infer<typeof ProductReport>

export const ProductQuery = strictQuery({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  by: By.default('sku'),
  /** `worst`: by the upper end of the interval, the lowest first, and whatever has few answers after the rest. */
  sort: Sort.default('answers'),
  /** `next` of the page before. */
  cursor: z.coerce.number().int().min(0).max(limits.comparedProducts).default(0),
  limit: z.coerce.number().int().min(1).max(limits.feedPage).default(50),
})
export type ProductQuery = z.infer<typeof ProductQuery>
