import type { Order } from '../../contract/order.ts'
import type { Garment } from './drawings.ts'

export interface Product {
  sku: string
  category: string
  name: string
  garment: Garment
  cloth: string
  colour: string
  price: number
  note: string
}

export const jumper: Product = {
  sku: 'FL-1001',
  category: 'Knitwear',
  name: 'Halden jumper',
  garment: 'jumper',
  cloth: 'moss',
  colour: 'Moss',
  price: 129,
  note: 'Lambswool, knitted in one piece',
}

export const catalogue: readonly Product[] = [
  jumper,
  {
    sku: 'FL-1002',
    category: 'Shirts',
    name: 'Lys linen shirt',
    garment: 'shirt',
    cloth: 'oat',
    colour: 'Oat',
    price: 84,
    note: 'Washed linen, shell buttons',
  },
  {
    sku: 'FL-2001',
    category: 'Home',
    name: 'Fjord throw',
    garment: 'throw',
    cloth: 'ink',
    colour: 'Ink',
    price: 110,
    note: 'Merino, woven on wide looms',
  },
  {
    sku: 'FL-3001',
    category: 'Accessories',
    name: 'Bracken scarf',
    garment: 'scarf',
    cloth: 'rust',
    colour: 'Rust',
    price: 59,
    note: 'Brushed wool, hand-tied fringe',
  },
  {
    sku: 'FL-3002',
    category: 'Accessories',
    name: 'Skerry beanie',
    garment: 'beanie',
    cloth: 'clay',
    colour: 'Clay',
    price: 34,
    note: 'Ribbed merino, doubled brim',
  },
  {
    sku: 'FL-3003',
    category: 'Accessories',
    name: 'Everyday socks',
    garment: 'socks',
    cloth: 'sage',
    colour: 'Sage',
    price: 18,
    note: 'Wool and cotton, two pairs',
  },
]

/** What lies in the demo's cart. */
export const cart: readonly Product[] = catalogue.filter(({ garment }) => garment === 'jumper' || garment === 'socks')

export const delivery = 4.9

export function priceOf(amount: number): string {
  return `€ ${amount.toFixed(2)}`
}

export function cartTotal(): number {
  return cart.reduce((sum, { price }) => sum + price, delivery)
}

/** What was in the cart, as an order with a number of its own: of several answers to one order only the last counts. */
export function orderOf(now: number): Required<Order> {
  const id = `FL-${Math.floor(now / 100) % 100_000_000}`
  return { id, value: cartTotal(), currency: 'EUR', skus: cart.map(({ sku }) => sku) }
}
