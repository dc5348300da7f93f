import type { Bands } from '../contract/bands.ts'
import type { Category } from '../contract/category.ts'
import { bandNames } from './bands.ts'
import { categoriesOf } from './category.ts'
import type { Traits } from './segments.ts'

/** A number as a shop writes it; `store/at-risk` reads the same ones in SQL. */
const plain = /^\d+(\.\d*)?$/

/** The dimensions in whose highest band a customer is, by what the shop told of them last: whoever is in one is valued. */
export function valuedBy(known: Traits, bands: readonly Bands[]): { dimension: string; band: string }[] {
  return bands.flatMap((each) => {
    const given = known[each.dimension]
    const value = typeof given === 'string' && plain.test(given) ? Number(given) : given
    const highest = each.from.at(-1)
    if (typeof value !== 'number' || highest === undefined || value < highest) return []
    return [{ dimension: each.dimension, band: bandNames(each).at(-1) ?? '' }]
  })
}

const worst: ReadonlySet<Category | null> = new Set(
  (['nps', 'csat', 'ces'] as const).map((metric) => categoriesOf(metric)[2] ?? null),
)

/** Whether whoever gave these scores, the last first, has turned: the latest is of the worst category, and an earlier one was not. */
export function hasTurned([latest, ...earlier]: readonly Category[]): boolean {
  return latest !== undefined && worst.has(latest) && earlier.some((category) => !worst.has(category))
}
