import type { Comparison, Condition, PropertyCondition } from '../../contract/targeting.ts'
import type { UrlPattern } from '../../contract/widget.ts'
import { factOf } from '../gates/conditions.ts'
import type { GateKind, Gates, Memory, Page } from '../gates/gate.ts'
import { shareOf } from '../gates/sample.ts'
import { type Measure, triggerWords } from './trigger-words.ts'

/** What stands behind each verdict of a kind of gate, in an owner's words with the values at hand. */
type Words<Kind extends GateKind> = (
  value: Parameters<Gates[Kind]>[0],
  page: Page,
  memory: Memory,
  now: number,
  measure: Measure,
) => string[]

export const words: { [Kind in GateKind]: Words<Kind> } = {
  dates: ([from, until], _page, _memory, now) => {
    const span = [from ? `from ${minuteOf(from)}` : '', until ? `until ${minuteOf(until)}` : ''].filter(Boolean).join(' ')
    return [`it is ${minuteOf(now)}; asked ${span} (UTC)`]
  },
  touchpoint: (asked, { touchpoint }) => [
    `this page ${touchpoint ? `says ${quoted(touchpoint)}` : 'names no touchpoint'}; asked at ${quoted(asked)}`,
  ],
  path: ([include, exclude], { path }) => pages(include, exclude, path),
  url: ([include, exclude], { path, search = '' }) => pages(include, exclude, path + search),
  sample: ([percent, survey], _page, { visitor }) => {
    if (!visitor) return ['this browser keeps nothing, so it is in no sample']
    const share = shareOf(visitor + survey)
    const number = Number.isInteger(percent) ? `${Math.floor(share) + 1}` : share.toFixed(2)
    return [`this visitor is number ${number} of 100; asked up to ${percent}`]
  },
  conditions: (asked, page, memory, now) => asked.map((one) => conditionWords(one, factOf(one.on, page, memory, now))),
  event: (name, { events }) => [`waits for ${quoted(name)}; ${tracked(events)}`],
  occurrence: ([event, where], { events }) => [
    `waits for ${quoted(event)} with ${list(where.map(propertyWords), ' and ')}; ${tracked(events)}${lastWith(event, where, events)}`,
  ],
  triggers: (asked, { fired = [] }, _memory, _now, measure) => [
    list(
      asked.map((trigger) => triggerWords(trigger, fired.includes(trigger), measure(trigger))),
      '; or ',
    ),
  ],
  cap: (reason) => [`shown as often as it may be: ${reason}`],
  rest: ([answered, dismissed, across, redismissed], _page, memory, now) => [
    restWords('answered', memory.answered, answered, now),
    restWords('dismissed', memory.dismissed, (memory.redismissed && redismissed) || dismissed, now),
    restWords('shown a survey', memory.shown, across, now),
  ],
}

const day = 86_400_000
const quoted = (text: unknown) => `“${text}”`
const list = (texts: readonly string[], last: string) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(last.includes(';') ? '; ' : ', ')}${last}${texts.at(-1)}`
const minuteOf = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

function pages(include: readonly UrlPattern[], exclude: readonly UrlPattern[], here: string): string[] {
  const named = (patterns: readonly UrlPattern[]) =>
    list(
      patterns.map((one) => (typeof one === 'string' ? one : `?${one.filter(Boolean).join('=')}`)),
      ' or ',
    )
  return [
    `this page is ${here}; asked on ${include.length > 0 ? named(include) : 'every page'}`,
    exclude.length > 0 ? `this page is ${here}; not asked on ${named(exclude)}` : 'none',
  ]
}

function conditionWords({ on: _, ...asked }: Condition, value: unknown): string {
  return `here ${value === undefined || value === '' ? 'nothing is known' : `it is ${quoted(value)}`}; asked: ${comparisonWords(asked)}`
}

function comparisonWords({ is, not, contains, from, to }: Comparison): string {
  const any = (texts: readonly string[]) =>
    list(
      texts.map((text) => (text === '' ? 'nothing' : quoted(text))),
      ' or ',
    )
  return list(
    [
      ...(is ? [any(is)] : []),
      ...(not ? [`not ${any(not)}`] : []),
      ...(contains ? [`with ${any(contains)} in it`] : []),
      ...(from === undefined ? [] : [`at least ${from}`]),
      ...(to === undefined ? [] : [`at most ${to}`]),
    ],
    ' and ',
  )
}

const propertyWords = ({ property, ...asked }: PropertyCondition) => `${property} ${comparisonWords(asked)}`

const tracked = (events: Page['events']) => {
  const names = [...events.keys()]
  return names.length > 0 ? `tracked so far: ${names.join(', ')}` : 'nothing tracked on this page'
}

/** What the event had last of what is asked for. */
function lastWith(event: string, where: readonly PropertyCondition[], events: Page['events']): string {
  const had = 'get' in events ? (events.get(event) as Record<string, unknown> | undefined) : undefined
  return had
    ? `, with ${list([...new Set(where.map(({ property }) => `${property} ${quoted(had[property] ?? '')}`))], ' and ')}`
    : ''
}

function restWords(what: string, at: number | undefined, least: number, now: number): string {
  if (!at) return `never ${what}${least ? `; rests for ${daysOf(least)} then` : ''}`
  const ago = (now - at) / day
  const when = ago < 1 ? 'today' : `${daysOf(Math.floor(ago))} ago`
  return `${what} ${when}; ${least ? `rests for ${daysOf(least)}` : 'needs no rest'}`
}

const daysOf = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`
