import * as z from 'zod'
import { strictQuery } from './query.ts'

/** As pages name a customer by `identify`. */
export const CustomerParams = z.object({ customer: z.string().trim().min(1).max(256) })

const Trait = z.union([z.string(), z.number(), z.boolean()])

/** Null takes one back; those that aren't named stay. `at`: since when they hold. */
export const PutCustomer = z.strictObject({
  traits: z.record(z.string(), Trait.nullable()),
  at: z.iso.datetime({ offset: true }).optional(),
})

const OrderTold = z.object({ id: z.string(), at: z.string(), value: z.number().nullable(), currency: z.string().nullable() })

/** All that the shop ever told of one customer: what was known from a time on, and every order. */
export const CustomerTold = z.object({
  known: z.array(z.object({ since: z.string().nullable(), traits: z.record(z.string(), Trait) })),
  orders: z.array(OrderTold),
})
export type CustomerTold = z.infer<typeof CustomerTold>

export const Customer = z.object({
  id: z.string(),
  /** As they are known now. */
  traits: z.record(z.string(), Trait),
  /** Since when; null for what was known first. */
  since: z.string().nullable(),
  /** Those the shop sent, the last first, 200 at most. */
  orders: z.array(OrderTold),
})
export type Customer = z.infer<typeof Customer>

export const UploadQuery = strictQuery({ dryRun: z.literal('1').optional() })

/** What became of a file's rows: received = stored + unchanged + rejected. */
export const Upload = z.object({
  received: z.int(),
  stored: z.int(),
  /** Known before, exactly so. */
  unchanged: z.int(),
  rejected: z.int(),
  /** The first 100 refusals; rows are numbered from 1, the header not counted. */
  reasons: z.array(z.object({ row: z.int(), reason: z.string() })),
})
export type Upload = z.infer<typeof Upload>
