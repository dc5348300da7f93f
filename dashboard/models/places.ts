import type { Journey } from '../../worker/contract/journey.ts'

/** Of a shop that hasn't said its own. */
const usualJourney: Journey = [
  { id: 'product', name: 'Product page' },
  { id: 'search', name: 'Search' },
  { id: 'cart', name: 'Cart' },
  { id: 'checkout', name: 'Checkout' },
  { id: 'order-success', name: 'Order success' },
  { id: 'delivery', name: 'Delivery' },
  { id: 'return', name: 'Return' },
  { id: 'support', name: 'Support' },
]

/** The touchpoints in their order, the usual ones where a site has said none. */
export const journeyOr = (own: Journey = []): Journey => (own.length ? own : usualJourney)

/** Those in their order, and after them those that surveys stand on without being among them. */
export function placesOf(journey: Journey, asked: readonly string[]): Journey {
  const known = new Set(['', ...journey.map(({ id }) => id)])
  const others = [...new Set(asked)].filter((id) => !known.has(id))
  return [...journey, ...others.map((id) => ({ id, name: plainName(id) }))]
}

/** What a touchpoint is called: as the site says, else its own id as words. */
export const placeName = (journey: Journey, id: string) => journey.find((one) => one.id === id)?.name ?? plainName(id)

const plainName = (id: string) => id.replaceAll(/[-_]/g, ' ')

/** What pages will say for a touchpoint of this name: "Gift wrapping" is gift-wrapping; '' for a name without a letter. */
export const idOfName = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 64)
