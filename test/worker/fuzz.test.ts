import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { pick, seeded } from '../../scripts/sample/random.ts'
import { app } from '../../worker/app.ts'
import { limits } from '../../worker/contract/limits.ts'
import type { CreatedLinks } from '../../worker/contract/link.ts'
import { encoded, type Fuzzed, fuzz, type Valid } from '../support/fuzzing.ts'
import { recounted, type StoredRow } from '../support/response-model.ts'
import { whole } from '../support/whole.ts'
import { headers, prepareGround, shop, survey } from './bad-input/ground.ts'
import { db, json, manage } from './support/shop.ts'

const seed = 20261123
const number = whole ? 100_000 : 8_000

beforeAll(async () => {
  await prepareGround()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** What stands at stake beside the answers themselves. */
const settled = ['sites', 'people', 'members', 'sessions', 'api_keys', 'surveys', 'survey_versions', 'tags']

/** One request of each kind that a stranger can send, as it should be. */
function valid(random: () => number, link: string): Valid {
  // Some of them over and over: what was sent, finished or erased before.
  const n = Math.floor(random() * (random() < 0.3 ? 20 : 1e12))
  const submission = `01890a5d-ac96-774b-bcce-${n.toString(16).padStart(12, '0')}`
  const about = { site: shop.site.key, survey: survey.nps }
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://earshot.test' }
  const context = {
    touchpoint: 'cart',
    locale: 'de-AT',
    url: 'https://shop.example/cart',
    source: 'widget',
    answeredAt: 1,
    sentAt: 2,
  }
  const answers = {
    ...{ score: 9, why: 'Good.', missing: ['price'], again: 'size', stars: 4, how: 'price', quote: 'yes' },
    ...{ mail: 'ann@shop.example', phone: '+49 30 1234567' },
  }
  const traits = { tier: 'gold', value: 12 }
  const order = { id: 'o1', value: 10, currency: 'EUR', skus: ['a'] }
  const respondent = { id: 'c1', signature: '0'.repeat(64) }
  const step = { ...about, version: 1, submission, seq: 1, complete: random() < 0.5, answers, context, traits, respondent, order }
  return pick<() => Valid>(random, [
    ...Array<() => Valid>(6).fill(() => ({ method: 'POST', path: '/v1/responses', headers, body: step })),
    () => ({
      ...{ method: 'POST', path: '/v1/responses', headers: { ...headers, Authorization: `Bearer ${shop.apiKey}` } },
      body: { ...step, survey: survey.csat, answers: { score: 5 } },
    }),
    () => ({
      ...{ method: 'POST', path: '/v1/displays', headers },
      body: { site: shop.site.key, key: submission, events: [{ survey: survey.nps, type: 'shown' }], respondent, traits },
    }),
    () => ({ method: 'POST', path: '/v1/erasures', headers, body: { site: shop.site.key, submission } }),
    () => ({
      method: 'POST',
      path: '/v1/checks',
      headers,
      body: { site: shop.site.key, check: 'ck_1', consent: true, other: false },
    }),
    () => ({ method: 'GET', path: `/w/${shop.site.key}.js`, headers }),
    () => ({
      method: 'POST',
      path: `/w/${shop.site.key}/${survey.nps}.json?lang=de`,
      headers,
      body: { respondent: { id: submission } },
    }),
    () => ({ method: 'GET', path: `/s/${survey.nps}`, headers: form }),
    () => ({
      method: 'POST',
      path: `/s/${survey.nps}`,
      headers: form,
      body: { submission, version: 1, asked: 'score', score: 9 },
    }),
    () => ({ method: 'POST', path: link, headers: form, body: { submission, version: 1, asked: 'score', score: 3 } }),
  ])()
}

/** What an answer may never be or hold, whatever was sent. */
function faultOf(answer: Response, text: string): string | undefined {
  if (answer.status >= 500) return `answered ${answer.status}`
  if (answer.headers.has('Set-Cookie')) return 'set a cookie'
  if (answer.headers.has('Access-Control-Allow-Credentials')) return 'lets pages read with cookies'
  if (/sqlite|d1_error|\bat \S+ \(|node_modules|\.ts:\d/i.test(text)) return 'tells of its insides'
  const location = answer.headers.get('Location')
  if (location !== null && !location.startsWith('/')) return `leads to ${location}`
}

/** What is wrong with a row that was stored, judged by nothing of the worker's own. */
function rowFault(row: StoredRow & Record<string, unknown>): string | undefined {
  const most = row.survey === survey.csat ? 5 : row.survey === survey.ces ? 7 : 10
  const least = most === 10 ? 0 : 1
  if (row.score !== null && !(Number.isInteger(row.score) && row.score >= least && row.score <= most)) return `score ${row.score}`
  if (!/^\d{4}-\d\d-\d\d$/.test(row.day)) return `day ${row.day}`
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(row.submission)) return `submission ${row.submission}`
  if (Array.from(row.comment).length > limits.comment) return 'a comment too long'
  const url = String(row.url)
  if (url !== '' && (!/^https?:\/\//.test(url) || /[?#]/.test(url) || url.length > 2_048)) return `url ${url}`
  const closed = JSON.parse(row.answers) as Record<string, unknown>
  const known = ['missing', 'again', 'stars', 'how', 'quote']
  if (Object.keys(closed).some((key) => !known.includes(key))) return `answers ${row.answers}`
  const traits = JSON.parse(String(row.traits)) as Record<string, string>
  const keys = Object.keys(traits)
  if (keys.length > limits.traits || keys.some((key) => key.length > 64 || Array.from(String(traits[key])).length > 256))
    return `traits ${row.traits}`
  for (const [column, value] of Object.entries(row))
    if (typeof value === 'string' && (!value.isWellFormed() || /(?![\t\n\r\u0080-\u009f])\p{Cc}/u.test(value)))
      return `${column} holds what nobody can read`
  if (row.test !== 0 || row.survey === survey.draft || row.survey === survey.closed) return 'a row that nobody may send'
}

async function ask({ method, path, headers, body }: Fuzzed, handler: typeof app.fetch = app.fetch) {
  let request: Request
  try {
    request = new Request(`https://earshot.test${path}`, { method, headers, redirect: 'manual', ...(body && { body }) })
  } catch {
    // What the runtime itself takes for no request reaches nobody.
    return
  }
  const context = createExecutionContext()
  const answer = await handler(request, env, context)
  const text = await answer.text()
  await waitOnExecutionContext(context)
  return { answer, text }
}

/** A request as it should be, nothing wrong in it. */
const asIs = ({ body, ...rest }: Valid): Fuzzed => ({ ...rest, ...(body !== undefined && { body: encoded({ ...rest, body }) }) })

interface Played {
  statuses: Map<number, number>
  stored: number
  faults: string[]
}

async function play(times: number, handler?: typeof app.fetch): Promise<Played> {
  const random = seeded(seed, 'fuzz')
  const { links } = await json<CreatedLinks>(
    manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey.nps}/links`, { links: [{ respondent: 'c_2' }] }),
  )
  const link = new URL(links[0]?.url ?? '').pathname
  const played: Played = { statuses: new Map(), stored: 0, faults: [] }
  for (let i = 0; i < times; i++) {
    const request = fuzz(random, valid(random, link))
    const done = await ask(request, handler)
    if (!done) continue
    const { answer, text } = done
    played.statuses.set(answer.status, (played.statuses.get(answer.status) ?? 0) + 1)
    if (answer.status === 201 && request.path.startsWith('/v1/responses')) played.stored++
    const fault = faultOf(answer, text)
    if (fault)
      played.faults.push(`${fault}: ${request.method} ${request.path} ${new TextDecoder().decode(request.body).slice(0, 2_000)}`)
  }
  const rows = await db.prepare('SELECT * FROM responses').all<StoredRow & Record<string, unknown>>()
  for (const row of rows.results) {
    const fault = rowFault(row)
    if (fault) played.faults.push(fault)
  }
  return played
}

const contents = async () =>
  JSON.stringify((await db.batch(settled.map((table) => db.prepare(`SELECT * FROM ${table}`)))).map(({ results }) => results))

it('what is made wrong is right to begin with', async () => {
  const random = seeded(seed, 'right')
  const refused: string[] = []
  for (let i = 0; i < 200; i++) {
    const request = valid(random, `/s/${survey.nps}`)
    const done = await ask(asIs(request))
    // There is no check of that name; some submissions were sent before, and erased.
    const expected = request.path === '/v1/checks' ? [404] : [200, 201, 204, 409, 410]
    if (done && !expected.includes(done.answer.status)) refused.push(`${request.path} ${done.text}`)
  }
  expect(refused).toEqual([])
})

describe(`of ${number} requests with something wrong in them`, () => {
  it('none fails on our side, none stores an invalid row, none changes anything but answers, and the counts hold', async () => {
    const before = await contents()
    const { statuses, stored, faults } = await play(number)
    if (whole)
      // biome-ignore lint/suspicious/noConsole: what was played, for `npm run bench -- fuzz`.
      console.info(
        `seed ${seed}; answers by status: ${JSON.stringify(Object.fromEntries([...statuses].sort()))}; ${stored} stored`,
      )
    expect(faults).toEqual([])
    expect(await contents()).toBe(before)
    // Enough of them are right enough to get in, and enough are not, at each of its gates.
    expect(stored).toBeGreaterThan(number / 50)
    for (const status of [200, 201, 400, 403, 404, 405, 410, 415, 422])
      expect(statuses.get(status) ?? 0, `${status}`).toBeGreaterThan(0)

    const { counted, expected } = await recounted(db)
    expect(counted).toEqual(expected)
  }, 1_800_000)

  it('some are noticed to fail where the worker lets what breaks it through', async () => {
    // As an endpoint would answer that takes a body as it comes.
    const careless: typeof app.fetch = async (request, ...rest) => {
      const body = request.method === 'POST' ? await request.clone().text() : ''
      const answer = await app.fetch(request, ...rest)
      if (answer.status !== 400) return answer
      try {
        JSON.parse(body)
        return answer
      } catch (error) {
        return new Response(String((error as Error).stack), { status: 500 })
      }
    }
    expect((await play(200, careless)).faults.length).toBeGreaterThan(0)
  })
})
