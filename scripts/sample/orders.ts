import type { Order } from '../../worker/contract/order.ts'
import { catalogue, delivery, type Product } from '../../worker/routes/demo/catalogue.ts'
import { between, pickWeighted, type Random } from './random.ts'

/** How often an article is ordered, by how content the one is who ordered it: the shirt runs large, the throw came late. */
const popularity: Record<string, { content: number; upset: number }> = {
  'FL-1001': { content: 22, upset: 20 },
  'FL-1002': { content: 12, upset: 24 },
  'FL-2001': { content: 8, upset: 15 },
  'FL-3001': { content: 16, upset: 11 },
  'FL-3002': { content: 15, upset: 10 },
  'FL-3003': { content: 27, upset: 15 },
}

const freeFrom = 150

/** What somebody ordered before they answered: one to four articles, with delivery unless it is free; the Swiss pay in francs. */
export function sampleOrder(random: Random, { id, country, score }: { id: string; country: string; score: number }): Order {
  const mood = score >= 7 ? 'content' : 'upset'
  const weights = Object.fromEntries(catalogue.map(({ sku }) => [sku, popularity[sku]?.[mood] ?? 1]))
  const basket = new Set(Array.from({ length: between(random, 1, 4) }, () => pickWeighted(random, weights)))
  const goods = catalogue.filter(({ sku }) => basket.has(sku)).reduce((sum, { price }: Product) => sum + price, 0)
  return {
    id,
    value: goods >= freeFrom ? goods : goods + delivery,
    currency: country === 'CH' ? 'CHF' : 'EUR',
    skus: [...basket],
  }
}
