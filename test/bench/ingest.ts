import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { type Running, startBare, startProduct } from '../support/product.ts'

const clients = 16
const perRound = 2_000
const rounds = 9

interface Round {
  rate: number
  cpuMs: number
}

/**
 * `POST /v1/responses` beside a bare worker that does a single one-row insert, in turns within one
 * run, the order reversed each time: what the machine does besides hits both alike.
 */
export async function ingest(): Promise<void> {
  const product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
  const bare = await startBare()
  try {
    const bodyOf = await prepare(product.url)
    const results = { product: [] as Round[], bare: [] as Round[] }
    await measure(product, bodyOf)
    await measure(bare, bodyOf)
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 === 0 ? (['product', 'bare'] as const) : (['bare', 'product'] as const)
      for (const name of order) results[name].push(await measure(name === 'product' ? product : bare, bodyOf))
    }
    report(results)
  } finally {
    await Promise.all([product.stop(), bare.stop()])
  }
}

/** A site with a live NPS survey; returns how one shopper's score looks. */
async function prepare(url: string): Promise<() => string> {
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(new URL(path, url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as { site: { key: string }; apiKey: string; id: string }
  }
  const site = {
    name: 'Bench',
    origins: ['https://shop.example'],
    timeZone: 'Europe/Berlin',
    dimensions: ['touchpoint', 'device', 'language'],
  }
  const shop = await post('/api/v1/setup', { token: 'bench', email: 'bench@shop.example', name: 'Bench', site })
  const key = { Authorization: `Bearer ${shop.apiKey}` }
  const survey = await post('/api/v1/surveys', { name: 'Bench', metric: 'nps', touchpoint: 'checkout' }, key)
  await post(`/api/v1/surveys/${survey.id}/publish`, {}, key)
  const locales = ['de-DE', 'de-AT', 'en-GB', 'fr-CH']
  let sent = 0
  return () => {
    sent++
    const context = {
      touchpoint: 'checkout',
      locale: locales[sent % locales.length],
      url: 'https://shop.example/cart',
      source: 'widget',
    }
    return JSON.stringify({
      site: shop.site.key,
      survey: survey.id,
      version: 1,
      submission: randomUUID(),
      seq: 1,
      answers: { score: sent % 11 },
      context,
    })
  }
}

async function measure(target: Running, bodyOf: () => string): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const cpu = target.cpu()
  const start = performance.now()
  let left = perRound
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) await send(target.url, agent, bodyOf())
    }),
  )
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return { rate: perRound / seconds, cpuMs: ((target.cpu() - cpu) * 1000) / perRound }
}

function send(url: string, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'text/plain',
      'Content-Length': Buffer.byteLength(body),
      Origin: 'https://shop.example',
      'User-Agent': 'Mozilla/5.0 (iPhone) Mobile',
    }
    const sent = request(new URL('/v1/responses', url), { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      if (answer.statusCode !== 201) reject(new Error(`answered ${answer.statusCode}`))
      answer.on('end', resolve)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function report({ product, bare }: { product: Round[]; bare: Round[] }): void {
  const line = (name: string, of: Round[]) =>
    `  ${name.padEnd(8)} ${median(of.map((r) => r.rate))
      .toFixed(0)
      .padStart(
        6,
      )} requests/s   ${median(of.map((r) => r.cpuMs)).toFixed(2)} ms CPU each   raw ${of.map((r) => r.rate.toFixed(0)).join(' ')}\n`
  const ratios = product.map((round, i) => round.rate / (bare[i]?.rate ?? Number.NaN))
  process.stdout.write(
    `  ${clients} clients, ${rounds} rounds of ${perRound}, medians\n${line('earshot', product)}${line('bare', bare)}`,
  )
  process.stdout.write(
    `  ratio    ${median(ratios).toFixed(2)} of the bare worker's rate (goal 0.70)   raw ${ratios.map((r) => r.toFixed(2)).join(' ')}\n`,
  )
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
