/** Words and phrases as they are typed: those that are done, and what stands in the field. */
export interface TypedWords {
  done: readonly string[]
  draft: string
}

/** Commas of other scripts too. */
const between = /[,\n\u3001\uff0c\u060c]/

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** These and more, each once, whatever its case. */
function joined(words: readonly string[], more: readonly string[]): string[] {
  const all = [...words]
  for (const text of more) {
    const word = text.trim().replace(/\s+/g, ' ')
    if (word !== '' && !all.some((one) => same(one, word))) all.push(word)
  }
  return all
}

/** All that is looked for: what is still being typed too. */
export const wordsOf = ({ done, draft }: TypedWords): string[] => joined(done, draft.split(between))

export const settled = (typed: TypedWords): TypedWords => ({ done: wordsOf(typed), draft: '' })

/** After something was typed or put into the field: whatever stands before a comma or a line's end is done. */
export function typedOn({ done }: TypedWords, text: string): TypedWords {
  const pieces = text.split(between)
  return { done: joined(done, pieces.slice(0, -1)), draft: pieces.at(-1) ?? '' }
}

export const without = ({ done, draft }: TypedWords, at: number): TypedWords => ({ done: done.toSpliced(at, 1), draft })

/** A word goes back into the field; what stood there is done. */
export function takenBack(typed: TypedWords, at: number): TypedWords {
  const draft = typed.done[at] ?? ''
  return { done: wordsOf(without(typed, at)).filter((word) => !same(word, draft)), draft }
}
