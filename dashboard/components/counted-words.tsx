import { Fragment } from 'preact'
import { Definition } from './definition.tsx'

/** A sentence whose counts, the numbers in brackets, say how they came about. */
export function CountedWords({ text, formula }: { text: string; formula: string }) {
  return (
    <>
      {text.split(/(?<=\()([\d,]+)(?=\))/).map((part, i) => (
        <Fragment key={i}>
          {i % 2 === 0 ? part : <Definition meaning={{ formula, numbers: `${part}.` }}>{part}</Definition>}
        </Fragment>
      ))}
    </>
  )
}
