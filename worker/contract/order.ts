import * as z from 'zod'
import { limits } from './limits.ts'

/** Ids of shops are often numbers. */
const OrderText = z.union([z.string(), z.number().transform(String)])
const Sku = OrderText.pipe(z.string().min(1).max(limits.sku))

const fields = {
  id: OrderText.pipe(z.string().max(128)),
  /** In the currency's own unit: 59.9 euros. */
  value: z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^\d{1,10}(\.\d{1,10})?$/)
        .transform(Number),
    ])
    .pipe(z.number().min(0).max(1e9)),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/),
}
const mostSkus = 100

/** An order as a file gives it: what doesn't fit is said, and the row refused. */
export const Order = z.object({ ...fields, skus: z.array(Sku).max(mostSkus) }).partial()
export type Order = z.infer<typeof Order>

/** An order as a shop's page sends it: a slip in one field must not cost the shopper's answer. */
export const SentOrder = z
  .looseObject({
    id: fields.id.optional().catch(undefined),
    value: fields.value.optional().catch(undefined),
    currency: fields.currency.optional().catch(undefined),
    skus: z
      .array(Sku.nullable().catch(null))
      .max(mostSkus)
      .transform((all) => all.filter((sku) => sku !== null))
      .optional()
      .catch(undefined),
    /** By the shop: hex HMAC-SHA-256 of `order:` and the id with the site's identity secret. Without it the answer isn't verified. */
    signature: z.string().max(256).optional().catch(undefined),
  })
  .optional()
  .catch(undefined)
