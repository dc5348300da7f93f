import { contextOf } from './context.ts'
import { type Glyphs, isDigit, isLetter, type Span } from './glyphs.ts'
import { type Group, isEdge, mostGroups, type Run, runsOf } from './numbers.ts'
import { followsArea, isInternational, isWrittenAsPhone } from './phone-plans.ts'

/** With a word that says so, any number of this many digits is a phone's: from a village's to E.164's longest. */
const [fewest, most] = [7, 15]

/**
 * Phone numbers outside of what is taken. Those that begin as only they do (`+49`, `0049`, `0171`) are found among other
 * numbers; then, of what is left, whole runs that are written as they are somewhere, or that words call one.
 */
export function findPhones(glyphs: Glyphs, taken: readonly Span[]): Span[] {
  const plain = runsOf(glyphs, taken).flatMap((run) => findIn(glyphs, run, plainEnd))
  const both = [...taken, ...plain].sort((one, other) => one.from - other.from)
  return [...plain, ...runsOf(glyphs, both).flatMap((run) => findIn(glyphs, run, doubtfulEnd))]
}

/** Where a phone number that begins at a group of the run ends: the place of the group after it. */
type FindEnd = (run: Run, from: number, clues: Clues) => number | undefined

interface Clues {
  /** A word says that this is a phone number. */
  isCalled: boolean
  /** Letters are tied to it by a dash or the like: rather an article number. */
  isTied: boolean
  /** Brackets around the first group. */
  hasArea: boolean
}

function findIn(glyphs: Glyphs, run: Run, findEnd: FindEnd): Span[] {
  const found: Span[] = []
  let rest = run
  for (;;) {
    const first = firstIn(glyphs, rest, findEnd)
    if (!first) return found
    found.push(first.span)
    // What follows stands beside a mark from now on, and is judged as it will be when it is read again.
    rest = { ...rest, start: first.next, plus: undefined, walls: [first.span.to, rest.walls[1]] }
  }
}

function firstIn(glyphs: Glyphs, run: Run, findEnd: FindEnd): { span: Span; next: number } | undefined {
  const { groups, start } = run
  if (start >= groups.length) return
  const { word, isLabelled, isAmount } = contextOf(glyphs, run)
  // A country code is as good as a label.
  if (run.plus === undefined && (isLabelled || isAmount)) return
  for (let i = start; i < groups.length; i++) {
    if (i > start && !isEdge(groups, i)) continue
    const isFirst = i === start
    const clues = {
      isCalled: word === 'phone' && isFirst,
      isTied: isFirst && isTied(glyphs, run),
      hasArea: hasArea(glyphs, groups, i),
    }
    const next = findEnd(run, i, clues)
    if (next !== undefined) return { span: spanOf(glyphs, run, i, next), next }
  }
}

/** `+49 171 1234567`, `0049 171…`, `0171 1234567`, `(0171) 1234567`. */
function plainEnd(run: Run, from: number, { isCalled, isTied }: Clues): number | undefined {
  const { groups, plus, start } = run
  if (isTied && !isCalled && plus === undefined) return
  return longest(groups, from, (digits, to) => {
    if (plus !== undefined && from === start) return isInternational(digits)
    const alone = to === from + 1
    if (digits.startsWith('00'))
      return isInternational(digits.slice(2)) && digits.length >= 10 && (isCalled || !isGtin(digits, alone))
    return isNational(groups.slice(from, to), digits, isCalled)
  })
}

/** A number with its leading 0. */
function isNational(groups: readonly Group[], digits: string, isCalled: boolean): boolean {
  const { length } = digits
  if (!/^0[1-9]/.test(digits) || length < (isCalled ? fewest : 9) || length > 12 || groups.length > mostGroups) return false
  if (groups.length === 1)
    return isCalled || /^01[567]/.test(digits) || (length !== 9 && !(length === 12 && isGtin(digits, true)))
  const [first, second] = groups
  if (first === undefined || second === undefined || first.digits.length < 2 || isDate(groups)) return false
  return groups.slice(1).every(({ digits: one, gap }, i) => one.length > 1 || (i === groups.length - 2 && gap === '-'))
}

/** The whole run, as numbers without a leading 0 are written; or whatever is called a phone number. */
function doubtfulEnd({ groups, plus, start }: Run, from: number, { isCalled, isTied, hasArea }: Clues): number | undefined {
  if (from > start || (isTied && !isCalled)) return
  const whole = groups.slice(start, start + mostGroups + 1)
  const shape = whole.map(({ digits }) => digits).join('-')
  const isThousands = whole.length > 2 && whole.slice(1).every(({ gap, digits }) => gap === '.' && digits.length === 3)
  if (plus === undefined && !isThousands && (isWrittenAsPhone(shape) || (hasArea && followsArea(shape)))) return groups.length
  if (!isCalled) return
  return longest(groups, from, (digits, to) => digits.length <= most && !isDate(groups.slice(from, to)))
}

/** The longest piece from a group to an edge that fits, at most as long as a phone number. */
function longest(groups: readonly Group[], from: number, fits: (digits: string, to: number) => boolean): number | undefined {
  let [digits, end] = ['', undefined as number | undefined]
  for (let to = from + 1; to <= Math.min(groups.length, from + mostGroups); to++) {
    digits += groups[to - 1]?.digits ?? ''
    if (digits.length > most + 2) break
    if (digits.length >= fewest && isEdge(groups, to) && fits(digits, to)) end = to
  }
  return end
}

/** A date, or a month and a year, begins here. Five pairs are a French number, though. */
function isDate(groups: readonly Group[]): boolean {
  const digits = groups.map((group) => group.digits).join('-')
  if (/^\d\d(-\d\d){4}$/.test(digits)) return new Set(groups.slice(2).map(({ gap }) => gap)).size > 1
  const isDay = /^(0?[1-9]|[12]\d|3[01])-(0?[1-9]|[12]\d|3[01])-((19|20)?\d\d)(-|$)/.test(digits)
  return isDay || /^((19|20)\d\d-?(0[1-9]|1[0-2])-?([0-2]\d|3[01])|(0[1-9]|1[0-2])-(19|20)\d\d-(0[1-9]|1[0-2]))(-|$)/.test(digits)
}

/** An EAN or UPC, by GS1's check digit: weights 3 and 1 from the right. */
function isGtin(digits: string, alone: boolean): boolean {
  if (!alone || ![8, 12, 13, 14].includes(digits.length)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 3)
  return sum % 10 === 0
}

/** What was taken ties nothing: it will be a mark. */
function isTied(glyphs: Glyphs, { groups, start, walls }: Run): boolean {
  const before = (groups[start]?.from ?? 0) - 1
  const [sign, tied] = [glyphs.at(before), glyphs.at(before - 1)]
  return sign !== '' && '-/_='.includes(sign) && before > walls[0] && (isLetter(tied) || isDigit(tied))
}

const hasArea = (glyphs: Glyphs, groups: readonly Group[], i: number) =>
  glyphs.at((groups[i]?.from ?? 0) - 1) === '(' && glyphs.at(groups[i]?.to ?? 0) === ')'

/** With its plus, and the bracket that opens before its first group. */
function spanOf(glyphs: Glyphs, { groups, plus, start }: Run, first: number, next: number): Span {
  const from = first === start && plus !== undefined ? plus : (groups[first]?.from ?? 0)
  const to = groups[next - 1]?.to ?? from
  const closes = (i: number): boolean => i < to && (glyphs.at(i) === ')' || closes(i + 1))
  return { from: glyphs.at(from - 1) === '(' && closes(from) ? from - 1 : from, to, kind: 'phone' }
}
