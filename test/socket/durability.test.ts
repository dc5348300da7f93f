import { describe, expect, test } from 'vitest'
import { acknowledgingEarly, surviveKills } from '../support/durability.ts'

const kills = 20
const seed = 20261123

describe(`a worker that is killed ${kills} times while answers come in`, () => {
  test('has every answer it acknowledged, once, and its counts are those of a recount', async () => {
    const { acknowledged, repeated, broken, lost, drift } = await surviveKills(kills, seed)
    expect({ lost, drift }).toEqual({ lost: [], drift: [] })
    // It was in the midst of it.
    expect(acknowledged).toBeGreaterThan(kills * 3)
    expect([repeated > 0, broken > 0]).toEqual([true, true])
  }, 300_000)

  test('is found out where it acknowledges before it stores', async () => {
    expect((await surviveKills(2, seed, acknowledgingEarly)).lost.length).toBeGreaterThan(0)
  }, 120_000)
})
