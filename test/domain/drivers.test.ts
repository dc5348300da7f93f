import { describe, expect, it } from 'vitest'
import { drawFrom, seeded } from '../../scripts/sample/random.ts'
import { drivers, type SetCell } from '../../worker/domain/drivers.ts'
import type { Scale } from '../../worker/domain/metrics.ts'
import { permutationP } from '../../worker/domain/permutation.ts'

const nps: Scale = { metric: 'nps', points: 11 }
const csat: Scale = { metric: 'csat', points: 5 }
const ces: Scale = { metric: 'ces', points: 7 }

type Weights = readonly (readonly [number, number])[]
interface Crowd {
  name: string
  scale: Scale
  n: number
  weights: Weights
}

const dimensions = ['touchpoint', 'device', 'language', 'country', 'tier']
const valuesOf = [12, 2, 6, 20, 4]

/** Answers whose segments are drawn without looking at the score; `weightsOf` may plant an effect. */
function crowd(n: number, random: () => number, weightsOf: (segments: Record<string, string>) => Weights): SetCell[] {
  return Array.from({ length: n }, () => {
    const segments: Record<string, string> = {}
    dimensions.forEach((dimension, i) => {
      // Squared, so that some values are common and some rare; some responses don't have the dimension.
      if (random() < 0.95) segments[dimension] = `v${Math.floor(random() ** 2 * (valuesOf[i] ?? 1))}`
    })
    return { segments, score: drawFrom(weightsOf(segments), random)(), n: 1 }
  })
}

const crowds: Crowd[] = [
  {
    name: 'NPS, 400 answers',
    scale: nps,
    n: 400,
    weights: [
      [10, 50],
      [8, 25],
      [5, 25],
    ],
  },
  {
    name: 'NPS, 3,000 answers, nearly all promoters',
    scale: nps,
    n: 3_000,
    weights: [
      [9, 95],
      [7, 3],
      [2, 2],
    ],
  },
  {
    name: 'CSAT, 1,500 answers, 95 % satisfied',
    scale: csat,
    n: 1_500,
    weights: [
      [5, 95],
      [1, 5],
    ],
  },
  {
    name: 'CES, 800 answers, skewed to 7',
    scale: ces,
    n: 800,
    weights: [
      [7, 75],
      [6, 12],
      [5, 5],
      [3, 3],
      [1, 5],
    ],
  },
]

describe('drivers of nothing', () => {
  // A rate of 5 % over 500 runs may show as far as three standard errors above it.
  const runs = 500
  const most = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs)

  it.each(crowds)(
    '$name: in at most 5 of 100 runs anything is kept',
    ({ scale, n, weights }) => {
      let withAny = 0
      let tested = 0
      for (let seed = 1; seed <= runs; seed++) {
        const found = drivers(
          scale,
          dimensions,
          crowd(n, seeded(seed, 'drivers'), () => weights),
        )
        tested += found.length
        if (found.some(({ kept }) => kept)) withAny++
      }
      expect(tested / runs).toBeGreaterThan(10)
      expect(withAny / runs).toBeLessThanOrEqual(most)
    },
    60_000,
  )

  it('are not made of a segment that is only more divided', () => {
    // NPS 0 inside and outside; inside everybody is a promoter or a detractor, outside nearly everybody is passive.
    let kept = 0
    for (let seed = 1; seed <= runs; seed++) {
      const cells = crowd(600, seeded(seed, 'drivers'), ({ country }) =>
        country === 'v0'
          ? [
              [10, 1],
              [0, 1],
            ]
          : [
              [10, 1],
              [8, 8],
              [0, 1],
            ],
      )
      if (drivers(nps, ['country'], cells).some((one) => one.kept)) kept++
    }
    expect(kept / runs).toBeLessThanOrEqual(most)
  }, 60_000)
})

describe('a driver that is there', () => {
  it('is found, told apart from the others, and has the largest impact', () => {
    let found = 0
    let others = 0
    let kept = 0
    for (let seed = 1; seed <= 100; seed++) {
      const cells = crowd(2_000, seeded(seed, 'drivers'), ({ touchpoint }) =>
        touchpoint === 'v0'
          ? [
              [10, 30],
              [8, 20],
              [3, 50],
            ]
          : [
              [10, 60],
              [8, 25],
              [3, 15],
            ],
      )
      const [first, ...rest] = drivers(nps, dimensions, cells)
      if (first?.kept && first.dimension === 'touchpoint' && first.value === 'v0') found++
      expect(first?.effect).toBeLessThan(0)
      // The rest of the same dimension lie above everybody else, the lowered ones among them: those are no mistakes.
      others += rest.filter((one) => one.kept && one.dimension !== 'touchpoint').length
      kept += rest.filter((one) => one.kept).length + 1
    }
    expect(found).toBe(100)
    expect(others / kept).toBeLessThanOrEqual(0.05)
  })

  it('is share, score, score without it, effect and impact', () => {
    const group = (tier: string | undefined, good: number, bad: number): SetCell[] => [
      { segments: tier ? { tier } : {}, score: 10, n: good },
      { segments: tier ? { tier } : {}, score: 0, n: bad },
    ]
    const cells = [...group('gold', 30, 10), ...group('plain', 40, 60), ...group(undefined, 5, 5), ...group('few', 29, 0)]
    const found = drivers(nps, ['tier'], cells)
    expect(found.map(({ value }) => value)).toEqual(['plain', 'gold'])
    const gold = found.find(({ value }) => value === 'gold')
    // 40 of 179 with 50 points; without them 74 promoters and 65 detractors of 139.
    expect(gold).toMatchObject({ dimension: 'tier', n: 40, score: 50, without: { n: 139 } })
    expect(gold?.share).toBeCloseTo(40 / 179, 12)
    expect(gold?.without.score).toBeCloseTo(900 / 139, 10)
    expect(gold?.effect).toBeCloseTo(50 - 900 / 139, 10)
    expect(gold?.impact).toBeCloseTo((100 * (104 - 75)) / 179 - 900 / 139, 10)
    expect((gold?.effectInterval?.[0] ?? 0) < 50 - 900 / 139).toBe(true)
  })

  it('needs 30 answers inside and 30 outside', () => {
    const cells = (inside: number, outside: number): SetCell[] => [
      { segments: { tier: 'gold' }, score: 10, n: inside },
      { segments: {}, score: 0, n: outside },
    ]
    expect(drivers(nps, ['tier'], cells(30, 30))).toHaveLength(1)
    expect(drivers(nps, ['tier'], cells(29, 300))).toEqual([])
    expect(drivers(nps, ['tier'], cells(300, 29))).toEqual([])
    expect(drivers(nps, [], cells(300, 300))).toEqual([])
    expect(drivers({ metric: 'none', points: 0 }, ['tier'], cells(30, 30))).toEqual([])
    expect(drivers(nps, ['tier'], [])).toEqual([])
  })
})

describe('the chance of a difference', () => {
  it('agrees with the exact one, counted draw by draw, and far in the tail is rather too large than too small', () => {
    // Of 1,000 answers 50 are dissatisfied; 30 are drawn.
    const all = new Map([
      [1, 950],
      [0, 50],
    ])
    for (const missed of [0, 1, 2, 4, 5, 6, 7, 8]) {
      const exact = hypergeometric(1_000, 50, 30, missed)
      const p = permutationP(
        all,
        new Map([
          [1, 30 - missed],
          [0, missed],
        ]),
      )
      expect(p / Math.min(1, 2 * exact), `${missed} of 30`).toBeGreaterThan(0.75)
      expect(p / Math.min(1, 2 * exact), `${missed} of 30`).toBeLessThan(3)
    }
  })

  it('is 1 where there is nothing to tell apart', () => {
    expect(permutationP(new Map([[1, 60]]), new Map([[1, 30]]))).toBe(1)
    expect(
      permutationP(
        new Map([
          [1, 60],
          [0, 4],
        ]),
        new Map(),
      ),
    ).toBe(1)
    expect(
      permutationP(
        new Map([
          [1, 60],
          [0, 60],
        ]),
        new Map([
          [1, 30],
          [0, 30],
        ]),
      ),
    ).toBe(1)
  })
})

/** The smaller tail of drawing `hits` of `marked` among `n` in `drawn` draws. */
function hypergeometric(n: number, marked: number, drawn: number, hits: number): number {
  const choose = (of: number, k: number) => {
    let log = 0
    for (let i = 1; i <= k; i++) log += Math.log((of - k + i) / i)
    return log
  }
  const chance = (k: number) => Math.exp(choose(marked, k) + choose(n - marked, drawn - k) - choose(n, drawn))
  let below = 0
  for (let k = 0; k <= hits; k++) below += chance(k)
  return Math.min(below, 1 - below + chance(hits))
}
