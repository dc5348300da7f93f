import { Temporal } from 'temporal-polyfill'

/** What 03/04/2025 is: the 3rd of April, or the 4th of March. */
export type DateOrder = 'dmy' | 'mdy'

/** An instant in ms, or a day without a time. */
export type ReadDate = { ok: true; at: number | string } | { ok: false; reason: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const yearFirst = /^(?<y>\d{4})([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})/
const dotted = /^(?<a>\d{1,2})\. ?(?<b>\d{1,2})\. ?(?<y>\d{4})(?!\d)/
const slashed = /^(?<a>\d{1,2})([-/])(?<b>\d{1,2})\2(?<y>\d{4})(?!\d)/
const dayMonth = /^(?<d>\d{1,2})(st|nd|rd|th)?[ -](?<name>[a-z]{3,9})\.?,?[ -](?<y>\d{4})(?!\d)/i
const monthDay = /^(?<name>[a-z]{3,9})\.? (?<d>\d{1,2})(st|nd|rd|th)?,? (?<y>\d{4})(?!\d)/i
const clock = /^(?:T|,? +(?:at )?)(?<h>\d{1,2})[:.](?<min>\d\d)(?:[:.](?<s>\d\d)(?:[.,]\d{1,9})?)?(?: ?(?<half>[ap])\.?m\.?)?/i
const zone = /^ ?(?:(?<utc>Z|UTC|GMT)|(?:UTC|GMT)?(?<sign>[+\-−])(?<oh>\d{1,2})(?::?(?<om>\d\d))?)$/i

type Groups = Record<string, string | undefined>
interface Calendar {
  year: number
  month: number
  day: number
}

/**
 * The moment a cell names. Two numbers before the year are read by the order that is stated; without one only where they
 * have one meaning: 25/12/2025, or with dots, which stand where the day comes first. Never guessed: 03/04/2025 is refused.
 * A time without an offset is of `timeZone`; ten digits are seconds since 1970, thirteen milliseconds.
 */
export function readDate(given: string, { order, timeZone }: { order?: DateOrder | undefined; timeZone: string }): ReadDate {
  const text = given
    .trim()
    .replace(/[\s\u202f\u00a0]+/g, ' ')
    .replace(/^[a-z]{3,9}, /i, '')
  if (text.length > 60) return strange(text)
  if (/^\d{10}(\d{3})?$/.test(text)) return { ok: true, at: Number(text) * (text.length === 10 ? 1000 : 1) }
  const date = datePart(text, order)
  if (typeof date === 'string') return { ok: false, reason: date }
  if (!date) return strange(text)
  const time = clock.exec(date.rest)
  if (!time) return date.rest === '' ? dayAlone(date.on, text) : strange(text)
  const offset = date.rest.slice(time[0].length)
  const zoned = offset === '' ? null : zone.exec(offset)
  const hour = hourOf(time.groups ?? {})
  if (hour === null || (offset !== '' && !zoned)) return strange(text)
  const { min = '0', s = '0' } = time.groups ?? {}
  try {
    const local = Temporal.PlainDateTime.from(
      { ...date.on, hour, minute: Number(min), second: Number(s) },
      { overflow: 'reject' },
    )
    const at = zoned ? local.toZonedDateTime('UTC').epochMilliseconds - offsetMs(zoned.groups ?? {}) : momentIn(local, timeZone)
    return { ok: true, at }
  } catch {
    return strange(text)
  }
}

/** The order that the dates of a file prove by a number that can only be a day; null where they aren't dates. */
export function orderOf(texts: readonly string[]): 'plain' | DateOrder | 'unclear' | null {
  const filled = texts.filter((text) => text.trim() !== '')
  const fits = (text: string, order?: DateOrder) => readDate(text, { order, timeZone: 'UTC' }).ok
  const dates = filled.filter((text) => fits(text) || fits(text, 'dmy') || fits(text, 'mdy'))
  // A stray cell is refused when its row is read; a column of them holds no dates.
  if (filled.length === 0 || dates.length < filled.length * 0.8) return null
  const [dmy, mdy] = [dates.every((text) => fits(text, 'dmy')), dates.every((text) => fits(text, 'mdy'))]
  if (dmy !== mdy) return dmy ? 'dmy' : 'mdy'
  return dates.every((text) => fits(text)) ? 'plain' : 'unclear'
}

function datePart(text: string, order?: DateOrder): { on: Calendar; rest: string } | string | null {
  const found = yearFirst.exec(text) ?? dayMonth.exec(text) ?? monthDay.exec(text)
  if (found?.groups) {
    const { y, m, d, name } = found.groups as Groups
    const month = m === undefined ? months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1 : Number(m)
    return { on: { year: Number(y), month, day: Number(d) }, rest: text.slice(found[0].length) }
  }
  const dots = dotted.exec(text)
  const numbers = dots ?? slashed.exec(text)
  if (!numbers?.groups) return null
  const { a, b, y } = numbers.groups as Groups
  const [first, second] = [Number(a), Number(b)]
  const by = order ?? (dots || first > 12 || first === second ? 'dmy' : second > 12 ? 'mdy' : null)
  if (!by)
    return `at: “${text}” may be the ${ordinal(first)} of month ${second} or the ${ordinal(second)} of month ${first}: say which comes first`
  const [day, month] = by === 'dmy' ? [first, second] : [second, first]
  return { on: { year: Number(y), month, day }, rest: text.slice(numbers[0].length) }
}

function dayAlone({ year, month, day }: Calendar, text: string): ReadDate {
  try {
    return { ok: true, at: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() }
  } catch {
    return strange(text)
  }
}

/** Midnight is 12 am and noon 12 pm. Null for what is no hour. */
function hourOf({ h, half }: Groups): number | null {
  const hour = Number(h)
  if (!half) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function offsetMs({ utc, sign, oh, om }: Groups): number {
  if (utc) return 0
  const minutes = Number(oh) * 60 + Number(om ?? 0)
  return (sign === '+' ? minutes : -minutes) * 60_000
}

function momentIn(local: Temporal.PlainDateTime, timeZone: string): number {
  return local.toZonedDateTime(timeZone).epochMilliseconds
}

function ordinal(n: number): string {
  const ending = n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'
  return `${n}${ending}`
}

const strange = (text: string): ReadDate => ({
  ok: false,
  reason: `at: “${text.slice(0, 60)}” is no date with a four-digit year that we can read`,
})
