import type { ProductQuery, ProductRow } from '../contract/products.ts'
import { leastAnswers } from './drivers.ts'
import { type Histogram, type Scale, scored } from './metrics.ts'
import type { TagBook } from './tagging/book.ts'

/** The scores of all responses whose order has a product, or one of a category. */
export interface ProductCell {
  value: string | null
  name: string | null
  category: string | null
  scores: Histogram
}

/** Of how many responses with a product, or of a category (null for none), have a tag. */
export interface SaidCell {
  value: string | null
  tag: string
  n: number
}

/** A row in its place, before anybody has looked at what is said of it. */
type Ranked = Omit<ProductRow, 'tags'>

/** Told of each product. */
const mostTags = 3

/**
 * The rows in the order asked for. "Worst" goes by the upper end of the interval, so that what is surely bad comes before
 * what may only seem so; rows of few answers follow after the rest, since the interval of a mean can be short by chance.
 */
export function productRows(scale: Scale, cells: readonly ProductCell[], sort: ProductQuery['sort']): Ranked[] {
  const rows = cells.map((cell) => rowOf(scale, cell))
  return sort === 'answers' ? rows.sort(byAnswers) : rows.sort((a, b) => byWorst(a, b) || byAnswers(a, b))
}

function rowOf(scale: Scale, { value, name, category, scores }: ProductCell): Ranked {
  const found = scored(scale, scores)
  return { value, ...(name && { name }), ...(category && { category }), ...found, few: found.n < leastAnswers }
}

/** The rows of a page with what is said most of each; tags that are no longer in use are left out. */
export function withTags(rows: readonly Ranked[], { active }: TagBook, said: readonly SaidCell[]): ProductRow[] {
  const names = new Map(active.map(({ id, name }) => [id, name]))
  const byValue = Map.groupBy(said, ({ value }) => value)
  const tagsOf = (value: string | null) =>
    (byValue.get(value) ?? [])
      .flatMap(({ tag, n }) => {
        const name = names.get(tag)
        return name === undefined ? [] : [{ name, n }]
      })
      .sort((a, b) => b.n - a.n || compareTexts(a.name, b.name))
      .slice(0, mostTags)
  return rows.map((row) => ({ ...row, tags: tagsOf(row.value) }))
}

const byAnswers = (a: Ranked, b: Ranked) => b.n - a.n || compareTexts(a.value ?? '', b.value ?? '')

function byWorst(a: Ranked, b: Ranked): number {
  if (a.few !== b.few) return a.few ? 1 : -1
  const [left, right] = [upperEnd(a), upperEnd(b)]
  return left === right ? 0 : left < right ? -1 : 1
}

const upperEnd = ({ interval }: Ranked) => interval?.[1] ?? Number.POSITIVE_INFINITY
const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
