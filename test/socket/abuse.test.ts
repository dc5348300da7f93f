import { describe, expect, test } from 'vitest'
import { blind, byAddressAlone, fewCounts, forgetful, leastCounts, stuffBallots } from '../support/stuffing.ts'

const seed = 20261123

describe('a worker whose ballots are stuffed', () => {
  test('counts hardly any of it, refuses nobody, and sets hardly anybody honest aside', async () => {
    const { address, devices, drip, dripped, honest, shared, kiosk, twenty, tokens, buyers } = await stuffBallots(fewCounts, seed)
    for (const forged of [address, devices]) {
      expect(forged.counted).toBeLessThanOrEqual(10)
      expect(forged.moved).toBeLessThanOrEqual(1)
    }
    expect(address.counted).toBe(1)
    // As long as the day is like others nothing tells the first of each address from honest ones.
    expect(drip.counted).toBeLessThan(330)
    for (const crowd of [address, devices, drip, dripped, honest, shared, kiosk, twenty, tokens, buyers])
      expect(crowd.refused).toBe(0)
    expect(honest.setAside).toBeLessThanOrEqual(honest.sent * 0.01)
    for (const { sent, counted } of [shared, kiosk]) expect([sent, counted >= 190]).toEqual([200, true])
    expect([twenty.counted, twenty.setAside]).toEqual([1, 19])
    expect([tokens.counted, buyers.counted]).toEqual([0, buyers.sent])
  }, 120_000)

  test('is found out where it looks at no address', async () => {
    const { address } = await stuffBallots(leastCounts, seed, { only: ['address'], rewritten: blind })
    expect(address.counted).toBe(leastCounts.forged)
  }, 60_000)

  test('is found out where an address is a person', async () => {
    const { shared } = await stuffBallots(leastCounts, seed, { only: ['shared'], rewritten: byAddressAlone })
    expect(shared.counted).toBeLessThan(190)
  }, 60_000)

  test('is found out where a signed order can be used again', async () => {
    const { tokens } = await stuffBallots(leastCounts, seed, { only: ['tokens'], rewritten: forgetful })
    expect(tokens.counted).toBeGreaterThan(0)
  }, 60_000)
})
