import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { seeded } from '../../scripts/sample/random.ts'
import { type Product, startProduct } from './product.ts'
import { bindings, origin } from './proof-shop.ts'
import { type Shopper, shopper } from './shoppers.ts'

const dayMs = 86_400_000
/** As many at once as the door always has places for: who is told to come back is no matter here. */
const clients = 4

/** What became of a crowd's answers. */
export interface Became {
  sent: number
  counted: number
  setAside: number
  refused: number
}

export interface Stuffed {
  /** 0-scores from one address; how far they moved the NPS of the baseline, in points. */
  address: Became & { moved: number }
  /** The same from devices that all say something else of themselves. */
  devices: Became & { moved: number }
  /** 0-scores from many addresses, ten each, while honest shoppers answer as on any day; and those shoppers. */
  drip: Became
  dripped: Became
  /** Honest shoppers, as many as may be, none forged. */
  honest: Became
  /** Honest shoppers behind one address at once, with their own devices, and at one device in a shop. */
  shared: Became
  kiosk: Became
  /** One shopper who answers twenty times. */
  twenty: Became
  /** Where only signed orders count: forged answers without, with a false or with a used signature, and as many honest buyers. */
  tokens: Became
  buyers: Became
}

export interface Counts {
  baseline: number
  forged: number
  addresses: number
  dripped: number
  honest: number
}

export const fullCounts: Counts = { baseline: 2_000, forged: 1_000, addresses: 500, dripped: 5_000, honest: 10_000 }
export const fewCounts: Counts = { baseline: 2_000, forged: 100, addresses: 50, dripped: 500, honest: 400 }
/** Enough for a worker that lets all of it through to be found out. */
export const leastCounts: Counts = { baseline: 200, forged: 60, addresses: 10, dripped: 60, honest: 60 }

/** Stuffs ballots by HTTP as anybody could, each crowd a survey of its own with the same past, and looks what was counted. */
export async function stuffBallots<Crowd extends keyof Stuffed>(
  counts: Counts,
  seed: number,
  { only, rewritten }: { only?: readonly Crowd[]; rewritten?: (bundle: string) => string } = {},
): Promise<Pick<Stuffed, Crowd>> {
  const product = await startProduct(bindings, rewritten ? { rewritten } : {})
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  try {
    const shop = await openShop(product)
    const stuffed: Partial<Stuffed> = {}
    for (const [name, crowd] of Object.entries(crowdsOf(counts, seed, shop.secret))) {
      if (only && !only.includes(name as Crowd)) continue
      const random = seeded(seed, 'baseline')
      const survey = await shop.survey(Array.from({ length: counts.baseline }, () => shopper(random)))
      await shop.countOnly(name === 'tokens')
      const before = await shop.score(survey)
      const statuses = await sendAll(product, agent, { site: shop.site, survey }, crowd)
      const moved = Math.abs((await shop.score(survey)) - before)
      Object.assign(stuffed, { [name]: { ...sum(statuses.filter((_, i) => !crowd[i]?.between)), moved } })
      const between = { drip: 'dripped', tokens: 'buyers' }[name]
      if (between) Object.assign(stuffed, { [between]: sum(statuses.filter((_, i) => crowd[i]?.between)) })
    }
    return stuffed as Pick<Stuffed, Crowd>
  } finally {
    agent.destroy()
    await product.stop()
  }
}

type Sender = Shopper & {
  source?: string
  /** Answers honestly between forged answers. */
  between?: boolean
  order?: { id: string; signature?: string }
}

function crowdsOf(counts: Counts, seed: number, secret: string): Record<Exclude<keyof Stuffed, 'dripped' | 'buyers'>, Sender[]> {
  const random = seeded(seed, 'crowds')
  const many = <One>(n: number, of: (i: number) => One) => Array.from({ length: n }, (_, i) => of(i))
  const forged = (address: string, userAgent: string) => ({ address, userAgent, score: 0, comment: '' })
  const drip: Sender[] = many(counts.dripped, (i) => {
    const from = i % counts.addresses
    return forged(`185.${8 + (from >> 8)}.${from & 255}.1`, `Browser/${i}`)
  })
  // As many as on any day, all through it.
  const usual = Math.round(counts.baseline / 28)
  for (let i = 0; i < usual; i++)
    drip.splice(Math.floor(((i + 0.5) * drip.length) / usual), 0, { ...shopper(random), between: true })
  const signed = (id: string) => ({ id, signature: createHmac('sha256', secret).update(`order:${id}`).digest('hex') })
  // Each buyer's own is sent before anybody copies it.
  const tokens: Sender[] = many(counts.forged * 2, (i) => {
    const n = Math.floor(i / 2)
    if (i % 2 === 0) return { ...shopper(random), between: true, order: signed(`${n}`) }
    const order = [
      undefined,
      { id: `x${n}` },
      { id: `x${n}`, signature: 'a'.repeat(64) },
      n < 50 ? undefined : signed(`${n - 50}`),
    ][n % 4]
    return { ...forged(`185.9.${n >> 8}.${n & 255}`, `Browser/${n}`), ...(order && { order }) }
  })
  const shared = many(200, () => ({ ...shopper(random), address: '192.0.2.77' }))
  return {
    address: many(counts.forged, () => forged('185.7.7.7', 'Browser')),
    devices: many(counts.forged, (i) => forged('185.7.7.7', `Browser/${i}`)),
    drip,
    honest: many(counts.honest, () => shopper(random)),
    shared,
    kiosk: shared.map((one) => ({ ...one, userAgent: 'Tablet', source: 'kiosk' })),
    tokens,
    twenty: many(20, (i) => ({ ...forged('185.7.7.8', 'Phone'), score: i % 11 })),
  }
}

const sum = (statuses: readonly number[]): Became => ({
  sent: statuses.length,
  counted: statuses.filter((status) => status === 201).length,
  setAside: statuses.filter((status) => status === 202).length,
  refused: statuses.filter((status) => status !== 201 && status !== 202).length,
})

async function openShop(product: Product) {
  const api = async <Answer>(path: string, body?: object | string, key?: string, method = 'POST'): Promise<Answer> => {
    const type = typeof body === 'string' ? 'application/x-ndjson' : 'application/json'
    const answer = await fetch(new URL(path, product.url), {
      method: body === undefined ? 'GET' : method,
      headers: { 'Content-Type': type, ...(key && { Authorization: `Bearer ${key}` }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  const { site, apiKey } = await api<{ site: { id: string; key: string }; apiKey: string }>('/api/v1/setup', {
    ...{ token: bindings.SETUP_TOKEN, email: 'o@shop.example', name: 'O' },
    site: { name: 'Shop', origins: [origin], timeZone: 'Europe/Berlin' },
  })
  const { secret } = await api<{ secret: string }>(`/api/v1/sites/${site.id}/identity-secret`, {}, apiKey)
  const now = Date.now()
  const day = (ago: number) => new Date(now - ago * dayMs).toISOString().slice(0, 10)
  return {
    site: site.key,
    secret,
    /** Whether only answers with a signed order count. */
    countOnly: (verifiedOnly: boolean) => api(`/api/v1/sites/${site.id}`, { verifiedOnly }, apiKey, 'PATCH'),
    /** A live survey with so many answers on each of the 28 days before. */
    survey: async (past: readonly Shopper[]): Promise<string> => {
      const { id } = await api<{ id: string }>('/api/v1/surveys', { name: 'S', metric: 'nps' }, apiKey)
      await api(`/api/v1/surveys/${id}/publish`, {}, apiKey)
      const rows = past.map(({ score }, i) =>
        JSON.stringify({ id: `${i}`, score, at: new Date(now - (1 + (i % 28)) * dayMs).toISOString() }),
      )
      await api(`/api/v1/imports?survey=${id}`, rows.join('\n'), apiKey)
      // What answers of these days would have been counted as, had they come by the widget.
      await product.database.batch(
        Array.from({ length: 28 }, (_, i) =>
          product.database
            .prepare("INSERT INTO outcomes (site, survey, day, outcome, n) VALUES (?, ?, ?, 'stored', ?)")
            .bind(site.id, id, day(i + 1), Math.round(past.length / 28)),
        ),
      )
      return id
    },
    /** The published score of the last 30 days. */
    score: async (survey: string): Promise<number> => {
      const report = await api<{ total: { score: number | null } }>(
        `/api/v1/surveys/${survey}/report?from=${day(30)}&to=${day(-1)}`,
        undefined,
        apiKey,
      )
      return report.total.score ?? 0
    },
  }
}

/** Everybody's status: the worst of their steps. */
async function sendAll(
  product: Product,
  agent: Agent,
  to: { site: string; survey: string },
  crowd: readonly Sender[],
): Promise<number[]> {
  const statuses = Array<number>(crowd.length).fill(0)
  let next = 0
  const client = async () => {
    for (let i = next++; i < crowd.length; i = next++) {
      const { address, userAgent, score, comment, order, source = 'widget' } = crowd[i] as Sender
      const step = { ...to, version: 1, submission: crypto.randomUUID(), context: { source }, order }
      const headers = { 'CF-Connecting-IP': address, 'User-Agent': userAgent, 'X-Forwarded-For': `8.8.${i % 256}.8` }
      const post = (more: object) => send(product.url, agent, headers, JSON.stringify({ ...step, ...more }))
      const first = await post({ seq: 1, answers: { score } })
      const second = comment ? await post({ seq: 2, complete: true, answers: { score, why: comment } }) : first
      statuses[i] = Math.max(first, second)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return statuses
}

function send(url: string, agent: Agent, more: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body), Origin: origin, ...more }
    const sent = request(new URL('/v1/responses', url), { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A worker that doesn't look where answers come from. */
export const blind = (bundle: string): string => bundle.replaceAll('CF-Connecting-IP', 'X-Nobody')

/** A worker to which an address is a person. */
export const byAddressAlone = (bundle: string): string =>
  bundle.replace(/near BETWEEN 1 AND \$\{\w+\} - 1 AND instr\(ring, \$\{\w+\}\)/, 'near > 0')

/** A worker that keeps in no row which order was used. */
export const forgetful = (bundle: string): string =>
  bundle.replace('judged.held, judged.verified_order FROM judged', "judged.held, '' FROM judged")
