import type { PageContext } from '../seam.ts'

/** What a page passes to `set`: in traits and order anything at all. */
interface Said extends Omit<PageContext, 'traits' | 'order'> {
  traits?: object | null
  order?: { id?: unknown; value?: unknown; currency?: unknown; skus?: unknown } | null
}

/**
 * Of what a page says, all that the worker takes. One value beyond its limits would have it refuse every answer
 * of the page, so what doesn't fit is left out here, and a price in quotes or a number as an id is put right.
 */
export function fitting(said: Said = {}): PageContext {
  const { traits, order, ...rest } = said
  const kept: PageContext = rest
  // Said to be nothing is said too: an order that is over.
  if ('traits' in said) kept.traits = fittingTraits(traits || {})
  if ('order' in said) kept.order = order ? fittingOrder(order) : undefined
  return kept
}

/** At most 50, named in 64 characters, with text of at most 256. */
function fittingTraits(traits: object): PageContext['traits'] {
  const fits = ([key, value]: [string, unknown]) =>
    /[^\p{C}\p{Z}]/u.test(key) &&
    [...key].length <= 64 &&
    (typeof value === 'string' ? [...value].length <= 256 : typeof value === 'number' || typeof value === 'boolean')
  return Object.fromEntries(Object.entries(traits).filter(fits).slice(0, 50))
}

function fittingOrder({ id, value, currency, skus }: NonNullable<Said['order']>): PageContext['order'] {
  // Without a digit it is no number: Number('') would be 0.
  const amount = /\d/.test(`${value}`) ? Number(value) : -1
  const code = `${currency}`.toUpperCase()
  return {
    id: textOf(id, 128),
    value: amount >= 0 && amount <= 1e9 ? amount : undefined,
    currency: /^[A-Z]{3}$/.test(code) ? code : undefined,
    skus: Array.isArray(skus)
      ? skus
          .map((sku) => textOf(sku, 64))
          .filter((sku) => sku !== undefined)
          .slice(0, 100)
      : undefined,
  }
}

function textOf(value: unknown, max: number): string | undefined {
  const text = typeof value === 'number' ? `${value}` : value
  return typeof text === 'string' && text.length <= max ? text : undefined
}
