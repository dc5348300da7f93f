import * as z from 'zod'

/** What the installation does at night for a site's data. */
export const Upkeep = z.object({
  /** The last time that all counts were compared with the responses and repaired where they differed. */
  recount: z.object({
    /** When it was done; null before the first. */
    provedAt: z.iso.datetime().nullable(),
    /** Cells of this site that were wrong then, and have been repaired. */
    repaired: z.int(),
    /** The same of the last 30 times together. */
    repairedOfLate: z.int(),
  }),
  /** How full the installation's database is, in percent; null below 85. */
  databaseShare: z.number().nullable(),
})
export type Upkeep = z.infer<typeof Upkeep>
