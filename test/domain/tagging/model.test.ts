import { describe, expect, it } from 'vitest'
import { seeded } from '../../../scripts/sample/random.ts'
import { keyBits } from '../../../worker/domain/learning/features.ts'
import { unpackWeights } from '../../../worker/domain/learning/packed.ts'
import { featuresFor, packTag } from '../../../worker/domain/tagging/model.ts'

const odds = { constant: -2.345678, rule: 3.1, least: 0.4 }

describe('a stored model', () => {
  it('has its features and weights back, but for the steps weights are told in', () => {
    const keys = [5, 2 ** keyBits - 1, 130, 4, 70_000, 133]
    const weights = Float64Array.of(1.27, -0.5, 0.01, -1.27, 0.001, 0.64)
    const model = packTag(keys, weights, { ...odds, times: 1 })
    expect(model).toMatchObject({ constant: -2.346, rule: 3.1, least: 0.4, unit: 0.01 })
    const back = [...unpackWeights(JSON.parse(JSON.stringify(model)))]
    // 0.001 is less than half a step and left out.
    expect(back.map(([key]) => key)).toEqual([4, 5, 130, 133, 2 ** keyBits - 1])
    expect(back.map(([, weight]) => Math.round(weight * 100))).toEqual([-127, 127, 1, 64, -50])
  })

  it('may have no features', () => {
    expect([...unpackWeights(packTag([], new Float64Array(0), { ...odds, times: 1 }))]).toEqual([])
    expect([...unpackWeights(packTag([3], Float64Array.of(0), { ...odds, times: 1 }))]).toEqual([])
  })

  it('of the largest features takes at most 50,000 bytes for 20 tags and sentiment', () => {
    const room = featuresFor(20)
    const random = seeded(2, 'model')
    const keys = new Set<number>()
    while (keys.size < room) keys.add(Math.floor(random() * 2 ** keyBits))
    const model = packTag(
      [...keys],
      Float64Array.from(keys, () => random() - 0.5),
      { ...odds, times: 1 },
    )
    expect(21 * JSON.stringify(model).length).toBeLessThan(50_000)
    expect(room).toBeGreaterThanOrEqual(500)
  })
})
