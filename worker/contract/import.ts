import * as z from 'zod'
import { limits } from './limits.ts'
import { strictQuery } from './query.ts'
import { TimeZone } from './site.ts'

export const ImportState = z.enum(['receiving', 'running', 'done', 'undoing', 'undone'])

export const ImportView = z.object({
  import: z.string(),
  survey: z.string(),
  state: ImportState,
  received: z.int(),
  stored: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  /** The first refusals, 100 unless a dry run is asked for more; rows are numbered from 1, header lines not counted. */
  reasons: z.array(z.object({ row: z.int(), reason: z.string() })),
  createdAt: z.string(),
})
export type ImportView = z.infer<typeof ImportView>

/** What a column of a foreign file is: a part of the response or of its order, or by name a segment, a trait or a question's answer. */
export const ColumnMeaning = z
  .string()
  .max(80)
  .regex(
    /^(id|score|comment|at|locale|tags|order\.(id|value|currency|skus)|(segment|trait|answer)\.[\s\S]+)$/,
    'id, score, comment, at, locale, tags, order.id, order.value, order.currency, order.skus, segment.X, trait.X or answer.ID',
  )
export type ColumnMeaning = z.infer<typeof ColumnMeaning>

/** How a foreign file is read. A column that isn't named here, or is null, is left out and never stored. */
export const ImportMapping = z.strictObject({
  columns: z.record(z.string(), ColumnMeaning.nullable()),
  /** The order of dates such as 03/04/2025; without it those that can be read both ways are refused. */
  dates: z.enum(['dmy', 'mdy']).optional(),
  /** IANA zone of times that name none; the site's where left out. */
  timeZone: TimeZone.optional(),
  /** The worst and the best score the file can have, where it isn't plain; from high to low turns the scores round. */
  scale: z.tuple([z.int().min(0).max(100), z.int().min(0).max(100)]).optional(),
  /** Where the file isn't Unicode. */
  encoding: z.literal('windows-1252').optional(),
})
export type ImportMapping = z.infer<typeof ImportMapping>

export const ImportPreview = z.object({
  format: z.enum(['earshot', 'survey-monkey', 'typeform', 'delighted', 'google-forms', 'other']),
  /** The format in words. */
  name: z.string(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  columns: z.array(
    z.object({
      name: z.string(),
      /** Up to three different values, shortened. */
      samples: z.array(z.string()),
      /** Looks like a name, an address or the like: left out unless somebody asks for it. */
      personal: z.boolean(),
      /** How its dates are ordered; null where it holds none, `plain` where there is only one way to read them. */
      dates: z.enum(['plain', 'dmy', 'mdy', 'unclear']).nullable(),
      /** Its scores might be of a shorter scale than the survey's. */
      shortScale: z.boolean(),
    }),
  ),
  /** What `mapping` may be sent as; null for a file of ours, which needs none. */
  mapping: ImportMapping.nullable(),
  /** What to know before going on, in sentences. */
  notes: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportQuery = strictQuery({
  survey: z.string(),
  dryRun: z.literal('1').optional(),
  reasons: z.coerce
    .number()
    .int()
    .min(limits.importReasons)
    .max(limits.dryRunReasons)
    .optional()
    .describe('How many refusals a dry run tells; 100 where left out'),
  mapping: z.string().max(16_000).optional().describe('How a foreign file is read: an ImportMapping as JSON'),
})

export const PreviewQuery = strictQuery({ survey: z.string() })
