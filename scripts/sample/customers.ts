import type { Traits } from '../../worker/domain/segments.ts'
import { between, type Random, seeded } from './random.ts'

/** Somebody with an account at the demo's shop. */
interface SampleCustomer {
  id: string
  /** What the shop knows of them. */
  traits: Traits
}

/** An order beside those that came with answers. */
export interface SampleReorder {
  customer: string
  id: string
  value: number
  currency: string
  /** Since the answer. */
  afterDays: number
}

const count = 600
/** Of those who are asked after ordering, so many have an account. */
const share = 0.34

/** Valued customers who turned: on how many days before the first start they answered well, and then badly. Whenever the demo begins, there are some. */
export const turned = [
  { id: 'FL-C20001', ltv: 742.3, well: 64, badly: 4 },
  { id: 'FL-C20002', ltv: 1_180, well: 47, badly: 11 },
  { id: 'FL-C20003', ltv: 561.75, well: 81, badly: 23 },
] as const

/** Everybody with an account; few are worth much. */
export const sampleCustomers = (seed: number): SampleCustomer[] => [
  ...Array.from({ length: count }, (_, n) => customerOf(n, seed)),
  ...turned.map(({ id, ltv }) => ({ id, traits: { ltv, tier: 'gold' } })),
]

function customerOf(n: number, seed: number): SampleCustomer {
  const random = seeded(seed, `customer ${n}`)
  const ltv = Math.round((30 + 1_100 * random() ** 3.2) * 100) / 100
  return { id: `FL-C${10_000 + n}`, traits: { ltv, tier: ltv >= 500 ? 'gold' : ltv >= 150 ? 'silver' : 'basic' } }
}

/** Whose answer it is: the id of an account, or '' for a guest. */
export const sampleCustomer = (random: Random) => (random() < share ? `FL-C${10_000 + between(random, 0, count - 1)}` : '')

/** Whether whoever answered orders once more within 90 days, and what: the content do so more often. */
export function sampleReorder(
  random: Random,
  { customer, score, country }: { customer: string; score: number; country: string },
): SampleReorder | undefined {
  const likely = score >= 9 ? 0.36 : score >= 7 ? 0.2 : 0.04
  const [draw, afterDays, value] = [random(), between(random, 6, 84), between(random, 24, 190) + 0.9]
  if (customer === '' || draw >= likely) return
  return { customer, id: `${customer}-${afterDays}-${value}`, value, currency: country === 'CH' ? 'CHF' : 'EUR', afterDays }
}
