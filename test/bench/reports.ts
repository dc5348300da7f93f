import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { openAccount } from '../support/account.ts'
import { startProduct } from '../support/product.ts'
import { generate, questions, sets } from './support/generated.ts'
import { median } from './support/median.ts'
import { table } from './support/table.ts'

const rounds = 15
const year = 365 * 86_400
/** The days asked for: the last 90 of a year of answers. */
const [first, from, to] = [Date.UTC(2025, 10, 22) / 1000, '2026-08-24', '2026-11-21'] as const

interface Case {
  name: string
  path: string
  /** ms; none where nothing was promised. */
  goal?: number
}

/**
 * Reports, feed pages, search and drivers of a site with a million responses, one with ten thousand beside it, over HTTP from the
 * same machine: what a client waits, and beside it what it waits for the least the worker can answer to a signed-in client.
 */
export async function reports([millions = '1000000']: string[]): Promise<void> {
  const product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
  try {
    const account = await openAccount(product.url, ['https://shop.example'])
    const fill = (survey: string, rows: number, number: number) =>
      generate(product.database, { survey, rows, from: first, everySeconds: Math.floor(year / rows), number })
    const publish = async (name: string, rows: number, number: number) => {
      const { id } = await account.call<{ id: string }>('/api/v1/surveys', { name, metric: 'nps', questions })
      await account.call(`/api/v1/surveys/${id}/publish`, {})
      await fill(id, rows, number)
      return id
    }
    const start = performance.now()
    const large = await publish('Large', Number(millions), 0)
    const small = await publish('Small', 10_000, 1)
    await addSite(product.database, small)
    await fill('srv_other', Math.ceil(Number(millions) / 4), 2)
    process.stdout.write(
      `  ${millions} and 10000 responses (and a quarter more of another site) of ${sets} segment sets in ${seconds(start)} s; ${rounds} rounds in turns, medians\n`,
    )
    const get = async (path: string) => {
      const began = performance.now()
      const answer = await fetch(new URL(path, product.url), { headers: { Authorization: `Bearer ${account.apiKey}` } })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
      return { ms: performance.now() - began, text }
    }
    await measure(casesOf(large, small), get)
  } finally {
    await product.stop()
  }
}

function casesOf(large: string, small: string): Case[] {
  const report = (survey: string, more = '') => `/api/v1/surveys/${survey}/report?from=${from}&to=${to}${more}`
  const feed = (more: string) => `/api/v1/responses?survey=${large}&${more}`
  return [
    { name: 'least (the site itself)', path: '/api/v1/sites' },
    { name: 'report, 90 days', path: report(large), goal: 25 },
    { name: 'the same of 10,000 responses', path: report(small) },
    { name: 'report, compared with the year before', path: report(large, '&compare=year') },
    { name: 'report, one filter and a breakdown', path: report(large, '&segment.device=device 1&breakdown=language'), goal: 60 },
    {
      name: 'report, two filters, a breakdown, compared',
      path: report(large, '&segment.device=device 1&segment.language=l2&breakdown=touchpoint&compare=previous'),
      goal: 60,
    },
    { name: 'drivers', path: `/api/v1/surveys/${large}/drivers?from=${from}&to=${to}` },
    { name: 'feed, newest', path: feed('limit=50'), goal: 50 },
    { name: 'feed, 90 days of last spring', path: feed('limit=50&from=2026-03-01&to=2026-05-29'), goal: 50 },
    { name: 'feed, detractors with a comment', path: feed('limit=50&category=detractor&commented=1'), goal: 50 },
    { name: 'feed, two filters', path: feed('limit=50&segment.device=device 1&segment.language=l2'), goal: 50 },
    { name: 'feed, a filter nothing fits', path: feed('limit=50&segment.device=none'), goal: 50 },
    { name: 'feed, an answer to a further question', path: feed('limit=50&answer.missing=price'), goal: 50 },
    { name: 'feed, an answer nobody gave', path: feed('limit=50&answer.missing=size'), goal: 50 },
    { name: 'feed, a product nobody bought', path: feed('limit=50&sku=A-1'), goal: 50 },
    { name: 'search, a word of every second', path: feed('limit=50&q=parcel'), goal: 150 },
    { name: 'search, a word of one in a thousand', path: feed('limit=50&q=lining'), goal: 150 },
    { name: 'search, a phrase', path: feed('limit=50&q="torn open"'), goal: 150 },
    { name: 'search, a beginning', path: feed('limit=50&q=deliv*'), goal: 150 },
    { name: 'search, a number of one', path: feed('limit=50&q=123457'), goal: 150 },
    { name: 'search, with a filter nothing fits', path: feed('limit=50&q=parcel&segment.device=none'), goal: 150 },
    // Reads every response, as the erasure of that address does.
    { name: 'all that is kept of an address nobody has', path: '/api/v1/respondents/nobody@shop.example/export' },
  ]
}

/** Another site with a survey like this one, whose responses a search must not walk over. */
async function addSite(database: D1Database, survey: string) {
  await database
    .prepare(
      "INSERT INTO sites (id, key, name, origins, time_zone, dimensions, created_at) SELECT 'site_other', 'pk_other', name, origins, time_zone, dimensions, 0 FROM sites",
    )
    .run()
  const columns = 'name, metric, points, touchpoint, state, version, draft, revision, created_at, updated_at'
  await database
    .prepare(`INSERT INTO surveys (id, site, ${columns}) SELECT 'srv_other', 'site_other', ${columns} FROM surveys WHERE id = ?`)
    .bind(survey)
    .run()
}

async function measure(cases: Case[], get: (path: string) => Promise<{ ms: number; text: string }>) {
  const times = new Map<Case, number[]>(cases.map((one) => [one, []]))
  for (let round = 0; round < rounds; round++) for (const one of cases) times.get(one)?.push((await get(encodeURI(one.path))).ms)
  const rows = [...times].map(([{ name, goal }, ms]) => [
    name,
    `${median(ms).toFixed(1)} ms`,
    goal ? `goal ${goal}` : '',
    `raw ${ms.map((one) => one.toFixed(0)).join(' ')}`,
  ])
  process.stdout.write(table([['', 'median', '', ''], ...rows]))
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(0)
