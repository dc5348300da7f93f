import type { Comparison } from '../../contract/targeting.ts'

/** Whether a value is what is asked for, the texts asked for being in lower case. A value that is missing is ''. */
export function holds({ is, not, contains, from, to }: Comparison, value: unknown): boolean {
  const text = `${value ?? ''}`.trim().toLowerCase()
  const number = Number.parseFloat(text)
  return (
    (!is || is.includes(text)) &&
    !not?.includes(text) &&
    (!contains || contains.some((part) => text.includes(part))) &&
    (from === undefined || number >= from) &&
    (to === undefined || number <= to)
  )
}
