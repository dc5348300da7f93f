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

export const Preview = z.object({ url: z.string(), expiresAt: z.string() })

export const Purged = z.object({ deleted: z.int() })
