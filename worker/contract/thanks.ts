import * as z from 'zod'
import { Category } from './category.ts'

/** An address of the web; `domain/link.ts` says which are, at save and again in the widget. */
const Url = z.string().trim().min(1).max(2000)

export const Link = z.strictObject({ text: z.string().trim().min(1).max(80), url: Url })
export type Link = z.infer<typeof Link>

const ending = {
  title: z.string().trim().min(1).max(120),
  text: z.string().trim().max(300),
  link: Link.optional(),
  /** A code to copy. */
  coupon: z.string().trim().min(1).max(60).optional(),
  /** Where the page goes once the answer is stored. */
  redirect: Url.optional(),
}

/** What is shown at the end. */
export const Thanks = z.strictObject({
  ...ending,
  /** Where to review the shop in public: offered to everyone alike, whatever their score. */
  review: Link.optional(),
  /** Replaces all but `review` for a category of the score. */
  by: z.partialRecord(Category, z.strictObject(ending)).optional(),
})
export type Thanks = z.infer<typeof Thanks>
export type Ending = Omit<Thanks, 'review' | 'by'>
