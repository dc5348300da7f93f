import type { CurrencyValue, Spent } from '../contract/value.ts'
import { categoriesOf, categoryOf, scaleOf } from './category.ts'
import { contributionOf, type Scale, scored } from './metrics.ts'
import { type Prior, ratio, type Worth } from './ratio.ts'

/** The orders in one currency whose respondents gave one score. Values are in thousandths of the currency's unit. */
export interface OrderCell {
  currency: string | null
  score: number
  n: number
  responses: number
  sum: number
  squares: number
  fourths: number
}

/** Whole numbers, so that sums are exact; every currency in use has at most three decimals (ISO 4217). */
export const partsPerUnit = 1_000

/** What each currency's orders say, most orders first. */
export function valueByCurrency(scale: Scale, cells: readonly OrderCell[]): CurrencyValue[] {
  return [...Map.groupBy(cells, ({ currency }) => currency)]
    .map(([currency, of]) => inCurrency(scale, currency, of))
    .sort((a, b) => b.n - a.n || String(a.currency).localeCompare(String(b.currency)))
}

function inCurrency(scale: Scale, currency: string | null, cells: readonly OrderCell[]): CurrencyValue {
  const unweighted = scored(scale, new Map(cells.map(({ score, n }) => [score, n])))
  const { estimate, ...rest } = weighted(scale, cells)
  return {
    currency,
    n: unweighted.n,
    score: estimate,
    ...rest,
    responses: cells.reduce((sum, { responses }) => sum + responses, 0),
    value: unitsOf(cells),
    unweighted,
    categories: categoriesOf(scale.metric).map((category) => spentBy(scale, category, cells)),
  }
}

/** The score with a voice for every unit of money; in the score's own unit. */
function weighted(scale: Scale, cells: readonly OrderCell[]) {
  const added = (score: number) => (scale.metric === 'ces' ? 1 : 100) * contributionOf(scale, score)
  const [lowest, highest] = scaleOf(scale.metric, scale.points) ?? [0, 0]
  const worths = cells.map((cell): Worth => ({ ...cell, x: added(cell.score) }))
  return ratio(worths, priors[scale.metric], [added(lowest), added(highest)])
}

/** As the unweighted intervals allow for who hasn't been heard: Rocks for the NPS, Agresti and Coull for a share. */
const share: Prior = [
  { x: 0, orders: 2 },
  { x: 1, orders: 2 },
]
const priors: Record<Scale['metric'], Prior> = {
  nps: [
    { x: -100, orders: 0.75 },
    { x: 0, orders: 1.5 },
    { x: 100, orders: 0.75 },
  ],
  csat: share.map(({ x, orders }) => ({ x: 100 * x, orders })),
  ces: [],
  none: [],
}

function spentBy({ metric, points }: Scale, category: Spent['category'], cells: readonly OrderCell[]): Spent {
  const isTheirs = ({ score }: OrderCell) => categoryOf(metric, points, score) === category
  const theirs = cells.filter(isTheirs)
  const worths = cells.map((cell): Worth => ({ ...cell, x: isTheirs(cell) ? 1 : 0 }))
  const { estimate, interval } = ratio(worths, share, [0, 1])
  return {
    category,
    n: theirs.reduce((sum, { n }) => sum + n, 0),
    value: unitsOf(theirs),
    share: estimate,
    // Nobody spends less than nothing, or more than all.
    interval: interval && [Math.max(0, interval[0]), Math.min(1, interval[1])],
  }
}

const unitsOf = (cells: readonly OrderCell[]) => cells.reduce((sum, cell) => sum + cell.sum, 0) / partsPerUnit
