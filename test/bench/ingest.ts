import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { type Request, Response } from 'miniflare'
import { type Running, startBare, startProduct } from '../support/product.ts'

/** As many as the door lets in whatever the database takes (middleware/shed): more would be told to come back. */
const clients = 4
const perRound = 2_000
const rounds = 9

interface Round {
  rate: number
  cpuMs: number
  jobMs: number
}

const variables = { SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0', PUBLIC_URL: '' }
const resolver = 'https://resolver.example/dns-query'

/**
 * `POST /v1/responses` beside a bare worker that does a single one-row insert, and beside a site that tells five receivers which all fail:
 * in turns within one run, the order reversed each time, so that what the machine does besides hits all alike. The minute's jobs run after
 * each round, weighed apart.
 */
export async function ingest(): Promise<void> {
  const around = { outside: async (request: Request) => failing(request) }
  const targets = {
    product: await startProduct({ ...variables, RESOLVER: resolver }, around),
    told: await startProduct({ ...variables, RESOLVER: resolver }, around),
    bare: await startBare(),
  }
  try {
    const bodies = { product: await prepare(targets.product.url, 0), told: await prepare(targets.told.url, 5) }
    const turn = async (name: keyof typeof targets) => {
      const round = await measure(targets[name], bodies[name === 'told' ? 'told' : 'product'])
      return { ...round, jobMs: name === 'bare' ? 0 : await runJobs(targets[name]) }
    }
    const names = ['product', 'told', 'bare'] as const
    const results = { product: [] as Round[], told: [] as Round[], bare: [] as Round[] }
    for (const name of names) await turn(name)
    for (let round = 0; round < rounds; round++)
      for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await turn(name))
    report(results)
  } finally {
    await Promise.all(Object.values(targets).map((target) => target.stop()))
  }
}

/** All that lies outside: names that are public, and receivers that are down. */
function failing(request: Request): Response {
  const { hostname, searchParams } = new URL(request.url)
  if (hostname !== 'resolver.example') return new Response(null, { status: 503 })
  return Response.json({ Answer: searchParams.get('type') === 'A' ? [{ type: 1, data: '93.184.215.14' }] : [] })
}

/** The CPU ms that the minute's jobs take, for each request of the round before. */
async function runJobs(target: Running): Promise<number> {
  const cpu = target.cpu()
  const answer = await fetch(new URL('/cdn-cgi/local/scheduled', target.url))
  if (!answer.ok) throw new Error(`the jobs answered ${answer.status}`)
  return ((target.cpu() - cpu) * 1000) / perRound
}

/** A site with a live NPS survey and so many webhooks; returns how one shopper's score looks. */
async function prepare(url: string, webhooks: number): Promise<() => string> {
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
  for (let i = 0; i < webhooks; i++) await post('/api/v1/webhooks', { url: `https://r${i}.receiver.example/` }, key)
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

async function measure(target: Running, bodyOf: () => string): Promise<Omit<Round, 'jobMs'>> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const cpu = target.cpu()
  const start = performance.now()
  let left = perRound
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) await send(target.url, agent, addressOf(left), bodyOf())
    }),
  )
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return { rate: perRound / seconds, cpuMs: ((target.cpu() - cpu) * 1000) / perRound }
}

/** Everybody has one of their own, as shoppers do: what tells repeats has to look. */
const addressOf = (i: number) => `203.0.${(i >> 8) & 255}.${i & 255}`

function send(url: string, agent: Agent, address: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'text/plain',
      'Content-Length': Buffer.byteLength(body),
      Origin: 'https://shop.example',
      'User-Agent': 'Mozilla/5.0 (iPhone) Mobile',
      'CF-Connecting-IP': address,
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

function report({ product, told, bare }: Record<'product' | 'told' | 'bare', Round[]>): void {
  const raw = (of: Round[], value: keyof Round) => of.map((round) => round[value].toFixed(value === 'rate' ? 0 : 2)).join(' ')
  const line = (name: string, of: Round[]) => {
    const middle = (value: keyof Round) => median(of.map((round) => round[value]))
    const [rate, cpu, job] = [middle('rate').toFixed(0).padStart(6), middle('cpuMs').toFixed(2), middle('jobMs').toFixed(2)]
    return `  ${name.padEnd(8)} ${rate} requests/s   ${cpu} ms CPU each, and ${job} in jobs   raw ${raw(of, 'rate')}; ${raw(of, 'cpuMs')}; ${raw(of, 'jobMs')}\n`
  }
  const ratios = (of: Round[], value: keyof Round, to: Round[]) =>
    of.map((round, i) => round[value] / (to[i]?.[value] ?? Number.NaN))
  const cpus = ratios(told, 'cpuMs', product)
  const rates = ratios(product, 'rate', bare)
  const rounded = (list: number[]) => list.map((ratio) => ratio.toFixed(2)).join(' ')
  process.stdout.write(
    `  ${clients} clients, ${rounds} rounds of ${perRound}, medians\n${line('earshot', product)}${line('told', told)}${line('bare', bare)}`,
  )
  process.stdout.write(`  rate     ${median(rates).toFixed(2)} of the bare worker's (goal 0.70)   raw ${rounded(rates)}\n`)
  process.stdout.write(
    `  told     ${median(cpus).toFixed(2)} of the CPU a request without webhooks takes (goal 1.10)   raw ${rounded(cpus)}\n`,
  )
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
