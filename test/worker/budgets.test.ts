import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../worker/app.ts'
import { sign } from '../../worker/domain/person.ts'
import { countingDb } from './support/counting-db.ts'
import { setUpHost } from './support/internet.ts'
import { migrate, publishSurvey, type Shop, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
let survey: string
let branched: string
const { db, rowsWritten } = countingDb(env.DB)

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'device', 'language'] })
  survey = await publishSurvey(shop, { metric: 'nps' })
  branched = await publishSurvey(shop, {
    questions: [
      {
        id: 'score',
        type: 'metric',
        text: 'How likely?',
        low: 'no',
        high: 'yes',
        branches: [{ category: ['promoter'], to: 'end' }],
      },
      { id: 'why', type: 'text', text: 'Why?' },
      { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
    ],
  })
})

async function post(path: string, body: object, from: Record<string, string> = {}): Promise<{ status: number; written: number }> {
  const context = createExecutionContext()
  const request = new Request(`https://earshot.test${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: shopOrigin, 'User-Agent': 'Mozilla/5.0 (iPhone) Mobile', ...from },
    body: JSON.stringify({ site: shop.site.key, ...body }),
  })
  rowsWritten()
  const answer = await app.fetch(request, { ...env, DB: db }, context)
  // What is flushed later is shared by thousands of requests; only this request's own batches count.
  const written = rowsWritten()
  await waitOnExecutionContext(context)
  return { status: answer.status, written }
}

const at = (touchpoint: string, locale: string) => ({ touchpoint, locale, url: 'https://shop.example/cart' })
const step = (submission: string, more: object, from?: Record<string, string>) =>
  post('/v1/responses', { survey, version: 1, submission, ...more }, from)
const display = (touchpoint: string, locale: string) =>
  post('/v1/displays', { key: crypto.randomUUID(), events: [{ survey, type: 'shown', touchpoint, locale }] })

describe("rows written by D1's own meta, all triggers, indexes and outcomes included", () => {
  it('are at most 8 for a score with three dimensions, the first of its segment set too, and one more where a rule of the inbox may take it', async () => {
    // Each value enters its dictionary once for ever; after these two only the combination is new.
    await display('checkout', 'de')
    await display('delivery', 'en')
    const score = (of = 9) => step(crypto.randomUUID(), { seq: 1, answers: { score: of }, context: at('checkout', 'en') })
    const first = await score()
    const second = await score()
    const unhappy = await score(3)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.written).toBeGreaterThan(0)
    expect(first.written).toBe(second.written + 1)
    expect(first.written).toBeLessThanOrEqual(8)
    expect(unhappy.written).toBe(second.written + 1)
  })

  it('are none more where it is told who repeats, and what: the day’s salt once, and what is set aside writes less', async () => {
    const from = { 'CF-Connecting-IP': '198.51.100.7' }
    const context = at('checkout', 'de')
    const why = 'Came in two days, the wool is lovely and soft, and I would buy every single colour of it.'
    const written = async (given: Record<string, string>) => {
      const submission = crypto.randomUUID()
      const first = await step(submission, { seq: 1, answers: { score: 9 }, context }, given)
      const second = await step(submission, { seq: 2, complete: true, answers: { score: 9, why }, context }, given)
      return [first.status, second.status, first.written, second.written]
    }
    const [, , score = 0, comment = 0] = await written({})
    await written({ 'CF-Connecting-IP': '198.51.100.8' })
    expect(await written(from)).toEqual([201, 201, score, comment])
    const [first, second, aside = 0] = await written(from)
    expect([first, second]).toEqual([202, 202])
    expect(aside).toBeLessThan(score)
  })

  it('are at most 5 for adding the comment', async () => {
    const submission = crypto.randomUUID()
    await step(submission, { seq: 1, answers: { score: 9 }, context: at('checkout', 'de') })
    const answers = { score: 9, why: 'Came in two days, and the wool is lovely.' }
    const comment = await step(submission, { seq: 2, complete: true, answers, context: at('checkout', 'de') })
    expect(comment.status).toBe(201)
    expect(comment.written).toBeGreaterThan(0)
    expect(comment.written).toBeLessThanOrEqual(5)
  })

  it('are one more of an identified person, whose clocks move, and another to find their responses by', async () => {
    const respondent = { id: 'c_17' }
    const shown = (more: object) =>
      post('/v1/displays', {
        key: crypto.randomUUID(),
        events: [{ survey, type: 'shown', touchpoint: 'checkout', locale: 'de' }],
        ...more,
      })
    await shown({})
    const plain = await shown({})
    const [first, second] = [await shown({ respondent }), await shown({ respondent })]
    expect([first.written - plain.written, second.written - plain.written]).toEqual([1, 1])
    const score = (more: object) =>
      step(crypto.randomUUID(), { seq: 1, answers: { score: 9 }, context: at('checkout', 'de'), ...more })
    const [anonymous, known] = [await score({}), await score({ respondent })]
    expect(known.written - anonymous.written).toBe(2)
    expect(known.written).toBeLessThanOrEqual(9)
  })

  it('are one more for an order, and one more for what follows', async () => {
    const order = { id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1', 'B-2', 'C-3'] }
    const written = async (more: object) => {
      const submission = crypto.randomUUID()
      const first = await step(submission, { seq: 1, answers: { score: 9 }, context: at('checkout', 'de'), ...more })
      const answers = { score: 9, why: 'Came in two days.' }
      const second = await step(submission, { seq: 2, complete: true, answers, context: at('checkout', 'de'), ...more })
      expect([first.status, second.status]).toEqual([201, 201])
      return [first.written, second.written] as const
    }
    const [score, comment] = await written({})
    expect(await written({ order })).toEqual([score + 1, comment + 1])
  })

  it('are two more for a signed order beside the one for an order', async () => {
    const secret = 'is_budget'
    await env.DB.prepare('UPDATE sites SET identity_secret = ? WHERE id = ?').bind(secret, shop.site.id).run()
    // Read anew in half a minute; here by whoever changes the site.
    const context = createExecutionContext()
    const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/json' }
    const renamed = new Request(`https://earshot.test/api/v1/sites/${shop.site.id}`, {
      method: 'PATCH',
      headers,
      body: '{"name":"S"}',
    })
    expect((await app.fetch(renamed, { ...env, DB: db }, context)).status).toBe(200)
    await waitOnExecutionContext(context)
    const written = async (order: object) => {
      const sent = await step(crypto.randomUUID(), { seq: 1, answers: { score: 9 }, context: at('checkout', 'de'), order })
      expect(sent.status).toBe(201)
      return sent.written
    }
    const plain = await written({ id: '7001' })
    expect(await written({ id: '7002', signature: await sign('order:7002', secret) })).toBe(plain + 2)
  })

  it('are one more for a contact, and none for what is taken back off the way', async () => {
    const written = async (answers: object) => {
      const more = { survey: branched, submission: crypto.randomUUID(), context: at('checkout', 'de') }
      await step(more.submission, { ...more, seq: 1, answers: { score: 3 } })
      const second = await step(more.submission, { ...more, seq: 2, complete: true, answers })
      expect(second.status).toBe(201)
      return second.written
    }
    const without = await written({ score: 3, why: 'Late' })
    expect(await written({ score: 3, why: 'Late', mail: 'ann@shop.example' })).toBe(without + 1)
    expect(await written({ score: 9, why: 'Late', mail: 'ann@shop.example' })).toBe(await written({ score: 9 }))
  })

  it('are two more for each tag a comment gets, which is beyond the 5 from the first tag on', async () => {
    const written = async (why: string) => {
      const submission = crypto.randomUUID()
      await step(submission, { seq: 1, answers: { score: 9 }, context: at('checkout', 'de') })
      const comment = await step(submission, {
        seq: 2,
        complete: true,
        answers: { score: 9, why },
        context: at('checkout', 'de'),
      })
      expect(comment.status).toBe(201)
      return comment.written
    }
    // Through the same database, so that whoever answers has heard of them.
    for (const [name, word] of [
      ['Fabric', 'wool'],
      ['Speed', 'quick'],
    ]) {
      const body = JSON.stringify({ name, rules: [{ any: [word], all: [], not: [] }] })
      const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/json' }
      const context = createExecutionContext()
      const request = new Request('https://earshot.test/api/v1/tags', { method: 'POST', headers, body })
      expect((await app.fetch(request, { ...env, DB: db }, context)).status).toBe(201)
      await waitOnExecutionContext(context)
    }
    const without = await written('Nice')
    expect(await written('The wool')).toBe(without + 2)
    expect(await written('The wool was quick')).toBe(without + 4)
  })

  it('are one more for each step of a site with a webhook, and as many where a rule of the inbox may take it', async () => {
    const written = async (of = 9) => {
      const submission = crypto.randomUUID()
      const first = await step(submission, { seq: 1, answers: { score: of }, context: at('checkout', 'de') })
      const answers = { score: of, why: 'Came in two days.' }
      const second = await step(submission, { seq: 2, complete: true, answers, context: at('checkout', 'de') })
      expect([first.status, second.status]).toEqual([201, 201])
      return [first.written, second.written] as const
    }
    // Through the same database, so that whoever answers has heard of it.
    const manage = async (method: string, path: string, given?: object) => {
      const context = createExecutionContext()
      const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/json' }
      const body = given && JSON.stringify(given)
      const answer = await app.fetch(
        new Request(`https://earshot.test${path}`, { method, headers, body }),
        { ...env, DB: db },
        context,
      )
      await waitOnExecutionContext(context)
      expect(answer.ok).toBe(true)
      return answer
    }
    const [taken, passed] = [await written(3), await written(9)]
    const { rules } = await (await manage('GET', '/api/v1/inbox-rules')).json<{ rules: { id: string }[] }>()
    await manage('PATCH', `/api/v1/inbox-rules/${rules[0]?.id}`, { active: false })
    const [score, comment] = await written()
    await setUpHost('budget.receiver.example')
    await manage('POST', '/api/v1/webhooks', { url: 'https://budget.receiver.example/' })
    expect(await written()).toEqual([score + 1, comment + 1])
    expect(taken).toEqual([score + 1, comment + 1])
    expect(passed).toEqual([score, comment])
    expect(score + 1).toBeLessThanOrEqual(9)
  })

  it('are at most 2 for a display', async () => {
    await display('checkout', 'de')
    const again = await display('checkout', 'de')
    expect(again.status).toBe(201)
    expect(again.written).toBeGreaterThan(0)
    expect(again.written).toBeLessThanOrEqual(2)
  })
})
