import type { ProductQuery, ProductRow } from '../contract/products.ts'
import { leastAnswers } from './drivers.ts'
import { type Histogram, type Scale, scored } from './metrics.ts'

/** The scores of all responses whose order has a product, or one of a category. */
export interface ProductCell {
  value: string | null
  name: string | null
  category: string | null
  scores: Histogram
}

/**
 * The rows in the order asked for. "Worst" goes by the upper end of the interval, so that what is surely bad comes before
 * what may only seem so; rows of few answers follow after the rest, since the interval of a mean can be short by chance.
 */
export function productRows(scale: Scale, cells: readonly ProductCell[], sort: ProductQuery['sort']): ProductRow[] {
  const rows = cells.map((cell) => rowOf(scale, cell))
  return sort === 'answers' ? rows.sort(byAnswers) : rows.sort((a, b) => byWorst(a, b) || byAnswers(a, b))
}

function rowOf(scale: Scale, { value, name, category, scores }: ProductCell): ProductRow {
  const found = scored(scale, scores)
  return { value, ...(name && { name }), ...(category && { category }), ...found, few: found.n < leastAnswers }
}

const byAnswers = (a: ProductRow, b: ProductRow) => b.n - a.n || compareTexts(a.value ?? '', b.value ?? '')

function byWorst(a: ProductRow, b: ProductRow): number {
  if (a.few !== b.few) return a.few ? 1 : -1
  const [left, right] = [upperEnd(a), upperEnd(b)]
  return left === right ? 0 : left < right ? -1 : 1
}

const upperEnd = ({ interval }: ProductRow) => interval?.[1] ?? Number.POSITIVE_INFINITY
const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
