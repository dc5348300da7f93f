/** Where words stand in a comment, in UTF-16 units. */
export type Place = readonly [start: number, end: number]

/** How a response came to a tag; `off`: somebody took it off, and nothing gives it again. */
export type Given =
  | { source: 'manual' }
  | { source: 'off' }
  | { source: 'rule'; places: readonly Place[] }
  | { source: 'learned'; confidence: number; places: readonly Place[] }

/** Of one response, by tag. */
export type Tagging = ReadonlyMap<string, Given>

/** Whether somebody decided about tags of a response: about none, about some of them, or when (ms) about all there were. */
export type Judged = 'none' | 'some' | number

/** What of a tag decides whether it may be given without being asked. */
export interface JudgedTag {
  id: string
  createdAt: number
}

/** Deciding words kept of each tag: more explain no better. */
const mostPlaces = 5

/** As it lies in `responses.tagging`: letters and numbers, since every comment has one. */
type Kept = ['m'] | ['x'] | ['r', ...number[]] | ['l', number, ...number[]]

export function readTagging(json: string): Tagging {
  return new Map(Object.entries(JSON.parse(json) as Record<string, Kept>).map(([tag, kept]) => [tag, givenOf(kept)]))
}

function givenOf(kept: Kept): Given {
  switch (kept[0]) {
    case 'm':
      return { source: 'manual' }
    case 'x':
      return { source: 'off' }
    case 'r':
      return { source: 'rule', places: pairs(kept.slice(1) as number[]) }
    case 'l':
      return { source: 'learned', confidence: kept[1], places: pairs(kept.slice(2) as number[]) }
  }
}

const pairs = (numbers: readonly number[]): Place[] =>
  numbers.flatMap((start, i): Place[] => (i % 2 === 0 ? [[start, numbers[i + 1] ?? start]] : []))

/** Both columns of a response: the ids it has, sorted, and how it came to them. */
export function writeTagging(tagging: Tagging): { tags: string; tagging: string } {
  const entries = [...tagging].sort(([a], [b]) => (a < b ? -1 : 1))
  const tags = entries.filter(([, { source }]) => source !== 'off').map(([tag]) => tag)
  return {
    tags: JSON.stringify(tags),
    tagging: JSON.stringify(Object.fromEntries(entries.map(([tag, given]) => [tag, keptOf(given)]))),
  }
}

function keptOf(given: Given): Kept {
  switch (given.source) {
    case 'manual':
      return ['m']
    case 'off':
      return ['x']
    case 'rule':
      return ['r', ...given.places.slice(0, mostPlaces).flat()]
    case 'learned':
      return ['l', Math.round(given.confidence * 100) / 100, ...given.places.slice(0, mostPlaces).flat()]
  }
}

const isByHand = ({ source }: Given) => source === 'manual' || source === 'off'

/** What a tagging that was begun by others says of tags that have been merged since; by hand beats what wasn't. */
export function merged(before: Tagging, into: ReadonlyMap<string, string>): Tagging {
  if (![...before.keys()].some((tag) => into.has(tag))) return before
  const after = new Map<string, Given>()
  for (const [tag, given] of before) {
    const target = into.get(tag) ?? tag
    const there = after.get(target)
    if (!there || rank(given) > rank(there)) after.set(target, given)
  }
  return after
}

/** A tag that either of two had is not taken away by the other's refusal. */
const rank = ({ source }: Given) => ({ manual: 3, rule: 1, learned: 1, off: 2 })[source]

/**
 * A comment tagged anew: what somebody decided stays, and so do tags that aren't given any more (archived ones), whose history it is.
 * `automatic` holds what rules and model would give of the `active` tags.
 */
export function retagged(before: Tagging, judged: Judged, active: readonly JudgedTag[], automatic: Tagging): Tagging {
  const after = new Map(before)
  for (const { id, createdAt } of active) {
    const there = before.get(id)
    if (there && isByHand(there)) continue
    const given = typeof judged === 'number' && createdAt <= judged ? undefined : automatic.get(id)
    if (given) after.set(id, given)
    else after.delete(id)
  }
  return after
}

/** After somebody said which of all tags belong: those alone, and archived ones as they were. */
export function judgedWholly(before: Tagging, active: readonly JudgedTag[], chosen: ReadonlySet<string>): Tagging {
  const after = new Map(before)
  for (const { id } of active) {
    if (chosen.has(id)) after.set(id, { source: 'manual' })
    else after.delete(id)
  }
  return after
}

/** After somebody put some tags on and took others off. */
export function judgedPartly(before: Tagging, add: Iterable<string>, remove: Iterable<string>): Tagging {
  const after = new Map(before)
  for (const tag of remove) after.set(tag, { source: 'off' })
  for (const tag of add) after.set(tag, { source: 'manual' })
  return after
}

/** What a correction teaches about a tag: that it belongs, that it doesn't, or nothing. */
export function lesson(tagging: Tagging, judged: Judged, { id, createdAt }: JudgedTag): boolean | undefined {
  const given = tagging.get(id)
  if (given?.source === 'manual') return true
  if (given?.source === 'off') return false
  return typeof judged === 'number' && createdAt <= judged ? false : undefined
}
