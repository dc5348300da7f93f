import { describe, expect, it } from 'vitest'
import { seeded } from '../../../scripts/sample/random.ts'
import { newId } from '../../../worker/domain/ids.ts'
import { keyBits } from '../../../worker/domain/learning/features.ts'
import { packWeights, unpackWeights } from '../../../worker/domain/learning/packed.ts'
import { packTag, roomFor } from '../../../worker/domain/tagging/model.ts'
import type { SiteModel } from '../../../worker/domain/tagging/site-model.ts'

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

  it('of a site takes at most 50,000 bytes, with few tags or many, all features and sentiment', () => {
    for (const tags of [1, 5, 20]) {
      const room = roomFor(tags)
      const learned = {
        ...{
          model: packTag([...drawn(room.tag, keyBits)], weightsOf(room.tag), { ...odds, times: 1 }),
          positives: 1000,
          judged: 5000,
        },
        ...{ precision: 1 / 3, recall: 1 / 7, f1: 2 / 3, rulesF1: 1 / 9 },
      }
      const side = () => packWeights([...drawn(room.sentiment, 16)].map((key) => [key, random() - 0.5]))
      const site = {
        tags: Object.fromEntries(Array.from({ length: tags }, () => [newId('tag'), learned])),
        sentiment: { low: side(), high: side(), shift: { low: 1 / 3, high: 1 / 3 } },
      } satisfies SiteModel
      expect(JSON.stringify(site).length).toBeLessThan(50_000)
    }
    expect(roomFor(20).tag).toBeGreaterThanOrEqual(500)
  })
})

const random = seeded(2, 'model')
const weightsOf = (count: number) => Float64Array.from({ length: count }, () => random() - 0.5)

function drawn(count: number, bits: number): Set<number> {
  const keys = new Set<number>()
  while (keys.size < count) keys.add(Math.floor(random() * 2 ** bits))
  return keys
}
