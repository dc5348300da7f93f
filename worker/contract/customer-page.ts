import * as z from 'zod'
import { CasedResponse } from './case.ts'
import { Customer } from './customer.ts'
import { Order } from './order.ts'

/** An order of a customer's; `response` is the one it came with, or was about. */
const PageOrder = z.object({
  id: z.string().nullable(),
  at: z.string(),
  value: z.number().nullable(),
  currency: z.string().nullable(),
  response: z.string().nullable(),
})
export type PageOrder = z.infer<typeof PageOrder>

/** One identified customer: what is known of them, and all they answered, as far as whoever asks may see it. */
export const CustomerPage = Customer.omit({ orders: true }).extend({
  /** The dimensions whose highest band they are in, with the name of the band; empty for whoever isn't valued. */
  valued: z.array(z.object({ dimension: z.string(), band: z.string() })),
  /** Valued, and the latest score is of the worst category after one that was better. */
  atRisk: z.boolean(),
  /** The last answered first; at most 200, and `shortened` where there are more. */
  responses: z.array(CasedResponse.extend({ order: Order })),
  shortened: z.boolean(),
  /** Those the shop sent and those that came with answers, each once, the last first. */
  orders: z.array(PageOrder),
})
export type CustomerPage = z.infer<typeof CustomerPage>
