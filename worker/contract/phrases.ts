import * as z from 'zod'
import { Category } from './category.ts'
import { limits } from './limits.ts'
import { strictQuery } from './query.ts'

const range = { from: z.iso.date().optional(), to: z.iso.date().optional() }

/** Two crowds of comments: the metric's lowest category beside its highest, or these days beside as many just before. */
export const PhrasesQuery = strictQuery({
  ...range,
  against: z.enum(['score', 'before']).default('score'),
  /** The name of a tag: only what its comments say. */
  tag: z.string().max(limits.tagName).optional(),
})
export type PhrasesQuery = z.infer<typeof PhrasesQuery>

/** How much of a crowd was read: its newest comments. */
const Read = {
  /** Comments that were read. */
  n: z.int(),
  /** Comments that there are, as far as was looked. */
  found: z.int(),
  /** Whether all answers of the days were looked at: else there may be more than were found. */
  whole: z.boolean(),
}

const DistinctPhrase = z.object({
  /** As people wrote it, most often so. */
  phrase: z.string(),
  /** Comments of either crowd that hold it, in one of its forms. */
  here: z.int(),
  there: z.int(),
  /** The log-likelihood ratio G2, by which phrases stand. */
  strength: z.number(),
  /** How often chance alone would split it so unevenly. */
  p: z.number(),
  /** Up to three of its responses, the newest first. */
  samples: z.array(z.string()),
})
export type DistinctPhrase = z.infer<typeof DistinctPhrase>

const Crowd = z.object({
  /** Null for all who answered. */
  category: Category.nullable(),
  from: z.iso.date(),
  to: z.iso.date(),
  ...Read,
  /** What this crowd says more often than the other, the strongest first. */
  phrases: z.array(DistinctPhrase),
})
export type Crowd = z.infer<typeof Crowd>

export const Phrases = z.object({
  survey: z.string(),
  against: z.enum(['score', 'before']),
  timeZone: z.string(),
  /** The fewest comments each crowd needs. */
  least: z.int(),
  falseDiscoveryRate: z.number(),
  here: Crowd,
  there: Crowd,
})
export type Phrases = z.infer<typeof Phrases>

export const SuggestionsQuery = strictQuery({ survey: z.string().optional(), ...range })

/** Groups among the comments without a tag. */
export const Suggestions = z.object({
  ...Read,
  suggestions: z.array(
    z.object({
      name: z.string(),
      /** What a rule would look for, any of them. */
      words: z.array(z.string()),
      /** Comments that hold one of them. */
      n: z.int(),
      samples: z.array(z.object({ response: z.string(), comment: z.string() })),
    }),
  ),
})
export type Suggestions = z.infer<typeof Suggestions>
