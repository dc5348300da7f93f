import { expect, it } from 'vitest'
import { nextAttempt } from '../../worker/domain/retries.ts'

it('a delivery is tried ten times over about 75 hours, each time up to a tenth later', () => {
  const total = (random: number) => {
    const times = [0]
    for (let failed = 1; ; failed++) {
      const next = nextAttempt(failed, times.at(-1) ?? 0, random)
      if (next === undefined) return { attempts: times.length, hours: (times.at(-1) ?? 0) / 3_600_000 }
      times.push(next)
    }
  }
  expect(total(0)).toEqual({ attempts: 10, hours: expect.closeTo(75.58, 1) })
  expect(total(1)).toEqual({ attempts: 10, hours: expect.closeTo(75.58 * 1.1, 1) })
})
