import * as z from 'zod'

export const CreatePreview = z.strictObject({
  /** A page of the shop; its first origin's where left out. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  /** How long the link works. */
  hours: z.int().min(1).max(168).default(24),
})

/** A link to a draft as it is listed: the link itself is not kept. */
export const Preview = z.object({
  id: z.string(),
  /** The page it leads to. */
  page: z.string(),
  /** Who made it; null for an API key, and for who has left. */
  author: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
})
export type Preview = z.infer<typeof Preview>

export const CreatedPreview = Preview.extend({ url: z.string() })
export type CreatedPreview = z.infer<typeof CreatedPreview>

/** How many test responses a survey has. */
export const Tests = z.object({ count: z.int() })
export type Tests = z.infer<typeof Tests>

export const Purged = z.object({ deleted: z.int() })
export type Purged = z.infer<typeof Purged>
