import * as z from 'zod'

/** What the words of a comment say of the mood. */
export const Sentiment = z.enum(['positive', 'neutral', 'negative', 'mixed'])
export type Sentiment = z.infer<typeof Sentiment>
