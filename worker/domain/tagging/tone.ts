import type { Sentiment } from '../../contract/sentiment.ts'

const sentiments: Record<string, Sentiment> = { p: 'positive', n: 'negative', u: 'neutral', m: 'mixed' }

/** What a letter of `responses.tones` says: how a comment sounds, and whether its words say the opposite of the score. */
export function readTone(letter: string): { sentiment: Sentiment | null; disagrees: boolean } {
  const lower = letter.toLowerCase()
  return { sentiment: sentiments[lower] ?? null, disagrees: letter !== lower }
}

/** The letters that say so: with and without a disagreement, or only those with one. */
export function tonesOf(sentiment: Sentiment | undefined, disagrees: boolean): string[] {
  const letters = Object.keys(sentiments).filter((letter) => sentiment === undefined || sentiments[letter] === sentiment)
  const capitals = letters.map((letter) => letter.toUpperCase())
  return disagrees ? capitals : [...letters, ...capitals]
}
