import type { Comparison } from '../../../../worker/contract/targeting.ts'
import { alternatives } from '../../wording.ts'

/** One way a value is compared. What the contract says of a value is one or more of these. */
export type Line =
  | { how: 'is' | 'not'; values: string[] /** Whether a value that is missing counts too. */; orNone: boolean }
  | { how: 'contains'; values: string[] }
  | { how: 'range'; from?: number | undefined; to?: number | undefined }
  | { how: 'known' | 'missing' }
export type How = Line['how']

export const howNames: Record<How, string> = {
  is: 'is one of',
  not: 'is none of',
  contains: 'contains one of',
  range: 'is a number',
  known: 'is known',
  missing: 'isn’t known',
}

/** Which field of the contract a way is told by: two ways in one field can't stand side by side. */
const fields: Record<How, 'is' | 'not' | 'contains' | 'range'> = {
  ...{ is: 'is', missing: 'is', not: 'not', known: 'not' },
  ...{ contains: 'contains', range: 'range' },
}

/** What a comparison says, a line for each way; programs may say several of one value. */
export function linesOf({ is, not, contains, from, to }: Comparison): Line[] {
  return [
    ...(is ? [listed('is', 'missing', is)] : []),
    ...(not ? [listed('not', 'known', not)] : []),
    ...(contains ? [{ how: 'contains' as const, values: contains }] : []),
    ...(from !== undefined || to !== undefined ? [{ how: 'range' as const, from, to }] : []),
  ]
}

function listed(how: 'is' | 'not', alone: 'missing' | 'known', all: string[]): Line {
  const values = all.filter((value) => value !== '')
  const orNone = values.length < all.length
  return orNone && values.length === 0 ? { how: alone } : { how, values, orNone }
}

export function comparisonOf(lines: readonly Line[]): Comparison {
  return Object.assign({}, ...lines.map(fieldsOf))
}

function fieldsOf(line: Line): Comparison {
  switch (line.how) {
    case 'is':
    case 'not':
      return { [line.how]: [...line.values, ...(line.orNone ? [''] : [])] }
    case 'contains':
      return { contains: line.values }
    case 'range':
      return { ...(line.from !== undefined && { from: line.from }), ...(line.to !== undefined && { to: line.to }) }
    case 'known':
      return { not: [''] }
    case 'missing':
      return { is: [''] }
  }
}

/** The ways a line may be turned to, beside the other lines of its value. */
export function waysBeside(line: Line, lines: readonly Line[], ways: readonly How[]): How[] {
  const taken = lines.filter((one) => one !== line).map(({ how }) => fields[how])
  return [...new Set([...ways, line.how])].filter((how) => how === line.how || !taken.includes(fields[how]))
}

/** The same line compared another way; values that were typed stay. */
export function turned(line: Line, how: How): Line {
  const values = 'values' in line ? line.values : []
  switch (how) {
    case 'is':
    case 'not':
      return { how, values, orNone: 'orNone' in line && line.orNone }
    case 'contains':
      return { how, values }
    case 'range':
      return { how, from: 1 }
    case 'known':
    case 'missing':
      return { how }
  }
}

/** "is gold or silver", "is from 3 to 5 and not 4": said after what is compared. */
export function comparisonInWords(comparison: Comparison, shown: (value: string) => string = (value) => value): string {
  const lines = linesOf(comparison).map((line) => lineInWords(line, shown))
  return lines.join(' and ') || 'is anything'
}

/** What is still to be filled in is said so. */
const oneOf = (words: readonly string[]) => alternatives(words) || '…'

function lineInWords(line: Line, shown: (value: string) => string): string {
  switch (line.how) {
    case 'is':
      return `is ${oneOf([...line.values.map(shown), ...(line.orNone ? ['not known'] : [])])}`
    case 'not':
      return `is not ${oneOf(line.values.map(shown))}${line.orNone ? ' and is known' : ''}`
    case 'contains':
      return line.values.includes('') ? 'is anything' : `contains ${oneOf(line.values.map((value) => `“${value}”`))}`
    case 'range':
      if (line.to === undefined) return `is ${line.from} or more`
      return line.from === undefined ? `is ${line.to} or less` : `is from ${line.from} to ${line.to}`
    case 'known':
      return 'is known'
    case 'missing':
      return 'isn’t known'
  }
}
