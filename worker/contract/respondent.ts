import * as z from 'zod'
import { CaseEvent } from './case.ts'
import { CustomerTold } from './customer.ts'
import { ContactView, ResponseItem } from './response.ts'

const order = z.object({ id: z.string(), value: z.number(), currency: z.string(), skus: z.array(z.string()) }).partial()

/** What a site knows of one person: all that is kept under their id, or was typed with their address in it. */
export const RespondentExport = z.object({
  respondent: z.string(),
  exportedAt: z.string(),
  responses: z.array(
    ResponseItem.extend({
      ...{ respondent: z.string(), url: z.string(), locale: z.string(), order, contacts: z.array(ContactView) },
      /** What was done about it, notes included. */
      history: z.array(CaseEvent),
    }),
  ),
  /** When they were asked, by survey; ISO times, null where it never happened. */
  asked: z.array(
    z.object({
      survey: z.string(),
      verified: z.boolean(),
      shown: z.string().nullable(),
      answered: z.string().nullable(),
      dismissed: z.string().nullable(),
      never: z.string().nullable(),
    }),
  ),
  /** What the shop told of them. */
  told: CustomerTold,
  /** Personal links made for them. */
  links: z.array(
    z.object({
      survey: z.string(),
      location: z.string(),
      locale: z.string(),
      traits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      createdAt: z.string(),
      expiresAt: z.string(),
    }),
  ),
})
export type RespondentExport = z.infer<typeof RespondentExport>

export const Erased = z.object({ responses: z.int() })
export type Erased = z.infer<typeof Erased>
