import { useContext, useId, useState } from 'preact/hooks'
import { isSame } from '../../../models/editor/draft.ts'
import type { Codec } from '../../../models/editor/when/values.ts'
import { type TypedWords, wordsOf } from '../../../models/typed-words.ts'
import { WordChips } from '../../word-chips.tsx'
import { SaidContext } from '../said-context.ts'

interface Props {
  label: string
  values: readonly string[]
  codec: Codec
  change: (values: string[]) => void
}

/** Any of several values, by the names people have for them. */
export function ValuesField({ label, values, codec, change }: Props) {
  const id = useId()
  const { left } = useContext(SaidContext)
  const [typed, setTyped] = useState<TypedWords>({ done: [], draft: '' })
  const meant = (words: TypedWords) => [...new Set(wordsOf(words).map(codec.read))]
  // What is being typed, while it says what the condition says.
  const now = isSame(meant(typed), values) ? typed : { done: values.map(codec.shown), draft: '' }
  const strange = now.done.flatMap((word, i): [number, string][] => (codec.knows(codec.read(word)) ? [] : [[i, codec.unknown]]))
  return (
    <WordChips
      {...{ id, label, left }}
      typed={now}
      faults={new Map(strange)}
      suggestions={codec.names}
      change={({ done, draft }) => {
        const next = { done: [...new Set(done.map((word) => codec.shown(codec.read(word))))], draft }
        setTyped(next)
        change(meant(next))
      }}
    />
  )
}
