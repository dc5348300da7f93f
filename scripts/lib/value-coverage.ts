import { contributionOf, type Scale } from '../../worker/domain/metrics.ts'
import { type OrderCell, valueByCurrency } from '../../worker/domain/value.ts'
import { drawFrom, type Random, seeded } from '../sample/random.ts'
import { crowdOf, holds, lineOf, type Shares, sharesOf, sizes } from './simulation.ts'

/** A crowd and what its orders are worth: lognormal, with `sigma` of the logarithm, and `factor` times as much for the unhappy. */
interface Crowd {
  name: string
  scale: Scale
  weights: number[]
  sigma: number
  factor?: number
}

const nps = { scale: { metric: 'nps', points: 11 }, weights: [3, 1, 1, 1, 1, 2, 3, 7, 13, 24, 44] } as const
const csat = { scale: { metric: 'csat', points: 5 }, weights: [3, 2, 5, 30, 60] } as const
const ces = { scale: { metric: 'ces', points: 7 }, weights: [12, 3, 2, 3, 5, 15, 60] } as const
const crowds: Crowd[] = (
  [
    { name: 'NPS, values alike', ...nps, sigma: 0.5 },
    { name: 'NPS, skewed values', ...nps, sigma: 1 },
    { name: 'NPS, very skewed values', ...nps, sigma: 1.5 },
    { name: 'NPS, detractors spend three times as much', ...nps, sigma: 1, factor: 3 },
    {
      name: 'NPS, 4 % detractors spend five times as much',
      scale: nps.scale,
      weights: [4, 0, 0, 0, 0, 0, 0, 6, 10, 20, 60],
      sigma: 1,
      factor: 5,
    },
    { name: 'CSAT, 90 % satisfied, skewed values', ...csat, sigma: 1 },
    { name: 'CSAT, the others spend three times as much', ...csat, sigma: 1, factor: 3 },
    { name: 'CES, J-shaped, skewed values', ...ces, sigma: 1 },
    { name: 'CES, uniform, skewed values', scale: ces.scale, weights: [1, 1, 1, 1, 1, 1, 1], sigma: 1 },
    { name: 'CES, skewed to 7, skewed values', scale: ces.scale, weights: [1, 1, 1, 2, 5, 15, 75], sigma: 1 },
  ] as const
).map((crowd) => ({ ...crowd, weights: [...crowd.weights] }))
const runs = 2_000

export interface ValueCoverage extends Shares {
  name: string
  n: number
  /** Of the intervals of the last category's share, between 0 and 1. */
  shareCovered: number
}

/** How often the intervals of value-weighted scores, and of the revenue behind the unhappy, hold the truth. */
export function valueCoverages(of: readonly number[] = sizes): ValueCoverage[] {
  return crowds.flatMap((crowd) => of.map((n) => ({ name: crowd.name, n, ...coverageOf(crowd, n, seeded(n, crowd.name)) })))
}

function coverageOf({ scale, weights, sigma, factor = 1 }: Crowd, n: number, random: Random) {
  const crowd = crowdOf(scale, weights)
  const isUnhappy = (score: number) => contributionOf(scale, score) <= { nps: -1, csat: 0, ces: 3, none: 0 }[scale.metric]
  const worth = (score: number) => (isUnhappy(score) ? factor : 1)
  const average = (of: (score: number) => number) =>
    crowd.reduce((sum, [score, weight]) => sum + weight * worth(score) * of(score), 0) /
    crowd.reduce((sum, [score, weight]) => sum + weight * worth(score), 0)
  const truth = average((score) => (scale.metric === 'ces' ? 1 : 100) * contributionOf(scale, score))
  const last = valueByCurrency(
    scale,
    crowd.map(([score, weight]) => cellOf(score, Array(weight).fill(1_000 * worth(score)))),
  )[0]
  const shareTruth = last?.categories[2]?.share ?? Number.NaN

  const draw = drawFrom(crowd, random)
  const order = (score: number) => 20_000 * worth(score) * Math.exp(sigma * normal(random))
  let shareHolds = 0
  const shares = sharesOf(runs, () => {
    const [found] = valueByCurrency(scale, sample(draw, order, n))
    if (holds(found?.categories[2]?.interval, shareTruth)) shareHolds++
    return { holds: holds(found?.interval, truth), cautioned: Boolean(found?.caution) }
  })
  return { ...shares, shareCovered: shareHolds / runs }
}

/** So many orders, each with its score. */
function sample(draw: () => number, order: (score: number) => number, n: number): OrderCell[] {
  const values = new Map<number, number[]>()
  for (let i = 0; i < n; i++) {
    const score = draw()
    const value = order(score)
    const same = values.get(score)
    if (same) same.push(value)
    else values.set(score, [value])
  }
  return [...values].map(([score, of]) => cellOf(score, of))
}

function cellOf(score: number, values: readonly number[]): OrderCell {
  const sum = (power: number) => values.reduce((total, value) => total + value ** power, 0)
  return { currency: 'EUR', score, n: values.length, responses: values.length, sum: sum(1), squares: sum(2), fourths: sum(4) }
}

/** Box and Muller. */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** The page's part on orders. */
export function valueSection(all: readonly ValueCoverage[]): string {
  const rows = all.map(({ name, n, ...shares }) =>
    lineOf(name, n, [shares.covered, shares.coveredWithoutCaution, shares.cautioned, shares.shareCovered]),
  )
  return `## Scores weighed by the value of orders

The same for \`GET /api/v1/surveys/{id}/value\`: ${runs.toLocaleString('en')} samples each, 1 point is noise. Values are lognormal: alike (sigma 0.5), skewed (1)
or very skewed (1.5). The last column is the interval of the share of revenue behind the lowest category. An interval counts the
orders that decide it, and is wide where few do; for that it holds too often while orders are few.

| crowd | n | holds, % | holds where no caution stands, % | caution stands, % | share holds, % |
|---|---|---|---|---|---|
${rows.join('\n')}
`
}
