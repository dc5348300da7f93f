import * as z from 'zod'
import { nameOf } from './name.ts'

export const Touchpoint = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'lower-case letters, digits, - and _, at most 64')

/** The moments of a shop's journey in their order. `id` is what pages say and never changes, `name` what people read. None: the usual ones. */
export const Journey = z
  .array(z.strictObject({ id: Touchpoint, name: nameOf(60) }))
  .max(40)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'a touchpoint stands there twice')
export type Journey = z.infer<typeof Journey>
