import { openAccount, setupToken } from './account.ts'
import type { Product } from './product.ts'

/** What a worker under proof is given. */
export const bindings = { SETUP_TOKEN: setupToken, LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0', PUBLIC_URL: '' }
export const origin = 'https://shop.example'

/** What each answer says of where it belongs. */
export interface ProofShop {
  site: string
  survey: string
}

/** A shop with a live NPS survey, in an installation that begins empty. */
export async function openShop({ url }: Pick<Product, 'url'>): Promise<ProofShop> {
  const { siteKey, call } = await openAccount(url, [origin])
  const { id } = await call<{ id: string }>('/api/v1/surveys', { name: 'S', metric: 'nps' })
  await call(`/api/v1/surveys/${id}/publish`, {})
  return { site: siteKey, survey: id }
}

/** Sends one step as the widget does; the status it is answered with. */
export async function sendStep(product: Product, shop: ProofShop, step: object): Promise<number> {
  const answer = await fetch(new URL('/v1/responses', product.url), {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: origin },
    body: JSON.stringify({ ...shop, version: 1, ...step }),
  })
  await answer.text()
  return answer.status
}
