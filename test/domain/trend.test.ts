import { describe, expect, test } from 'vitest'
import type { Report } from '../../dashboard/models/report.ts'
import { flagKinds, flagsAt, flagsOf, numberShifts, pointsOfTrend, stepWords, valueRange } from '../../dashboard/models/trend.ts'
import type { Bucket } from '../../worker/contract/report.ts'

const scores: [start: string, n: number, score: number | null][] = [
  ['2026-09-28', 40, 20],
  ['2026-10-05', 0, null],
  ['2026-10-12', 29, 30],
]
const bucket = ([start, n, score]: (typeof scores)[number]): Bucket => ({
  ...{ start, n, score },
  interval: score === null ? null : [score - 10, score + 10],
})
const report: Report = {
  ...{ metric: 'nps', scale: [0, 10], timeZone: 'Europe/Berlin', from: '2026-10-01', to: '2026-10-14' },
  total: { n: 69, score: 24, interval: [10, 38], counts: {}, mean: 8 },
  ...{ sources: {}, questions: {}, outlook: null, series: scores.map(bucket), notes: [], goal: null },
  displays: { shown: 0, started: 0, completed: 0, dismissed: 0, responses: 0, responseRate: null },
  marks: [{ day: '2026-10-08', kind: 'wording', version: 2 }],
}

describe('a step of the trend', () => {
  test('covers its bucket’s days, as far as they are the report’s', () => {
    expect(pointsOfTrend(report).map(({ from, to }) => [from, to])).toEqual([
      ['2026-10-01', '2026-10-04'],
      ['2026-10-05', '2026-10-11'],
      ['2026-10-12', '2026-10-14'],
    ])
  })

  test('without answers says so, and is no 0; with 29 it says that they are few, with 40 it doesn’t', () => {
    const words = pointsOfTrend(report).map((point) => stepWords(report, point))
    expect(words).toEqual(['20.0 (10.0 to 30.0) · n 40', 'no answers', '30.0 (20.0 to 40.0) · n 29, few answers'])
  })
})

describe('what stands on a day', () => {
  test('stands where the day lies within its step, notes and marks in one order', () => {
    const note = { day: '2026-10-05', text: 'New carrier' }
    expect(flagsOf({ ...report, notes: [note] })).toEqual([
      { ...note, kind: 'note', note, at: 1 },
      { kind: 'wording', day: '2026-10-08', text: 'Other words asked from here on (version 2)', at: 1 + 3 / 7 },
    ])
  })

  test('says of a changed time zone which days stand left and right of it', () => {
    const zone = { day: '2026-10-12', kind: 'zone', from: 'Europe/Berlin', to: 'America/New_York' } as const
    const flags = flagsOf({ ...report, marks: [...report.marks, zone] })
    expect(flags[1]).toMatchObject({ text: 'Days of America/New York from here on, before of Europe/Berlin', at: 2 })
    expect(flagKinds(flags)).toBe('changed words, changed time zone')
    expect([0, 1, 2].map((step) => flagsAt(flags, step).length)).toEqual([0, 1, 1])
  })

  test('on another day than the report’s is left out', () => {
    const notes = ['2026-09-30', '2026-10-15'].map((day) => ({ day, text: 'Elsewhere' }))
    expect(flagsOf({ ...report, marks: [], notes })).toEqual([])
  })

  test('has its number at its line, or beside the one before where that leaves no room', () => {
    expect(numberShifts([10, 28, 45, 100], 18)).toEqual([0, 0, 1, 0])
    expect(numberShifts([10, 10, 10], 18)).toEqual([0, 18, 36])
  })
})

test('the part of the scale that is drawn holds every interval and the goal, and never more than the scale', () => {
  const points = pointsOfTrend(report)
  expect(valueRange(report, points)).toEqual([0, 50])
  expect(valueRange({ ...report, goal: 60 }, points)).toEqual([0, 70])
  expect(valueRange({ ...report, goal: 98 }, points)).toEqual([0, 100])
  expect(valueRange({ ...report, series: [] }, [])).toEqual([-100, 100])
})
