import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../worker/app.ts'
import type { Feed, ResponseItem } from '../../worker/contract/response.ts'
import type { Outcomes } from '../../worker/contract/site.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
/** Promoters go straight to the last question; of the others, who misses a price ends there. */
let branched: string
let plain: string

const words = (...ids: string[]) => ids.map((id) => ({ id, text: id }))
const score = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
const rest = [
  { id: 'why', type: 'text', text: 'Why?', required: true },
  { id: 'stars', type: 'rating', text: 'Quality?', points: 5, low: '', high: '' },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
  { id: 'agree', type: 'consent', text: 'You may quote me' },
  { id: 'last', type: 'text', text: 'Anything else?' },
]

beforeAll(async () => {
  await migrate()
  shop = await setUp()
  const missing = {
    id: 'missing',
    type: 'choices',
    text: 'Missing?',
    choices: words('price', 'size'),
    other: 'Other',
    required: true,
  }
  branched = await publishSurvey(shop, {
    questions: [
      { ...score, branches: [{ category: ['promoter'], to: 'last' }] },
      { ...missing, branches: [{ answer: ['price'], to: 'end' }] },
      ...rest,
    ],
  })
  plain = await publishSurvey(shop, { questions: [score, missing, ...rest] })
})

const newest = async () => (await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses?limit=1'))).items[0] as ResponseItem
/** Sends the steps one after the other, numbered from 1; their statuses, and the response in the end. */
async function play(...steps: { answers: object; complete?: boolean }[]) {
  const submission = crypto.randomUUID()
  const statuses: number[] = []
  for (const [i, step] of steps.entries()) {
    statuses.push((await respond(shop, branched, { submission, seq: i + 1, ...step })).status)
  }
  return { statuses, item: await newest() }
}
async function outcome(name: string): Promise<number> {
  await runScheduled()
  const { days } = await json<Outcomes>(manage(shop.apiKey, 'GET', '/api/v1/outcomes'))
  return days[0]?.outcomes[name] ?? 0
}

describe('a survey with branches', () => {
  it('asks only for what is required on the way that was taken', async () => {
    const promoter = await play({ answers: { score: 10 } }, { answers: { score: 10, last: 'Lovely' }, complete: true })
    expect(promoter.statuses).toEqual([201, 201])
    expect(promoter.item).toMatchObject({ complete: true, answers: { score: 10, last: 'Lovely' } })
    expect((await play({ answers: { score: 2, missing: ['price'] }, complete: true })).statuses).toEqual([201])
    expect((await play({ answers: { score: 2, missing: ['size'] }, complete: true })).statuses).toEqual([422])
    expect((await play({ answers: { score: 2, missing: ['size'], why: 'x' }, complete: true })).statuses).toEqual([201])
    expect((await play({ answers: { score: 2 }, complete: true })).statuses).toEqual([422])
    expect((await play({ answers: { score: 2, missing: [] } })).statuses).toEqual([422])
  })

  it('takes what an earlier step said into account', async () => {
    const { statuses, item } = await play({ answers: { score: 10 } }, { answers: { last: 'Lovely' }, complete: true })
    expect([statuses, item.score, item.complete]).toEqual([[201, 201], 10, true])
    const price = await play({ answers: { score: 1 } }, { answers: { missing: ['price'] } }, { answers: {}, complete: true })
    expect(price.statuses).toEqual([201, 201, 201])
  })

  it('drops answers off the way, stores the rest, and counts that it did', async () => {
    const before = await outcome('off_path')
    const everything = { missing: ['other'], 'missing.other': 'x', why: 'x', stars: 3, mail: 'a@shop.example', agree: 'yes' }
    const { statuses, item } = await play({ answers: { score: 10, ...everything, last: 'Lovely' }, complete: true })
    expect(statuses).toEqual([201])
    expect(item).toMatchObject({ score: 10, comment: '', contact: false })
    expect(item.answers).toEqual({ score: 10, last: 'Lovely' })
    expect(await outcome('off_path')).toBe(before + 1)
  })

  it('takes back earlier answers when the way changes', async () => {
    const counted = () => db.prepare("SELECT sum(n) AS n FROM answer_counts WHERE question IN ('missing', 'stars')").first('n')
    const before = await counted()
    const first = { score: 2, missing: ['size', 'other'], 'missing.other': 'x', why: 'Slow', stars: 3, mail: 'a@shop.example' }
    const { statuses, item } = await play({ answers: first }, { answers: { score: 9, last: 'Lovely' }, complete: true })
    expect(statuses).toEqual([201, 201])
    expect(item).toMatchObject({ comment: '', contact: false })
    expect(item.answers).toEqual({ score: 9, last: 'Lovely' })
    expect(await counted()).toBe(before)
    expect(await db.prepare('SELECT count(*) AS n FROM contacts').first('n')).toBe(0)
  })

  it('does not ask whether an answer off the way fits', async () => {
    expect((await play({ answers: { score: 10, missing: null, mail: 'half@', why: 7 } })).statuses).toEqual([201])
    expect((await play({ answers: { score: 3, mail: 'half@' } })).statuses).toEqual([422])
    expect((await play({ answers: { score: 10, unknown: 'x' } })).statuses).toEqual([422])
  })

  it('counts nothing where a retry brings the same again', async () => {
    const before = await outcome('off_path')
    const step = { submission: crypto.randomUUID(), answers: { score: 10, why: 'x' } }
    expect((await respond(shop, branched, step)).status).toBe(201)
    expect((await respond(shop, branched, step)).status).toBe(200)
    expect(await outcome('off_path')).toBe(before + 1)
  })

  it('says that a submission was erased rather than what it lacks', async () => {
    const submission = crypto.randomUUID()
    await respond(shop, branched, { submission, answers: { score: 2 } })
    await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${(await newest()).id}`)
    expect((await respond(shop, branched, { submission, seq: 2, answers: { score: 2 }, complete: true })).status).toBe(410)
  })
})

describe('what came before', () => {
  it("is this site's, not what another site was told under the same key", async () => {
    const other = await insertShop('branching', [shopOrigin])
    const theirs = await publishSurvey(other, { questions: [score, ...rest] })
    const submission = crypto.randomUUID()
    expect((await respond(other, theirs, { submission, answers: { score: 10, why: 'x' } })).status).toBe(201)
    const own = { submission, seq: 2, complete: true, answers: { missing: ['size'] } }
    expect((await respond(shop, branched, own)).status).toBe(422)
    expect((await respond(shop, branched, { ...own, answers: { ...own.answers, score: 3, why: 'x' } })).status).toBe(201)
    expect((await newest()).answers).toEqual({ score: 3, missing: ['size'], why: 'x' })
  })
})

describe('the text of an other', () => {
  it('stays with its choice over steps, and goes with it', async () => {
    const other = { missing: ['other'], 'missing.other': 'A bag' }
    const kept = await play({ answers: { score: 2, missing: ['other'] } }, { answers: { 'missing.other': 'A bag' } })
    expect(kept.item.answers).toEqual({ score: 2, ...other })
    const dropped = await play({ answers: { score: 2, ...other } }, { answers: { missing: ['size'] } })
    expect(dropped.item.answers).toEqual({ score: 2, missing: ['size'] })
    const never = await play({ answers: { score: 2, missing: ['size'] } }, { answers: { 'missing.other': 'A bag' } })
    expect(never.item.answers).toEqual({ score: 2, missing: ['size'] })
    const first = await play({ answers: { score: 2, 'missing.other': 'A bag' } })
    expect(first.item.answers).toEqual({ score: 2 })
  })
})

describe('round trips to the database', () => {
  /** How often the worker asks D1 anything for this step. */
  async function trips(survey: string, step: object): Promise<number> {
    let n = 0
    const counted = new Proxy(env.DB, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        if (name === 'batch' || name === 'prepare') n++
        return value.bind(target)
      },
    })
    const context = createExecutionContext()
    const send = async (more: object) => {
      const body = JSON.stringify({ site: shop.site.key, survey, version: 1, complete: false, ...more })
      const request = new Request('https://earshot.test/v1/responses', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', Origin: shopOrigin },
        body,
      })
      return (await app.fetch(request, { ...env, DB: counted }, context)).status
    }
    // What an isolate reads once is read now.
    const submission = crypto.randomUUID()
    expect(await send({ submission, seq: 1, answers: { score: 10 } })).toBe(201)
    n = 0
    expect(await send({ submission, seq: 2, ...step })).toBe(201)
    const counts = n
    await waitOnExecutionContext(context)
    return counts
  }

  it('are no more for a survey without branches than to store the step', async () => {
    // The batch and its two statements: the row and its outcome.
    expect(await trips(plain, { answers: { score: 10, stars: 4, agree: 'yes' } })).toBe(3)
    // And one each for the contact.
    expect(await trips(plain, { answers: { score: 10, mail: 'a@shop.example' } })).toBe(4)
    // With branches: the batch of what came before, three statements.
    expect(await trips(branched, { answers: { score: 10, last: 'x' } })).toBeGreaterThan(3)
  })
})
