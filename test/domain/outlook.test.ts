import { describe, expect, it } from 'vitest'
import { outlook } from '../../worker/domain/outlook.ts'

const histogram = (counts: Record<number, number>) => new Map(Object.entries(counts).map(([score, n]) => [Number(score), n]))
const nps = { metric: 'nps', points: 11 } as const

describe('what to expect while answers are few', () => {
  it('promises a precision on a day to come after three answers', () => {
    const plan = outlook(nps, histogram({ 10: 2, 4: 1 }), '2026-10-01', '2026-10-03')
    expect(plan?.perDay).toBe(1)
    expect(plan?.halfWidth).toBeGreaterThan(0)
    expect(plan?.date.localeCompare('2026-10-03')).toBe(1)
  })

  it('plans with n = (1.96 s / halfWidth)²', () => {
    // 2 promoters and 1 detractor: p = 2.75 / 6, d = 1.75 / 6, so n = 277.45 for ±10; 275 are missing, 3 come a day.
    const plan = outlook(nps, histogram({ 10: 2, 4: 1 }), '2026-10-03', '2026-10-03')
    expect(plan).toEqual({ halfWidth: 10, date: '2027-01-03', perDay: 3 })
  })

  it('does not take three equal answers for certainty', () => {
    expect(
      outlook({ metric: 'ces', points: 7 }, histogram({ 6: 3 }), '2026-10-01', '2026-10-03')?.date.localeCompare('2026-10-03'),
    ).toBe(1)
  })

  it('takes longer at a slower rate', () => {
    const fast = outlook(nps, histogram({ 10: 2, 4: 1 }), '2026-10-03', '2026-10-03')
    const slow = outlook(nps, histogram({ 10: 2, 4: 1 }), '2026-09-25', '2026-10-03')
    expect(fast && slow && (slow.halfWidth > fast.halfWidth || slow.date > fast.date)).toBe(true)
  })

  it('says nothing without answers, without a metric, or once the score is precise', () => {
    expect(outlook(nps, histogram({}), null, '2026-10-03')).toBeNull()
    expect(outlook({ metric: 'none', points: 0 }, histogram({}), '2026-10-01', '2026-10-03')).toBeNull()
    expect(outlook(nps, histogram({ 10: 2_140, 8: 1_150, 3: 830 }), '2026-10-01', '2026-10-03')).toBeNull()
  })
})
