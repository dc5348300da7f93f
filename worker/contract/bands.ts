import * as z from 'zod'
import { limits } from './limits.ts'

/** How the numbers of a trait become the values of a dimension: in bands, each of which begins at a threshold. */
const Bands = z.strictObject({
  /** A declared dimension that is a trait. */
  dimension: z.string().max(64),
  from: z
    .array(z.number())
    .min(1)
    .max(20)
    .refine((from) => from.every((threshold, i) => i === 0 || threshold > (from[i - 1] ?? 0)), 'thresholds rise'),
  /** Stands behind the numbers: € or orders. */
  unit: z.string().trim().max(12),
})
export type Bands = z.infer<typeof Bands>

export const AllBands = z.array(Bands).max(limits.dimensions)
