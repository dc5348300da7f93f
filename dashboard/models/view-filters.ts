import type { Conditions } from '../../worker/contract/conditions.ts'
import { type Filters, unfiltered } from './filters.ts'

/** The filters of a screen as a view keeps them: none of its days, and of one survey where the screen is. */
export function conditionsOf(filters: Filters, survey: string | undefined): Conditions {
  const { segments, answers, tag, category, score, q, sentiment, disagrees, sku, productCategory } = filters
  const { scoreAtLeast, scoreAtMost, unhappy, atRisk, contact, orderValueAtLeast, orderCurrency } = filters
  return {
    ...(survey !== undefined && { survey }),
    ...(category !== null && { category: category as NonNullable<Conditions['category']> }),
    ...(score !== null && { score }),
    ...(scoreAtLeast !== null && { scoreAtLeast }),
    ...(scoreAtMost !== null && { scoreAtMost }),
    ...(unhappy && { unhappy }),
    ...(atRisk && { atRisk }),
    ...(contact && { contact }),
    ...(orderValueAtLeast !== null && { orderValueAtLeast }),
    ...(orderCurrency && { orderCurrency }),
    ...(tag && { tag }),
    ...(q && { q }),
    ...(sentiment && { sentiment }),
    ...(disagrees && { disagrees }),
    ...(sku && { sku }),
    ...(productCategory && { productCategory }),
    ...(Object.keys(segments).length > 0 && { segments }),
    ...(Object.keys(answers).length > 0 && { answers }),
  }
}

/** A view as filters of a screen: each condition is a filter of the same name. */
export function filtersOf({ survey: _, commented, ...conditions }: Conditions): Partial<Filters> {
  const given = Object.entries(conditions).filter(([, value]) => value !== undefined)
  return { ...unfiltered, commented: commented ?? false, ...Object.fromEntries(given) }
}
