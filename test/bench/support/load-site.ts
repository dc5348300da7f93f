import type { Load } from '../../support/open-loop.ts'
import type { Product } from '../../support/product.ts'
import { openShop, origin } from '../../support/proof-shop.ts'

/** A site with a live survey, and how answers reach it. */
export async function openForLoad(product: Product): Promise<Omit<Load, 'rate' | 'seconds'>> {
  return { url: product.direct, origin, ...(await openShop(product)) }
}
