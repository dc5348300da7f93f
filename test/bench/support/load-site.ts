import type { Load } from '../../support/open-loop.ts'
import type { Product } from '../../support/product.ts'

export const variables = { SETUP_TOKEN: 'load', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0', PUBLIC_URL: '' }
const origin = 'https://shop.example'

/** A site with a live survey, and how answers reach it. */
export async function openForLoad({ url, direct }: Product): Promise<Omit<Load, 'rate' | 'seconds'>> {
  const api = async <Answer>(path: string, body: object, key?: string): Promise<Answer> => {
    const headers = { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) }
    const answer = await fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  const { site, apiKey } = await api<{ site: { key: string }; apiKey: string }>('/api/v1/setup', {
    ...{ token: variables.SETUP_TOKEN, email: 'o@shop.example', name: 'O' },
    site: { name: 'Shop', origins: [origin], timeZone: 'Europe/Berlin' },
  })
  const { id } = await api<{ id: string }>('/api/v1/surveys', { name: 'S', metric: 'nps' }, apiKey)
  await api(`/api/v1/surveys/${id}/publish`, {}, apiKey)
  return { url: direct, site: site.key, survey: id, origin }
}
