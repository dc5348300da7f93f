import * as z from 'zod'
import { limits } from './limits.ts'
import { strictQuery } from './query.ts'

export const Product = z.object({
  sku: z.string(),
  /** '' where the file gave none. */
  name: z.string(),
  category: z.string(),
})
export type Product = z.infer<typeof Product>

export const CataloguePage = z.object({ items: z.array(Product), next: z.string().nullable() })

export const CatalogueQuery = strictQuery({
  /** `next` of the page before. */
  cursor: z
    .string()
    .max(2 * limits.sku)
    .optional(),
  limit: z.coerce.number().int().min(1).max(limits.feedPage).default(50),
})

export const CatalogueUploadQuery = strictQuery({ dryRun: z.literal('1').optional() })

/** What became of a catalogue file's rows: received = stored + replaced + rejected. */
export const CatalogueUpload = z.object({
  received: z.int(),
  /** New to the catalogue. */
  stored: z.int(),
  /** There before, or in a row above. */
  replaced: z.int(),
  rejected: z.int(),
  /** The first 100 refusals; rows are numbered from 1, the header not counted. */
  reasons: z.array(z.object({ row: z.int(), reason: z.string() })),
  /** Which column each was read from; null where the file has none. */
  columns: z.object({ sku: z.string().nullable(), name: z.string().nullable(), category: z.string().nullable() }),
})
export type CatalogueUpload = z.infer<typeof CatalogueUpload>
