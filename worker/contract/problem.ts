import * as z from 'zod'

/** What does not fit, and where it stands (RFC 6901). */
export const Fault = z.object({ pointer: z.string(), detail: z.string() })

/** RFC 9457. `errors` points at what to mend (RFC 6901 pointers). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(Fault).optional(),
  /** Set where signing in again is all that is missing. */
  needs: z.literal('fresh-sign-in').optional(),
})
export type Problem = z.infer<typeof Problem>
