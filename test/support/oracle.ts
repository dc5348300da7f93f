/**
 * The metrics once more, written from the published formulas and from nothing of the worker's, so that
 * the two can be held against each other. Slow and plain on purpose.
 */

export type Answers = ReadonlyMap<number, number>
export interface Estimate {
  n: number
  score: number | null
  interval: readonly [number, number] | null
}

const z = 1.96

function expand(answers: Answers): number[] {
  return [...answers].flatMap(([score, n]) => Array.from({ length: n }, () => score))
}

export function meanOf(answers: Answers): number | null {
  const all = expand(answers)
  return all.length === 0 ? null : all.reduce((sum, score) => sum + score, 0) / all.length
}

/** NPS with the adjusted Wald interval: 0.75 promoter, 1.5 passive and 0.75 detractor are added. */
export function npsOf(answers: Answers): Estimate & { promoters: number; passives: number; detractors: number } {
  const all = expand(answers)
  const promoters = all.filter((score) => score === 9 || score === 10).length
  const passives = all.filter((score) => score === 7 || score === 8).length
  const detractors = all.length - promoters - passives
  const n = all.length
  if (n === 0) return { n, score: null, interval: null, promoters, passives, detractors }
  const p = (promoters + 0.75) / (n + 3)
  const d = (detractors + 0.75) / (n + 3)
  const half = z * Math.sqrt((p + d - (p - d) ** 2) / (n + 3))
  const score = (100 * (promoters - detractors)) / n
  return { n, score, interval: [100 * (p - d - half), 100 * (p - d + half)], promoters, passives, detractors }
}

/** CSAT: the share of the top box (3 points) or the two top boxes (5, 7), with Wilson's interval. */
export function csatOf(points: number, answers: Answers): Estimate & { satisfied: number } {
  const good = points === 3 ? [3] : points === 5 ? [4, 5] : [6, 7]
  const all = expand(answers)
  const satisfied = all.filter((score) => good.includes(score)).length
  const n = all.length
  if (n === 0) return { n, score: null, interval: null, satisfied }
  // The two shares at which the normal test of the observed share gives exactly z: roots of a quadratic.
  const share = satisfied / n
  const [a, b, c] = [1 + (z * z) / n, -(2 * share + (z * z) / n), share * share]
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  return { n, score: 100 * share, interval: [(100 * (-b - root)) / (2 * a), (100 * (-b + root)) / (2 * a)], satisfied }
}

/** CES: the mean with Student's t interval; `agree` is the percentage of the upper three of 7 or two of 5. */
export function cesOf(points: number, answers: Answers): Estimate & { agree: number | null } {
  const good = points === 7 ? [5, 6, 7] : [4, 5]
  const all = expand(answers)
  const n = all.length
  const score = meanOf(answers)
  if (score === null) return { n, score, interval: null, agree: null }
  const agree = (100 * all.filter((one) => good.includes(one)).length) / n
  if (n === 1) return { n, score, interval: null, agree }
  const half = (tQuantile(n - 1) * standardDeviation(all)) / Math.sqrt(n)
  return { n, score, interval: [score - half, score + half], agree }
}

function standardDeviation(all: number[]): number {
  const mean = all.reduce((sum, score) => sum + score, 0) / all.length
  return Math.sqrt(all.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (all.length - 1))
}

const quantiles = new Map<number, number>()

/**
 * The 97.5 % quantile of Student's t: with t = sqrt(df) tan(angle) the density becomes a power of the
 * cosine, integrated by Simpson's rule; the angle that leaves 2.5 % is found by halving.
 */
export function tQuantile(df: number): number {
  const known = quantiles.get(df)
  if (known !== undefined) return known
  // Beyond this angle nothing is left of the density but what a double can't hold.
  const end = Math.min(Math.PI / 2, 14 / Math.sqrt(df))
  const wanted = 0.95 * integral(df, end)
  let [low, high] = [0, end]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (integral(df, middle) < wanted) low = middle
    else high = middle
  }
  const quantile = Math.sqrt(df) * Math.tan((low + high) / 2)
  quantiles.set(df, quantile)
  return quantile
}

function integral(df: number, to: number): number {
  const steps = 600
  const width = to / steps
  const density = (angle: number) => Math.max(0, Math.cos(angle)) ** (df - 1)
  let sum = density(0) + density(to)
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density(i * width)
  return (sum * width) / 3
}

/** The difference of two independent estimates by Newcombe's square-and-add rule (the MOVER method). */
export function differenceOf(now: Estimate, before: Estimate): { change: number; interval: [number, number] } | null {
  if (now.score === null || before.score === null || !now.interval || !before.interval) return null
  const change = now.score - before.score
  const below = Math.hypot(now.score - now.interval[0], before.interval[1] - before.score)
  const above = Math.hypot(now.interval[1] - now.score, before.score - before.interval[0])
  return { change, interval: [change - below, change + above] }
}

/** One order: what its respondent adds to the score, its value, and how often it is there (a prior's orders by halves). */
export interface WeighedOrder {
  x: number
  value: number
  times?: number
}

/** A ratio of two sums with its interval, order by order: see the sources at the worker's `ratio`. */
export function ratioOf(
  orders: readonly WeighedOrder[],
  prior: readonly { x: number; times: number }[],
): { score: number | null; interval: readonly [number, number] | null } {
  const add = (all: readonly WeighedOrder[], of: (one: WeighedOrder) => number) =>
    all.reduce((sum, one) => sum + (one.times ?? 1) * of(one), 0)
  const spent = add(orders, ({ value }) => value)
  if (spent === 0) return { score: null, interval: null }
  const score = add(orders, ({ x, value }) => x * value) / spent
  const size = add(orders, ({ value }) => value * value) / spent
  const all = [...orders, ...prior.map((one) => ({ ...one, value: size }))]
  const count = add(all, () => 1)
  if (count < 2) return { score, interval: null }
  const money = add(all, ({ value }) => value)
  const centre = add(all, ({ x, value }) => (x * value) / money)
  const pull = ({ x, value }: WeighedOrder) => ((value / money) * (x - centre)) ** 2
  const variance = add(all, pull)
  const fourth = add(all, (one) => pull(one) ** 2)
  const freedom = fourth === 0 ? count - 1 : Math.min(count - 1, variance ** 2 / fourth)
  const half = tQuantile(Math.max(1, freedom)) * Math.sqrt(variance)
  return { score, interval: [centre - half, centre + half] }
}
