import { type Glyphs, isDigit, isLetter, type Span } from './glyphs.ts'

/** Digits without anything between them. */
export interface Group {
  from: number
  to: number
  digits: string
  /** What stands between it and the group before: spaces, dashes, dots, slashes, brackets. */
  gap: string
}

/** Groups that might be one number: nothing but gaps between them, nothing taken already. */
export interface Run {
  groups: Group[]
  /** The first group that isn't taken. */
  start: number
  /** Where the `+` before the first group stands. */
  plus: number | undefined
  /** What was taken before and after it: words beyond say nothing of this number. */
  walls: [from: number, to: number]
}

/** A longer group is no number anybody is reached by, and its digits are not kept. */
const longestGroup = 20
const longestGap = 3
/** Nobody sets a number apart into more. */
export const mostGroups = 8

/** The numbers of a text outside of what is taken; a group that belongs to a word, a time, a decimal or an address is left out. */
export function runsOf(glyphs: Glyphs, taken: readonly Span[]): Run[] {
  const runs: Run[] = []
  let groups: Group[] = []
  let plus: number | undefined
  let next = 0
  let isUrl = false
  const walls = (): Run['walls'] => [taken[next - 1]?.to ?? 0, taken[next]?.from ?? glyphs.length]
  const close = () => {
    if (groups.length > 0) runs.push({ groups, start: 0, plus, walls: walls() })
    groups = []
  }
  for (let i = 0; i < glyphs.length; i++) {
    while (taken[next] && (taken[next]?.to ?? 0) <= i) next++
    const span = taken[next]
    if (span && span.from <= i) {
      close()
      i = span.to - 1
      continue
    }
    const glyph = glyphs.at(i)
    if (isBlank(glyph)) isUrl = false
    else if (glyph === ':' && glyphs.at(i + 1) === '/' && glyphs.at(i + 2) === '/') isUrl = true
    if (!isDigit(glyph)) continue
    const group = groupAt(glyphs, i, span?.from ?? glyphs.length)
    i = group.to - 1
    const before = groups.at(-1)
    const gap = before && gapOf(glyphs, before.to, group.from)
    if (gap === undefined) {
      close()
      plus = plusBefore(glyphs, group.from)
    }
    if (isUrl || isPart(glyphs, group, walls())) close()
    else groups.push({ ...group, gap: gap ?? '' })
  }
  close()
  return runs
}

/** `+49`, `+ 49`, `+(49)`. */
function plusBefore(glyphs: Glyphs, from: number): number | undefined {
  if (glyphs.at(from - 1) === '+') return from - 1
  return glyphs.at(from - 2) === '+' && ' ('.includes(glyphs.at(from - 1)) ? from - 2 : undefined
}

function groupAt(glyphs: Glyphs, from: number, most: number): Group {
  let [to, digits] = [from, '']
  for (; to < most && isDigit(glyphs.at(to)); to++) if (digits.length <= longestGroup) digits += glyphs.at(to)
  return { from, to, digits, gap: '' }
}

/** What is between two groups of one number; undefined where they are two numbers. */
function gapOf(glyphs: Glyphs, from: number, to: number): string | undefined {
  if (to - from > longestGap) return
  let [gap, signs] = ['', 0]
  for (let i = from; i < to; i++) {
    const glyph = glyphs.at(i)
    if (!' -./()'.includes(glyph)) return
    if ('-./'.includes(glyph)) signs++
    gap += glyph
  }
  return signs > 1 ? undefined : gap
}

/** Whether a group is part of a word (A123, 5kg, 4th), a time or a decimal; what was taken is no word. */
function isPart(glyphs: Glyphs, { from, to }: Group, [first, end]: Run['walls']): boolean {
  const at = (place: number) => (place >= first && place < end ? glyphs.at(place) : '')
  const [before, after] = [at(from - 1), at(to)]
  if (isLetter(before) || isLetter(after) || before === '_' || after === '_' || before === '#') return true
  const joins = (sign: string) => sign === ',' || sign === ':'
  return (joins(before) && isDigit(at(from - 2))) || (joins(after) && isDigit(at(to + 1)))
}

const isBlank = (glyph: string) => glyph === ' ' || glyph === '\n' || glyph === '\r'

/** Places in `groups` at which a number may begin or end: their own edges, and where a space sets groups apart. */
export const isEdge = (groups: readonly Group[], i: number) =>
  i === 0 || i >= groups.length || (groups[i]?.gap.trim() ?? '') === ''
