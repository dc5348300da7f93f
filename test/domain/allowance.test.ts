import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { allowanceByKey } from '../../worker/domain/allowance.ts'
import { perLink, perNetwork } from '../../worker/middleware/limit-shared.ts'

describe('an allowance', () => {
  it('gives its burst at once, then one at a time, and says after how long', () => {
    const take = allowanceByKey({ burst: 3, everyMs: 100 }, 10)
    expect([0, 0, 0, 0, 40].map((ms) => take('a', 1_000 + ms))).toEqual([0, 0, 0, 100, 60])
    expect([take('a', 1_099), take('a', 1_100), take('a', 1_100)]).toEqual([1, 0, 100])
  })

  it('is whole again after as long as the burst takes, and never more than whole', () => {
    const take = allowanceByKey({ burst: 3, everyMs: 100 }, 10)
    for (let i = 0; i < 3; i++) take('a', 0)
    expect(Array.from({ length: 4 }, () => take('a', 1_000_000))).toEqual([0, 0, 0, 100])
  })

  it('is each key’s own', () => {
    const take = allowanceByKey({ burst: 1, everyMs: 100 }, 10)
    expect([take('a', 0), take('b', 0), take('a', 0), take('b', 0)]).toEqual([0, 0, 100, 100])
  })

  it('forgets the key asked for longest ago, not the one asked for most', () => {
    const take = allowanceByKey({ burst: 2, everyMs: 1_000_000 }, 2)
    take('a', 0)
    take('b', 0)
    take('a', 0)
    take('c', 0)
    expect(take('a', 0)).toBeGreaterThan(0)
    expect([take('b', 0), take('b', 0)]).toEqual([0, 0])
  })

  it('never gives more in any span than the burst and what comes back in it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }), (steps) => {
        const take = allowanceByKey({ burst: 4, everyMs: 100 }, 10)
        let now = 0
        const given = steps.flatMap((step) => {
          now += step
          return take('a', now) === 0 ? [now] : []
        })
        return given.every((start, i) => given.slice(i).every((end, j) => j + 1 <= 4 + Math.floor((end - start) / 100)))
      }),
    )
  })
})

test('a shared link’s are those its guide names', async () => {
  const guide = await readFile(new URL('../../docs/sharing.md', import.meta.url), 'utf8')
  const [link, network] = [perLink, perNetwork].map(({ burst, everyMs }) => [burst, 1_000 / everyMs])
  expect([link, network]).toEqual([
    [120, 2],
    [300, 5],
  ])
  expect(guide.replace(/\s+/g, ' ')).toContain('120 answers at once and two more a second, one network 300 and five a second')
})
