import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  bucketStart,
  bucketStarts,
  comparedRange,
  comparedStarts,
  dayCount,
  dayOf,
  startOfDay,
} from '../../worker/domain/calendar.ts'

const hour = 3_600_000
const at = (iso: string) => Date.parse(iso)

describe('the local day of an instant', () => {
  it.each([
    ['Europe/Berlin', '2026-01-31T22:59:59Z', '2026-01-31'],
    ['Europe/Berlin', '2026-01-31T23:00:00Z', '2026-02-01'],
    ['Europe/Berlin', '2026-07-31T21:59:59Z', '2026-07-31'],
    ['Europe/Berlin', '2026-07-31T22:00:00Z', '2026-08-01'],
    ['Asia/Kathmandu', '2026-05-01T18:14:59Z', '2026-05-01'],
    ['Asia/Kathmandu', '2026-05-01T18:15:00Z', '2026-05-02'],
    ['Pacific/Kiritimati', '2026-05-01T10:00:00Z', '2026-05-02'],
    ['America/St_Johns', '2026-01-01T03:29:59Z', '2025-12-31'],
    ['America/St_Johns', '2026-01-01T03:30:00Z', '2026-01-01'],
    ['UTC', '2024-02-29T23:59:59.999Z', '2024-02-29'],
  ])('%s at %s is %s', (zone, instant, day) => {
    expect(dayOf(at(instant), zone)).toBe(day)
  })

  it('has 23 or 25 hours where the clock changes, and half an hour more or less on Lord Howe', () => {
    const length = (day: string, zone: string) => (startOfDay(addDays(day, 1), zone) - startOfDay(day, zone)) / hour
    expect(length('2026-03-28', 'Europe/Berlin')).toBe(24)
    expect(length('2026-03-29', 'Europe/Berlin')).toBe(23)
    expect(length('2026-10-25', 'Europe/Berlin')).toBe(25)
    expect(length('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5)
    expect(length('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5)
    expect(length('2026-03-08', 'America/St_Johns')).toBe(23)
    expect(length('2026-11-01', 'America/St_Johns')).toBe(25)
    for (const zone of ['Pacific/Kiritimati', 'Asia/Kathmandu']) {
      for (const day of ['2026-03-29', '2026-10-25']) expect(length(day, zone)).toBe(24)
    }
  })

  it('begins at its start and ends just before the next one, in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2020-01-01', n))
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, (zone, day) => {
        const start = startOfDay(day, zone)
        expect(dayOf(start, zone)).toBe(day)
        expect(dayOf(start - 1, zone) < day).toBe(true)
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })
})

describe('buckets', () => {
  it('weeks start on Monday, months on the first', () => {
    expect(bucketStart('2026-11-22', 'week')).toBe('2026-11-16')
    expect(bucketStart('2026-11-16', 'week')).toBe('2026-11-16')
    expect(bucketStart('2027-01-01', 'week')).toBe('2026-12-28')
    expect(bucketStart('2024-02-29', 'month')).toBe('2024-02-01')
    expect(bucketStart('2026-11-22', 'day')).toBe('2026-11-22')
  })

  it('cover the range once: every day falls into one of them', () => {
    const range = fc.tuple(fc.nat(3_000), fc.nat(400), fc.constantFrom('day' as const, 'week' as const, 'month' as const))
    fc.assert(
      fc.property(range, ([first, length, size]) => {
        const from = addDays('2020-01-01', first)
        const to = addDays(from, length)
        const starts = bucketStarts(from, to, size)
        expect(starts).toEqual([...new Set(starts)].sort())
        const met = new Set<string>()
        for (let day = from; day <= to; day = addDays(day, 1)) met.add(bucketStart(day, size))
        expect(starts).toEqual([...met])
      }),
      { seed: 20261121, numRuns: 100 },
    )
  })
})

describe('ranges', () => {
  it('count both ends', () => {
    expect(dayCount('2026-10-01', '2026-10-31')).toBe(31)
    expect(dayCount('2026-10-01', '2026-10-01')).toBe(1)
    expect(dayCount('2026-03-28', '2026-03-30')).toBe(3)
    expect(dayCount('2023-12-31', '2024-12-31')).toBe(367)
  })

  it('are compared with as many days just before, or with the same dates a year earlier', () => {
    expect(comparedRange({ from: '2026-10-01', to: '2026-10-31' }, 'previous')).toEqual({ from: '2026-08-31', to: '2026-09-30' })
    expect(comparedRange({ from: '2026-10-05', to: '2026-10-05' }, 'previous')).toEqual({ from: '2026-10-04', to: '2026-10-04' })
    expect(comparedRange({ from: '2024-02-29', to: '2024-03-31' }, 'year')).toEqual({ from: '2023-02-28', to: '2023-03-31' })
  })

  it('are cut where the report is: as many buckets, in order, from the first day compared on, none beyond it by more than a day', () => {
    const range = fc.tuple(
      fc.nat(3_000),
      fc.nat(400),
      fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      fc.constantFrom('previous' as const, 'year' as const),
    )
    fc.assert(
      fc.property(range, ([first, length, size, compare]) => {
        const from = addDays('2019-01-01', first)
        const to = addDays(from, length)
        const compared = comparedRange({ from, to }, compare)
        const starts = comparedStarts({ from, to }, compare, size)
        expect(starts).toHaveLength(bucketStarts(from, to, size).length)
        expect(starts).toEqual(starts.toSorted())
        expect(starts[0]).toBe(compared.from)
        expect((starts.at(-1) ?? '') <= addDays(compared.to, 1)).toBe(true)
        if (compare === 'previous') expect(compared.to).toBe(addDays(from, -1))
      }),
      { seed: 20261122, numRuns: 300 },
    )
  })

  it('give the 29th of February no day of its own a year earlier', () => {
    const days = { from: '2024-02-28', to: '2024-03-01' }
    expect(comparedStarts(days, 'year', 'day')).toEqual(['2023-02-28', '2023-03-01', '2023-03-01'])
    expect(comparedStarts({ from: '2026-10-01', to: '2026-11-15' }, 'year', 'month')).toEqual(['2025-10-01', '2025-11-01'])
    expect(comparedStarts({ from: '2026-10-01', to: '2026-10-31' }, 'previous', 'month')).toEqual(['2026-08-31'])
  })
})
