import { firstCodePoints } from './text.ts'

/** Long enough to tell questions apart, short enough for a mapping of many to fit in an address. */
const longest = 100

/** A column of our own exports, in which even white space at the end is part of a trait's name. */
const exported = /^(segment|trait|answer)\./

/** Names of a file's columns: each one different and none empty, since a cell is found by its column's name. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Set<string>()
  return header.map((cell, at) => {
    const base = exported.test(cell) ? cell : shortened(cell.trim().replace(/\s+/g, ' ')) || `Column ${at + 1}`
    let name = base
    for (let again = 2; seen.has(name); again++) name = `${base} (${again})`
    seen.add(name)
    return name
  })
}

function shortened(text: string): string {
  const start = firstCodePoints(text, longest)
  return start === text ? text : `${firstCodePoints(text, longest - 1)}…`
}

/** What SurveyMonkey writes beneath a question that takes one answer. */
const plainAnswer = /^(open-ended )?response$/i

/**
 * SurveyMonkey's header has two lines: questions, and beneath them what each column of a question is (a choice, "Other",
 * "Open-Ended Response"); a question with several columns stands above the first only. Null when the second line is a row.
 */
export function joinedHeader(first: readonly string[], second: readonly string[]): string[] | null {
  const at = (name: string) => first.findIndex((cell) => cell.trim().toLowerCase() === name)
  const [respondent, collector] = [at('respondent id'), at('collector id')]
  if (respondent < 0 || collector < 0 || second[respondent]?.trim() || second[collector]?.trim()) return null
  let question = ''
  return first.map((cell, i) => {
    question = cell.trim() || question
    const part = second[i]?.trim() ?? ''
    if (!part || (cell.trim() && plainAnswer.test(part))) return question
    return `${question}: ${part}`
  })
}
