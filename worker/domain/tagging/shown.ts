import type { ResponseTag } from '../../contract/response.ts'
import type { TagBook } from './book.ts'
import { type Given, merged, type Place, type Tagging } from './tagging.ts'

/** A response's tags as managers see them: those in use, merged ones under the name they have now, in the order of the book. */
export function shownTags(book: TagBook, tagging: Tagging, comment: string): ResponseTag[] {
  if (tagging.size === 0) return []
  const now = merged(tagging, book.merged)
  return book.active.flatMap(({ id, name }) => {
    const given = now.get(id)
    return given ? shownTag({ id, name }, given, comment) : []
  })
}

function shownTag(tag: Pick<ResponseTag, 'id' | 'name'>, given: Given, comment: string): ResponseTag[] {
  const { source } = given
  switch (source) {
    case 'off':
      return []
    case 'manual':
      return [{ ...tag, source, confidence: 1, because: [] }]
    case 'rule':
      return [{ ...tag, source, confidence: 1, because: wordsAt(comment, given.places) }]
    case 'learned':
      return [{ ...tag, source, confidence: given.confidence, because: wordsAt(comment, given.places) }]
  }
}

const wordsAt = (comment: string, places: readonly Place[]) => [
  ...new Set(places.map(([start, end]) => comment.slice(start, end))),
]
