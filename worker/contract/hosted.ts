import * as z from 'zod'
import { limits } from './limits.ts'

/** A place where a link or a code hangs, counted as the dimension `location`. */
export const Location = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^\p{C}]+$/u, 'at most 64 characters that can be seen')

/**
 * What an address of a survey's own page may say. Mailers add parameters of their own and people cut addresses short: what
 * makes no sense is left out, never a reason to show nothing.
 */
export const HostedQuery = z.object({
  lang: z.string().max(limits.locale).catch(''),
  /** Chosen already when the page opens; nothing is stored by that. */
  score: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  kiosk: z.literal('1').optional().catch(undefined),
  location: Location.optional().catch(undefined),
  source: z.literal('email').optional().catch(undefined),
})
export type HostedQuery = z.infer<typeof HostedQuery>
