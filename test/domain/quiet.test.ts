import { expect, test } from 'vitest'
import { quietUntil } from '../../worker/domain/quiet.ts'

const night = { from: '22:00', to: '07:00' }
const berlin = (iso: string, hours = night) => {
  const end = quietUntil(Date.parse(iso), 'Europe/Berlin', hours)
  return end === null ? null : new Date(end).toISOString()
}

test('quiet hours hold from their first minute to before their last, over midnight too', () => {
  expect(berlin('2026-11-22T20:59:59Z')).toBe(null)
  expect(berlin('2026-11-22T21:00:00Z')).toBe('2026-11-23T06:00:00.000Z')
  expect(berlin('2026-11-22T23:30:00Z')).toBe('2026-11-23T06:00:00.000Z')
  expect(berlin('2026-11-23T05:59:59Z')).toBe('2026-11-23T06:00:00.000Z')
  expect(berlin('2026-11-23T06:00:00Z')).toBe(null)
  const lunch = { from: '12:00', to: '13:30' }
  expect(berlin('2026-11-23T11:00:00Z', lunch)).toBe('2026-11-23T12:30:00.000Z')
  expect(berlin('2026-11-23T12:30:00Z', lunch)).toBe(null)
  expect(berlin('2026-11-23T22:00:00Z', lunch)).toBe(null)
})

test('a night on which the clock changes is as long as it is', () => {
  // Nine hours by the wall: eight of them where an hour is skipped, ten where one comes twice.
  const hours = (evening: string) => (Date.parse(berlin(evening) ?? '') - Date.parse(evening)) / 3_600_000
  expect(hours('2026-03-28T21:00:00Z')).toBe(8)
  expect(hours('2026-10-24T20:00:00Z')).toBe(10)
  expect(hours('2026-11-22T21:00:00Z')).toBe(9)
  // An end that is skipped is the moment after the gap.
  expect(berlin('2026-03-28T23:00:00Z', { from: '22:00', to: '02:30' })).toBe('2026-03-29T01:30:00.000Z')
})

test('they are hours of the site’s clock, wherever it is', () => {
  const at = Date.parse('2026-11-22T12:00:00Z')
  expect(quietUntil(at, 'Pacific/Kiritimati', night)).toBe(Date.parse('2026-11-22T17:00:00Z'))
  expect(quietUntil(at, 'America/St_Johns', night)).toBe(null)
})
