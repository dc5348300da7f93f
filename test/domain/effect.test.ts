import { describe, expect, it } from 'vitest'
import { dayCount } from '../../worker/domain/calendar.ts'
import { sidesOf } from '../../worker/domain/effect.ts'
import { goalFault } from '../../worker/domain/goal.ts'

describe('the days before and after a note', () => {
  it('are as many as were asked for, the day itself in neither', () => {
    expect(sidesOf('2026-03-10', 3, '2026-11-22')).toEqual({
      days: 3,
      before: { from: '2026-03-07', to: '2026-03-09' },
      after: { from: '2026-03-11', to: '2026-03-13' },
    })
  })

  it.each([
    // Today isn't over, whether it is the note's day, the one after it, or the last that was asked for.
    ['2026-03-10', null],
    ['2026-03-11', null],
    ['2026-03-12', 1],
    ['2026-03-13', 2],
    ['2026-03-14', 3],
    ['2026-03-15', 3],
    // A note of a day to come.
    ['2026-03-09', null],
    ['2025-12-31', null],
  ])('are cut alike on both sides to those that are over: on %s %s of 3', (today, days) => {
    const sides = sidesOf('2026-03-10', 3, today)
    expect(sides?.days ?? null).toBe(days)
    if (!sides) return
    expect(dayCount(sides.before.from, sides.before.to)).toBe(days)
    expect(dayCount(sides.after.from, sides.after.to)).toBe(days)
    expect(sides.before.to).toBe('2026-03-09')
    expect(sides.after.to < today).toBe(true)
  })

  it('are calendar days across the end of February and a change of clocks', () => {
    expect(sidesOf('2028-02-28', 2, '2028-04-01')?.after).toEqual({ from: '2028-02-29', to: '2028-03-01' })
    expect(sidesOf('2026-03-29', 1, '2026-04-01')).toMatchObject({ before: { from: '2026-03-28' }, after: { to: '2026-03-30' } })
  })
})

describe('a goal', () => {
  it.each([
    ['nps', 11, -100, 100],
    ['csat', 5, 0, 100],
    ['ces', 5, 1, 5],
    ['ces', 7, 1, 7],
  ] as const)('of %s on %i points lies between %i and %i', (metric, points, least, most) => {
    for (const goal of [least, (least + most) / 2 + 0.5, most]) expect(goalFault({ metric, points }, goal)).toBeUndefined()
    for (const goal of [least - 0.01, most + 0.01])
      expect(goalFault({ metric, points }, goal)).toBe(`between ${least} and ${most}`)
  })

  it('needs a metric', () => {
    expect(goalFault({ metric: 'none', points: 0 }, 0)).toMatch(/without a metric/)
  })
})
