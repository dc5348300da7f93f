import * as z from 'zod'

/**
 * A name that people read in lists and sentences: something of it can be seen, and nothing in it is a control character, which would end
 * a line of a log or a header.
 */
export const nameOf = (most: number) =>
  z
    .string()
    .trim()
    .min(1, { abort: true })
    .max(most)
    .refine((name) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) && !/\p{Cc}/u.test(name), 'a name that can be seen')

export const Name = nameOf(120)
