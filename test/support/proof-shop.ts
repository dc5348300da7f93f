import type { Product } from './product.ts'

/** What a worker under proof is given. */
export const bindings = { SETUP_TOKEN: 'proof', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0', PUBLIC_URL: '' }
const origin = 'https://shop.example'

/** What each answer says of where it belongs. */
export interface ProofShop {
  site: string
  survey: string
}

/** A shop with a live NPS survey, in an installation that begins empty. */
export async function openShop(product: Product): Promise<ProofShop> {
  const api = async <Answer>(path: string, body: object, key?: string): Promise<Answer> => {
    const headers = { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) }
    const answer = await fetch(new URL(path, product.url), { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  const shop = { name: 'Shop', origins: [origin], timeZone: 'Europe/Berlin' }
  const { site, apiKey } = await api<{ site: { key: string }; apiKey: string }>('/api/v1/setup', {
    ...{ token: bindings.SETUP_TOKEN, email: 'o@shop.example', name: 'O', site: shop },
  })
  const { id } = await api<{ id: string }>('/api/v1/surveys', { name: 'S', metric: 'nps' }, apiKey)
  await api(`/api/v1/surveys/${id}/publish`, {}, apiKey)
  return { site: site.key, survey: id }
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
