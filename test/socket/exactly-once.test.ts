import { describe, expect, test } from 'vitest'
import { losingKeys, sendMoreThanOnce } from '../support/exactly-once.ts'
import { whole } from '../support/whole.ts'

const sends = whole ? 100_000 : 1_000
const seed = 20261123

describe(`${sends} sends, three in ten of them again, in any order and many at once`, () => {
  test('are counted once each', async () => {
    const { distinct, stored, counted, drift, statuses, outcomes } = await sendMoreThanOnce(sends, seed)
    expect({ stored, counted, drift }).toEqual({ stored: distinct, counted: distinct, drift: [] })
    expect(statuses).toEqual({ 201: distinct, 200: sends - distinct })
    expect(outcomes).toEqual({ stored: distinct, duplicate: sends - distinct })
  }, 1_800_000)

  test('would be counted more than once by a worker that loses keys, and are seen to be', async () => {
    const { distinct, stored, counted } = await sendMoreThanOnce(500, seed, losingKeys)
    expect([stored > distinct, counted > distinct]).toEqual([true, true])
  }, 120_000)
})
