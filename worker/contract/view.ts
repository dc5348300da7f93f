import * as z from 'zod'
import { Conditions } from './conditions.ts'
import { Name } from './name.ts'
import { Fault } from './problem.ts'

/** Filters under a name: where to look, whatever the days. */
export const View = z.object({
  id: z.string(),
  name: z.string(),
  conditions: Conditions,
  /** Everybody of the site has it; else whoever made it. */
  shared: z.boolean(),
  /** Who made it; null for an API key. */
  author: z.string().nullable(),
  /** Whether the one who asks may change and delete it. */
  mayChange: z.boolean(),
  /** What it names that the site no longer has: until that is back, or the view is changed, it stands for no responses. */
  gone: z.array(Fault),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type View = z.infer<typeof View>

export const Views = z.object({ views: z.array(View) })
export type Views = z.infer<typeof Views>

export const CreateView = z.strictObject({ name: Name, conditions: Conditions, shared: z.boolean().default(false) })
export const PatchView = z.strictObject({ name: Name, conditions: Conditions, shared: z.boolean() }).partial()
