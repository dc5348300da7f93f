import * as z from 'zod'
import { strictQuery } from './query.ts'

export const ImportState = z.enum(['receiving', 'running', 'done', 'undoing', 'undone'])

export const ImportView = z.object({
  import: z.string(),
  survey: z.string(),
  state: ImportState,
  received: z.int(),
  stored: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  /** The first 100 refusals; rows are numbered from 1, a header line not counted. */
  reasons: z.array(z.object({ row: z.int(), reason: z.string() })),
  createdAt: z.string(),
})
export type ImportView = z.infer<typeof ImportView>

export const ImportQuery = strictQuery({ survey: z.string(), dryRun: z.literal('1').optional() })
