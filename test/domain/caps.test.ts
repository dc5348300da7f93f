import { describe, expect, test } from 'vitest'
import { countedFrom, isCapped, shownBy, weighCaps } from '../../worker/domain/caps.ts'

const none = { day: 0, week: 0, month: 0, total: 0 }
/** A Tuesday in the first week of a month that began on the Sunday before. */
const today = '2026-11-03'

describe('caps on displays', () => {
  test('count the day, the week from Monday, the month of the calendar, and everything', () => {
    const days = [
      { day: '2025-01-01', shown: 1000 },
      { day: '2026-10-31', shown: 200 },
      { day: '2026-11-01', shown: 40 },
      { day: '2026-11-02', shown: 8 },
      { day: '2026-11-03', shown: 1 },
    ]
    expect(shownBy(days, today)).toEqual({ day: 1, week: 9, month: 49, total: 1249 })
    expect(shownBy(days, '2026-11-01')).toMatchObject({ week: 249, month: 49 })
    expect(shownBy([], today)).toEqual(none)
  })

  test('need no more days than they count', () => {
    expect(countedFrom({ ...none, day: 1 }, today)).toBe('2026-11-03')
    expect(countedFrom({ ...none, week: 1 }, today)).toBe('2026-11-02')
    expect(countedFrom({ ...none, day: 1, month: 1 }, today)).toBe('2026-11-01')
    expect(countedFrom({ ...none, week: 1, month: 1 }, '2026-10-01')).toBe('2026-09-28')
    expect(countedFrom({ ...none, week: 1, total: 1 }, today)).toBe('')
  })

  test.each([
    ['no cap', none, true],
    ['one below the day’s', { ...none, day: 6 }, true],
    ['at the day’s', { ...none, day: 5 }, false],
    ['at the week’s', { ...none, day: 6, week: 20 }, false],
    ['at the month’s', { ...none, month: 30 }, false],
    ['one below all', { day: 6, week: 21, month: 31, total: 101 }, true],
    ['beyond the total', { ...none, total: 99 }, false],
  ])('%s', (_name, caps, passed) => {
    const verdict = weighCaps(caps, { day: 5, week: 20, month: 30, total: 100 })
    expect(verdict).toMatchObject({ gate: 'cap', passed })
    expect(isCapped(caps)).toBe(verdict.reason !== 'none')
  })
})
