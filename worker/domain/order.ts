import { Order } from '../contract/order.ts'
import { cleanText } from './text.ts'

/** Of an order what is kept: the contract's fields, each product once, nothing that can't be seen. */
export function keptOrder({ id, value, currency, skus }: Order): Order {
  const named = id === undefined ? '' : cleanText(id).trim()
  const products = [...new Set((skus ?? []).map((sku) => cleanText(sku).trim()).filter((sku) => sku !== ''))]
  return {
    ...(named !== '' && { id: named }),
    ...(value !== undefined && { value }),
    ...(currency !== undefined && { currency }),
    ...(products.length > 0 && { skus: products }),
  }
}

/** One cell for a list of products: a vertical bar between them, or JSON where one has a bar itself or looks like JSON. */
export function skusText(skus: readonly string[]): string {
  return skus.some((sku) => sku.includes('|')) || skus[0]?.startsWith('[') ? JSON.stringify(skus) : skus.join('|')
}

/** The way back from `skusText`. */
function skusOf(text: string): unknown {
  if (!text.startsWith('[')) return text.split('|').flatMap((sku) => sku.trim() || [])
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const wanted: Record<string, string> = {
  id: 'at most 128 characters',
  value: 'a number such as 59.90, from 0 to 1,000,000,000',
  currency: 'three letters such as EUR',
  skus: 'at most 100 article numbers of at most 64 characters, with a vertical bar between them',
}

/** An order from the cells of a file's row, by the names of its fields; or why not. */
export function readOrder(cells: Record<string, unknown>): { ok: true; order: Order } | { ok: false; reason: string } {
  const read = Order.safeParse({ ...cells, ...(typeof cells.skus === 'string' && { skus: skusOf(cells.skus) }) })
  if (read.success) return { ok: true, order: keptOrder(read.data) }
  const field = String(read.error.issues[0]?.path[0])
  return { ok: false, reason: `order.${field}: ${wanted[field] ?? 'not an order'}` }
}
