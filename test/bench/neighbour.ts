import process from 'node:process'
import { setupToken } from '../support/account.ts'
import { type Load, offer, quantile } from '../support/open-loop.ts'
import { startProduct } from '../support/product.ts'
import { bindings, origin } from '../support/proof-shop.ts'
import { median } from './support/median.ts'
import { table } from './support/table.ts'

const seconds = 5
/** Answers a second of a shop nobody attacks. */
const quietRate = 20
/** Requests a second of whoever attacks: more than this machine answers. */
const floodRate = 2_000
const quietOrigin = 'https://quiet.example'

type Target = Omit<Load, 'rate' | 'seconds'>

/**
 * `bench -- neighbour [ROUNDS]`: how long the answers of one shop take while another one of the same installation is flooded, with answers of its own
 * or under made-up keys, against the time they take alone; in turns.
 */
export async function neighbour([rounds = '5']: string[]): Promise<void> {
  const product = await startProduct(bindings)
  try {
    const { flooded, quiet } = await openTwoShops(product.url, product.direct)
    const floods: Record<string, Target | undefined> = {
      alone: undefined,
      'beside a flood of answers': flooded,
      'beside a flood of made-up keys': { ...flooded, madeUp: true },
    }
    const found = Object.fromEntries(Object.keys(floods).map((name) => [name, { p99: [] as number[], refused: [] as number[] }]))
    await offer({ ...quiet, rate: 100, seconds: 3 })
    for (let round = 0; round < Number(rounds); round++) {
      for (const [name, flood] of Object.entries(floods)) {
        const [own] = await Promise.all([
          offer({ ...quiet, rate: quietRate, seconds }),
          flood && offer({ ...flood, rate: floodRate, seconds }),
        ])
        found[name]?.p99.push(quantile(own.latencies, 0.99))
        found[name]?.refused.push((own.statuses['503'] ?? 0) / own.sent)
      }
    }
    const alone = median(found.alone?.p99 ?? [])
    const raw = (values: number[], digits: number) => `raw ${values.map((value) => value.toFixed(digits)).join(' ')}`
    process.stdout.write(
      table(
        Object.entries(found).flatMap(([name, { p99, refused }]) => [
          [`${name}: p99, ms`, median(p99).toFixed(0), `${(median(p99) / alone).toFixed(1)} times`, raw(p99, 0)],
          [
            `${name}: told to come back`,
            `${(median(refused) * 100).toFixed(1)} %`,
            '',
            raw(
              refused.map((share) => share * 100),
              1,
            ),
          ],
        ]),
      ),
    )
  } finally {
    await product.stop()
  }
}

/** Two shops of one owner, each with a live survey. */
async function openTwoShops(url: string, direct: string): Promise<{ flooded: Target; quiet: Target }> {
  const post = async <Answer>(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const answer = await fetch(new URL(path, url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  const site = { name: 'Flooded', origins: [origin], timeZone: 'Europe/Berlin' }
  const made = await post<{ site: { id: string; key: string }; loginUrl: string }>('/api/v1/setup', {
    ...{ token: setupToken, email: 'bench@shop.example', name: 'Bench', site },
  })
  const { pathname } = new URL(made.loginUrl)
  const own = new URL(url).origin
  const signedIn = await fetch(new URL(pathname, url), { method: 'POST', headers: { Origin: own }, redirect: 'manual' })
  const headers = { Origin: own, Cookie: signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
  const second = await post<{ id: string; key: string }>(
    `/api/v1/sites?site=${made.site.id}`,
    { ...site, name: 'Quiet', origins: [quietOrigin] },
    headers,
  )
  const survey = async (id: string) => {
    const { id: survey } = await post<{ id: string }>(`/api/v1/surveys?site=${id}`, { name: 'S', metric: 'nps' }, headers)
    await post(`/api/v1/surveys/${survey}/publish?site=${id}`, {}, headers)
    return survey
  }
  return {
    flooded: { url: direct, origin, site: made.site.key, survey: await survey(made.site.id) },
    quiet: { url: direct, origin: quietOrigin, site: second.key, survey: await survey(second.id) },
  }
}
