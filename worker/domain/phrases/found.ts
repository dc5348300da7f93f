import type { Corpus } from './corpus.ts'
import type { Gram, Level } from './grams.ts'

/** A gram with the comments that hold it and the ways it was written. */
export interface Found extends Gram {
  /** Numbers in the corpus, ascending: the order the comments were given in. */
  comments: number[]
  /** As people wrote it, most often so. */
  phrase: string
}

/** Whether a gram may be shown: it says something, and neither begins nor ends in the middle of saying it. */
export function isPhrase({ kinds }: Corpus, { words }: Gram): boolean {
  const kindAt = (i: number) => kinds[words.at(i) ?? -1]
  return kindAt(0) !== 'stop' && kindAt(-1) !== 'stop' && words.some((word) => kinds[word] === 'word')
}

/** Goes through the comments once for all grams that are wanted. */
export function findGrams(corpus: Corpus, levels: readonly Level[], wanted: ReadonlySet<Gram>): Found[] {
  return levels.flatMap(({ grams, at }, length) => {
    const places = grams.map((gram): Place | undefined => (wanted.has(gram) ? { comments: [], forms: new Map() } : undefined))
    for (const [comment, starts] of at.entries())
      starts.forEach((number, i) => {
        const place = places[number]
        if (!place) return
        if (place.comments.at(-1) !== comment) place.comments.push(comment)
        const form = written(corpus, comment, i, i + length)
        place.forms.set(form, (place.forms.get(form) ?? 0) + 1)
      })
    return grams.flatMap((gram, number) => {
      const place = places[number]
      return place ? { ...gram, comments: place.comments, phrase: mostCommon(place.forms) } : []
    })
  })
}

interface Place {
  comments: number[]
  /** How often it was written in each way. */
  forms: Map<string, number>
}

function written({ said }: Corpus, comment: number, first: number, last: number): string {
  const { text = '', reading } = said[comment] ?? {}
  return text.slice(reading?.tokens[first]?.start, reading?.tokens[last]?.end).replace(/\s+/g, ' ')
}

/** Of equally common forms the one that was written first. */
function mostCommon(forms: ReadonlyMap<string, number>): string {
  const most = Math.max(...forms.values())
  return [...forms].find(([, n]) => n === most)?.[0] ?? ''
}
