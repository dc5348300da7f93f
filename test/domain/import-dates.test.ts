import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../scripts/sample/random.ts'
import { orderOf, readDate } from '../../worker/domain/import-date.ts'

const read = (text: string, order?: 'dmy' | 'mdy', timeZone = 'UTC') => {
  const date = readDate(text, { order, timeZone })
  return date.ok ? (typeof date.at === 'number' ? new Date(date.at).toISOString() : date.at) : 'refused'
}

describe('a date in a foreign file', () => {
  test.each([
    ['2025-03-04', '2025-03-04'],
    ['2025/3/4', '2025-03-04'],
    ['4.3.2025', '2025-03-04'],
    ['04. 03. 2025', '2025-03-04'],
    ['25/12/2025', '2025-12-25'],
    ['12/25/2025', '2025-12-25'],
    ['05/05/2025', '2025-05-05'],
    ['March 4, 2025', '2025-03-04'],
    ['4 Mar 2025', '2025-03-04'],
    ['Tue, 4th March 2025', '2025-03-04'],
  ])('%s has one meaning', (text, day) => expect(read(text)).toBe(day))

  test.each([
    ['2025-03-04 15:14:15', '2025-03-04T15:14:15.000Z'],
    ['2025-03-04T15:14:15.123456Z', '2025-03-04T15:14:15.000Z'],
    ['2025/03/04 3:14:15 PM GMT+2', '2025-03-04T13:14:15.000Z'],
    ['2025/03/04 3:14:15\u202fPM GMT−3:30', '2025-03-04T18:44:15.000Z'],
    ['04.03.2025 15.14.15', '2025-03-04T15:14:15.000Z'],
    ['25/12/2025, 12:05 am', '2025-12-25T00:05:00.000Z'],
    ['12/25/2025 12:05:00 PM', '2025-12-25T12:05:00.000Z'],
    ['2025-03-04 15:14:15 +0545', '2025-03-04T09:29:15.000Z'],
    ['1741101255', '2025-03-04T15:14:15.000Z'],
    ['1741101255000', '2025-03-04T15:14:15.000Z'],
  ])('%s is a moment', (text, moment) => expect(read(text)).toBe(moment))

  test.each(['03/04/2025', '3-4-2025 10:00', '12/12/25', '31/02/2025', '2025-13-01', '2025-02-29', '0:00', 'soon', '13/13/2025'])(
    '%s is refused',
    (text) => expect(read(text)).toBe('refused'),
  )

  test.each(['2025-03-04 25:00', '2025-03-04 13:00 PM', '2025-03-04 0:30 am', '2025-03-04 10:61', '2025-03-04 10:00 CET'])(
    '%s has a time nobody can tell, and is refused',
    (text) => expect(read(text)).toBe('refused'),
  )

  test('the reason names both readings', () => {
    const date = readDate('03/04/2025', { timeZone: 'UTC' })
    expect(date).toEqual({
      ok: false,
      reason: 'at: “03/04/2025” may be the 3rd of month 4 or the 4th of month 3: say which comes first',
    })
  })

  test('a stated order is kept to, also where the other would fit', () => {
    expect([read('03/04/2025', 'dmy'), read('03/04/2025', 'mdy')]).toEqual(['2025-04-03', '2025-03-04'])
    expect([read('25/12/2025', 'mdy'), read('12/25/2025', 'dmy')]).toEqual(['refused', 'refused'])
  })

  test('a time without an offset is of the zone, summer time included', () => {
    expect(read('2025-01-15 12:00', undefined, 'Europe/Berlin')).toBe('2025-01-15T11:00:00.000Z')
    expect(read('2025-07-15 12:00', undefined, 'Europe/Berlin')).toBe('2025-07-15T10:00:00.000Z')
    expect(read('2025-07-15 12:00 GMT+1', undefined, 'Europe/Berlin')).toBe('2025-07-15T11:00:00.000Z')
  })
})

describe('any date', () => {
  const random = seeded(20261122, 'dates')
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const dates = Array.from({ length: 3_000 }, () => {
    const start = Temporal.PlainDate.from({ year: whole(1990, 2035), month: 1, day: 1 })
    return start.add({ days: whole(0, 365) }).toPlainDateTime({ hour: whole(0, 23), minute: whole(0, 59), second: whole(0, 59) })
  })
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = ({ hour, minute, second }: Temporal.PlainDateTime) => `${two(hour)}:${two(minute)}:${two(second)}`
  const half = ({ hour, minute, second }: Temporal.PlainDateTime) =>
    `${hour % 12 || 12}:${two(minute)}:${two(second)} ${hour < 12 ? 'AM' : 'PM'}`

  test('is read as it was written, whatever the order and the clock', () => {
    for (const at of dates) {
      const moment = new Date(at.toZonedDateTime('UTC').epochMilliseconds).toISOString()
      const { year, month, day } = at
      expect(read(`${two(day)}/${two(month)}/${year} ${clock(at)}`, 'dmy')).toBe(moment)
      expect(read(`${month}/${day}/${year} ${half(at)}`, 'mdy')).toBe(moment)
      expect(read(`${year}/${two(month)}/${two(day)} ${half(at)} GMT+0`)).toBe(moment)
      expect(read(`${two(day)}.${two(month)}.${year} ${clock(at)}`)).toBe(moment)
    }
  })

  test('with both numbers up to 12 and apart is never guessed, and every other is the date it can only be', () => {
    for (const { year, month, day } of dates) {
      const iso = `${year}-${two(month)}-${two(day)}`
      const unclear = day <= 12 && day !== month
      expect([read(`${day}/${month}/${year}`), read(`${month}/${day}/${year}`)]).toEqual(
        unclear ? ['refused', 'refused'] : [iso, iso],
      )
    }
  })
})

describe('the order of a file’s dates', () => {
  test.each([
    [['03/04/2025', '25/04/2025'], 'dmy'],
    [['03/04/2025', '04/25/2025'], 'mdy'],
    [['03/04/2025', '05/06/2025'], 'unclear'],
    [['25/04/2025', '04/25/2025', '03/04/2025'], 'unclear'],
    [['2025-04-03', '2025-04-04'], 'plain'],
    [['3.4.2025', '5.6.2025'], 'plain'],
    [['Late', 'Soon'], null],
    [['9', '10'], null],
    [[], null],
  ])('of %j is %s', (texts, order) => expect(orderOf(texts)).toBe(order))
})
