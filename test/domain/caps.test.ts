import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../worker/domain/calendar.ts'
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

/** The week and the month of a day, by the names an almanac gives them. */
function almanac(day: string) {
  const date = new Date(`${day}T00:00:00Z`)
  // The Thursday of a week decides its number and year (ISO 8601).
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = `${thursday.getUTCFullYear()} ${Math.floor((thursday.getTime() - first) / (7 * 86_400_000))}`
  return { day, week, month: day.slice(0, 7), total: 'all' }
}

test('over simulated months each visit is shown a survey exactly when an independent account has room in every span', () => {
  const cap = fc.constantFrom(0, 0, 1, 3, 8, 30)
  const visits = fc.array(fc.record({ after: fc.constantFrom(0, 0, 0, 1, 1, 2, 9), many: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(fc.record({ day: cap, week: cap, month: cap, total: cap }), visits, (caps, days) => {
      const shown: { day: string; shown: number }[] = []
      const account = new Map<string, number>()
      let now = '2026-12-20'
      for (const { after, many } of days) {
        now = addDays(now, after)
        for (let i = 0; i < many; i++) {
          const spans = Object.entries(almanac(now)) as [keyof typeof caps, string][]
          const hasRoom = spans.every(([span, name]) => caps[span] === 0 || (account.get(`${span} ${name}`) ?? 0) < caps[span])
          const from = countedFrom(caps, now)
          const known = shown.filter(({ day }) => day >= from)
          expect(weighCaps(caps, shownBy(known, now)).passed).toBe(hasRoom)
          if (!hasRoom) continue
          shown.push({ day: now, shown: 1 })
          for (const [span, name] of spans) account.set(`${span} ${name}`, (account.get(`${span} ${name}`) ?? 0) + 1)
        }
      }
    }),
    { numRuns: 300 },
  )
})
