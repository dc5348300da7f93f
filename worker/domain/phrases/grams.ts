import type { Corpus } from './corpus.ts'

/** Some words in a row. */
export interface Gram {
  /** Their numbers in the corpus. */
  words: readonly number[]
  /** Comments that hold it, of either crowd. */
  here: number
  there: number
}

/** All grams of one length. */
export interface Level {
  grams: Gram[]
  /** For each comment and place the number of the gram that begins there; -1 for none. */
  at: Int32Array[]
}

/** Words of the longest gram. */
export const longest = 3
/** Above any number of words or grams: the comments that are read at once hold fewer. */
const base = 2 ** 26

/**
 * Every run of one to three words that at least `least` comments hold, by length; longer than one they begin with no stop word. A run
 * can't be in more comments than the shorter one it goes on from (the Apriori rule; Agrawal and Srikant, "Fast Algorithms for Mining
 * Association Rules", VLDB 1994): of the many runs in a text only those are looked at whose beginning is common.
 */
export function gramsOf(corpus: Corpus, least: number): Level[] {
  const { words, joined, kinds } = corpus
  const singles = counted(
    corpus,
    least,
    (comment, i) => words[comment]?.[i] ?? -1,
    (key) => [key],
  )
  const levels = [singles]
  while (levels.length < longest) {
    const shorter = levels.at(-1) ?? singles
    const [length, isLongest] = [levels.length, levels.length === longest - 1]
    const keyAt = (comment: number, i: number) => {
      const first = shorter.at[comment]?.[i] ?? -1
      if (first < 0 || !joined[comment]?.[i + length - 1] || kinds[words[comment]?.[i] ?? -1] === 'stop') return -1
      const last = singles.at[comment]?.[i + length] ?? -1
      return last < 0 || (isLongest && kinds[words[comment]?.[i + length] ?? -1] === 'stop') ? -1 : first * base + last
    }
    const wordsOf = (key: number) => [
      ...(shorter.grams[Math.floor(key / base)]?.words ?? []),
      ...(singles.grams[key % base]?.words ?? []),
    ]
    levels.push(counted(corpus, least, keyAt, wordsOf))
  }
  return levels
}

/** Counts in how many comments each key is, and numbers those that are common; -1 is no key. */
function counted(
  { words, here }: Corpus,
  least: number,
  keyAt: (comment: number, i: number) => number,
  wordsOf: (key: number) => number[],
): Level {
  const seen = new Map<number, number>()
  const counts: { key: number; here: number; there: number; last: number }[] = []
  const at = words.map((ofComment, comment) =>
    ofComment.map((_, i) => {
      const key = keyAt(comment, i)
      if (key < 0) return -1
      const number = seen.get(key) ?? counts.length
      const count = counts[number]
      if (!count) {
        seen.set(key, number)
        counts.push({ key, here: Number(comment < here), there: Number(comment >= here), last: comment })
      } else if (count.last !== comment) {
        if (comment < here) count.here++
        else count.there++
        count.last = comment
      }
      return number
    }),
  )
  const grams: Gram[] = []
  const numbers = counts.map(({ key, here, there }) =>
    here + there < least ? -1 : grams.push({ words: wordsOf(key), here, there }) - 1,
  )
  for (const starts of at) for (let i = 0; i < starts.length; i++) starts[i] = numbers[starts[i] ?? -1] ?? -1
  return { grams, at }
}
