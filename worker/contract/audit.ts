import * as z from 'zod'
import { strictQuery } from './query.ts'

const small = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const AuditLine = z.object({
  id: z.int(),
  at: z.string(),
  /** A person or an API key, with the name it had. */
  actor: z.object({ id: z.string(), name: z.string() }),
  /** The route, as OpenAPI names it. */
  action: z.string(),
  /** The id it was about; '' for the site. */
  object: z.string(),
  /** What was answered: 403 for what the role doesn't allow, 401 for what a fresh sign-in was needed for, null for what is under way or was cut off. */
  status: z.int().nullable(),
  /** The fields it changed, each before and after; null where that is too long to be told. */
  changes: z.record(z.string(), z.tuple([small, small]).nullable()),
})
export type AuditLine = z.infer<typeof AuditLine>

export const AuditQuery = strictQuery(
  {
    /** Ids. */
    actor: z.string().max(40).optional(),
    object: z.string().max(40).optional(),
    cursor: z.coerce.number().int().min(1).optional(),
  },
  [],
)

export const Audit = z.object({ items: z.array(AuditLine), next: z.string().nullable() })
export type Audit = z.infer<typeof Audit>
