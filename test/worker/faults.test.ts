import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import type { CreatedCheck } from '../../worker/contract/install.ts'
import type { CreatedLinks } from '../../worker/contract/link.ts'
import { d1Errors as errors, type Fault, faultyDb, splitBatches } from '../support/faulty-db.ts'
import { recounted } from '../support/response-model.ts'
import { whole } from '../support/whole.ts'
import { setUpHost } from './support/internet.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, setUp, shopOrigin } from './support/shop.ts'

const whens = ['before', 'after'] as const

let shop: Shop
let survey: string

/** Something a shopper's browser, mail program or server does, and what is left of it. */
interface Deed {
  request: () => Request
  /** Everything it left that doesn't change from one time to the next. */
  trace: (answer: Response) => Promise<unknown>
}

/** Each public endpoint, with its worst case; told afresh for each time. */
const doors: Record<string, () => Promise<Deed>> = {
  'a first step with everything': async () => {
    const submission = crypto.randomUUID()
    const answers = { score: 2, why: 'It broke. Write to me@home.example', mail: 'ann@shop.example' }
    const order = { id: `order ${submission}`, value: 59.9, currency: 'EUR' }
    return sending(submission, {
      ...{ answers, order, complete: false, traits: { tier: `tier ${submission}` }, respondent: { id: submission } },
      context: { locale: 'de-AT', touchpoint: 'delivery' },
    })
  },
  'a last step': async () => {
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 2, why: 'It broke.' } })
    return sending(submission, { seq: 2, complete: true, answers: { score: 9, why: 'It was mended.' } })
  },
  'an answer a server sends': async () => {
    const submission = crypto.randomUUID()
    return sending(submission, { complete: true, answers: { score: 7 } }, { Authorization: `Bearer ${shop.apiKey}` })
  },
  'a step sent before': async () => {
    const submission = crypto.randomUUID()
    const step = { submission, complete: true, answers: { score: 10 } }
    await respond(shop, survey, step)
    return sending(submission, step)
  },
  'a step that contradicts': async () => {
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 10 } })
    return sending(submission, { answers: { score: 0 } })
  },
  'displays of somebody known': async () => {
    const person = crypto.randomUUID()
    const before = await shownSoFar()
    const events = ['shown', 'started', 'dismissed'].map((type) => ({ survey, type, touchpoint: `place ${person.slice(0, 8)}` }))
    const body = { key: person, events, respondent: { id: person } }
    return {
      request: posted('/v1/displays', body),
      trace: async () => [
        (await shownSoFar()) - before,
        await rows(
          'SELECT shown > 0, dismissed > 0, redismissed > 0, verified FROM respondent_clocks WHERE respondent = ?',
          person,
        ),
      ],
    }
  },
  'an erasure': async () => {
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 1, why: 'Forget me', mail: 'ann@shop.example' } })
    return { request: posted('/v1/erasures', { submission }), trace: () => traceOf(submission) }
  },
  'what an install check finds': async () => {
    await db.prepare('DELETE FROM checks').run()
    const check = await json<CreatedCheck>(manage(shop.apiKey, 'POST', '/api/v1/checks', { url: `${shopOrigin}/cart` }))
    const secret = /earshot-(ck_\w+)/.exec(check.url)?.[1]
    return {
      request: posted('/v1/checks', { check: secret }),
      trace: () => rows('SELECT found IS NOT NULL, stranger IS NOT NULL FROM checks WHERE id = ?', check.id),
    }
  },
  'the loader': () => reading(`/w/${shop.site.key}.js`),
  'what to ask': () => reading(`/w/${shop.site.key}/${survey}.json?lang=de`),
  'what to ask somebody known': async () => ({
    request: posted(`/w/${shop.site.key}/${survey}.json?lang=de`, { respondent: { id: 'c_1' } }),
    trace: (answer) => answer.text(),
  }),
  'a survey’s own page': async () => {
    const { request } = await reading(`/s/${survey}`)
    return { request, trace: async (answer) => (await answer.text()).replace(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"/g, '') }
  },
  'an answer by a personal link': async () => {
    const wanted = { respondent: 'c_2', traits: { tier: 'gold' } }
    const { links } = await json<CreatedLinks>(
      manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/links`, { links: [wanted] }),
    )
    const { pathname } = new URL(links[0]?.url ?? '')
    const page = await (await app.fetch(new Request(`https://earshot.test${pathname}`), env, createExecutionContext())).text()
    const hidden = [...page.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)]
    const fields = [...hidden.map(([, name = '', value = '']): [string, string] => [name, value]), ['score', '3']] as string[][]
    const before = await count("SELECT count(*) FROM responses WHERE source = 'email'")
    return {
      request: () =>
        new Request(`https://earshot.test${pathname}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://earshot.test' },
          body: new URLSearchParams(fields as [string, string][]).toString(),
        }),
      trace: async () => [
        (await count("SELECT count(*) FROM responses WHERE source = 'email'")) - before,
        await rows("SELECT score, respondent, traits FROM responses WHERE source = 'email' ORDER BY id DESC LIMIT 1"),
      ],
    }
  },
}

beforeAll(async () => {
  // What waits a moment before it tries again needn't wait here.
  const { setTimeout: real } = globalThis
  vi.stubGlobal('setTimeout', (work: () => void) => real(work, 0))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'tier'] })
  await setUpHost('api.receiver.example')
  await manage(shop.apiKey, 'POST', '/api/v1/webhooks', { url: 'https://api.receiver.example/' })
  survey = await publishSurvey(shop, {
    questions: [
      { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
      { id: 'why', type: 'text', text: 'Why?' },
      { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
    ],
    targeting: { caps: { day: 1_000_000 } },
  })
})
afterAll(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const posted =
  (path: string, body: object, headers: Record<string, string> = {}) =>
  (): Request =>
    new Request(`https://earshot.test${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', Origin: shopOrigin, ...headers },
      body: JSON.stringify({ site: shop.site.key, ...body }),
    })

const reading = async (path: string): Promise<Deed> => ({
  request: () => new Request(`https://earshot.test${path}`),
  trace: (answer) => answer.text(),
})

function sending(submission: string, step: object, headers: Record<string, string> = {}): Deed {
  const body = { survey, version: 1, submission, seq: 1, complete: false, ...step }
  return { request: posted('/v1/responses', body, headers), trace: () => traceOf(submission) }
}

async function rows(sql: string, ...values: unknown[]): Promise<unknown> {
  return await db
    .prepare(sql)
    .bind(...values)
    .raw()
}

const count = async (sql: string) => Number((await db.prepare(sql).raw())[0]?.[0] ?? 0)
const shownSoFar = () => count('SELECT coalesce(sum(shown + started + dismissed), 0) FROM display_counts')

/** What is stored of a submission, and what waits to be told of it. */
async function traceOf(submission: string): Promise<unknown> {
  const of = 'FROM responses JOIN segment_sets ON segment_sets.site = responses.site AND segment_sets.id = segment_set'
  const within = 'response IN (SELECT id FROM responses WHERE submission = ?)'
  const found = [
    await rows(
      `SELECT seq, complete, score, comment, answers, texts, source, locale, order_info <> '{}', dimensions <> '{}' ${of}
       WHERE submission = ?`,
      submission,
    ),
    await rows(`SELECT question, value FROM contacts WHERE ${within}`, submission),
    await rows(`SELECT event, complete FROM outbox WHERE ${within}`, submission),
    await rows('SELECT answered > 0 FROM respondent_clocks WHERE respondent = ?', submission),
  ]
  return JSON.parse(JSON.stringify(found).replaceAll(submission, '…'))
}

interface Done {
  status: number
  calls: number
  trace: unknown
}

/** Does it as a client would that comes back after a 503, once the fault is over; and sees that nothing worse than a 503 was answered. */
async function carryOut(deed: Deed, fault?: Fault, bind: (db: D1Database) => D1Database = (db) => db): Promise<Done> {
  const ask = async (binding: D1Database) => {
    const context = createExecutionContext()
    const answer = await app.fetch(deed.request(), { ...env, DB: bind(binding) }, context)
    return { answer, context }
  }
  const faulty = faultyDb(env.DB, fault)
  const { answer: first, context } = await ask(faulty.db)
  const calls = faulty.calls()
  // What goes on after the answer may fail too.
  await waitOnExecutionContext(context).catch(() => {})
  if (first.status >= 500 && (first.status !== 503 || first.headers.get('Retry-After') === null))
    throw new Error(`answered ${first.status} ${await first.text()}`)
  const answer = first.status === 503 ? (await ask(faultyDb(env.DB).db)).answer : first
  return { status: answer.status, calls, trace: await deed.trace(answer) }
}

/** Sent anew, a step that was stored is a duplicate. */
const alike = (status: number) => (status === 201 ? 200 : status)

describe.each(Object.entries(doors))('%s', (name, open) => {
  it('is as if nothing had happened once D1 is back, whichever call failed, before or after it was committed, and how', async () => {
    const usual = await carryOut(await open())
    expect(usual.status).toBeLessThan(500)
    expect(usual.calls).toBeGreaterThan(0)
    let kind = 0
    let faults = 0
    for (let call = 1; call <= usual.calls; call++)
      // All of them in the whole run, else in turn.
      for (const when of whens)
        for (const error of whole ? errors : [errors[kind++ % errors.length] ?? '', errors[(kind++ + 6) % errors.length] ?? '']) {
          const fault = { call, when, error }
          const { status, trace } = await carryOut(await open(), fault)
          faults++
          expect({ fault, status: alike(status), trace }).toEqual({ fault, status: alike(usual.status), trace: usual.trace })
        }
    // biome-ignore lint/suspicious/noConsole: what was played, for `npm run bench -- faults`.
    if (whole) console.info(`${name}: ${faults} faults, ${usual.calls} calls`)
  }, 600_000)
})

describe('after all of it', () => {
  it('the counts are what the rows say', async () => {
    const { stored, counted, expected } = await recounted(db)
    expect(stored.length).toBeGreaterThan(0)
    expect(counted).toEqual(expected)
  })
})

describe('the proof', () => {
  it('fails where a batch is no transaction', async () => {
    const open = doors['a first step with everything']
    if (!open) throw new Error('no such door')
    const usual = await carryOut(await open(), undefined, splitBatches)
    const broken: number[] = []
    for (let call = 1; call <= usual.calls; call++) {
      const fault = { call, when: 'before', error: 'Network connection lost.' } as const
      const { trace } = await carryOut(await open(), fault, splitBatches)
      if (JSON.stringify(trace) !== JSON.stringify(usual.trace)) broken.push(call)
    }
    expect(broken).not.toEqual([])
  })
})
