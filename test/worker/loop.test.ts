import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Report } from '../../worker/contract/report.ts'
import type { Feed } from '../../worker/contract/response.ts'
import type { Outcomes } from '../../worker/contract/site.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { standardAppearance, standardTargeting } from '../../worker/domain/standard.ts'
import {
  db,
  json,
  manage,
  migrate,
  publishSurvey,
  respond,
  runScheduled,
  type Shop,
  send,
  setUp,
  shopOrigin,
} from './support/shop.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp()
})

const reportOf = (survey: string, query = '') =>
  json<Report>(manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/report${query}`))
const feedOf = (query: string) => json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses?${query}`))

describe('the loop of one response', () => {
  it('keeps the score at the tap and adds the comment to the same row', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const submission = crypto.randomUUID()
    const first = await respond(shop, survey, { submission, answers: { score: 9 } })
    expect(first.status).toBe(201)
    expect(await first.json()).toEqual({ submission, seq: 1 })
    const second = await respond(shop, survey, {
      submission,
      seq: 2,
      complete: true,
      answers: { score: 9, why: 'Fast delivery' },
    })
    expect(second.status).toBe(201)

    const report = await reportOf(survey)
    expect(report.total).toMatchObject({ n: 1, score: 100, promoters: 1, passives: 0, detractors: 0, mean: 9 })
    expect(report.displays).toMatchObject({ responses: 1, completed: 1 })
    const feed = await feedOf(`survey=${survey}`)
    expect(feed.items).toHaveLength(1)
    expect(feed.items[0]).toMatchObject({
      score: 9,
      category: 'promoter',
      comment: 'Fast delivery',
      answers: { score: 9, why: 'Fast delivery' },
      tags: [],
      sentiment: 'positive',
      status: 'new',
      source: 'widget',
      complete: true,
      externalId: null,
    })
    expect(JSON.stringify(feed)).not.toContain(submission)
  })

  it('keeps the score when a later step carries only the comment', async () => {
    const survey = await publishSurvey(shop, { metric: 'csat' })
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 4 } })
    await respond(shop, survey, { submission, seq: 2, complete: true, answers: { why: 'Nice' } })
    expect((await reportOf(survey)).total).toMatchObject({ n: 1, score: 100, satisfied: 1 })
    expect((await feedOf(`survey=${survey}`)).items[0]).toMatchObject({ score: 4, comment: 'Nice' })
  })

  it('moves the counts when the score is changed', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 2 } })
    await respond(shop, survey, { submission, seq: 2, answers: { score: 10 } })
    const { total } = await reportOf(survey)
    expect(total.counts).toMatchObject({ 2: 0, 10: 1 })
    expect(total.n).toBe(1)
  })

  it('counts displays once and gives the response rate', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const body = JSON.stringify({
      site: shop.site.key,
      key: crypto.randomUUID(),
      events: Array(4).fill({ survey, type: 'shown' }),
    })
    const post = () =>
      send('/v1/displays', { method: 'POST', headers: { 'Content-Type': 'text/plain', Origin: shopOrigin }, body })
    expect((await post()).status).toBe(201)
    expect((await post()).status).toBe(200)
    await respond(shop, survey, { answers: { score: 9 } })
    await respond(
      shop,
      survey,
      { answers: { score: 9 } },
      {
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${shop.apiKey}` },
      },
    )
    const report = await reportOf(survey)
    expect(report.total.n).toBe(2)
    expect(report.displays).toMatchObject({ shown: 4, responses: 1, responseRate: 0.25 })
  })

  it('filters and breaks down by the declared dimensions', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const from = (touchpoint: string, score: number) => respond(shop, survey, { answers: { score }, context: { touchpoint } })
    for (const score of [10, 9, 3]) await from('checkout', score)
    await from('delivery', 1)
    const report = await reportOf(survey, '?breakdown=touchpoint')
    expect(report.breakdown?.map(({ value, n }) => [value, n])).toEqual([
      ['checkout', 3],
      ['delivery', 1],
    ])
    const filtered = await reportOf(survey, '?segment.touchpoint=delivery')
    expect(filtered.total).toMatchObject({ n: 1, score: -100 })
    expect((await feedOf(`survey=${survey}&segment.touchpoint=checkout`)).items).toHaveLength(3)
  })

  it("takes a shopper's device and country from a browser, never from a server that sends for them", async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const agent = { 'Content-Type': 'application/json', 'User-Agent': 'Mozilla/5.0 (iPhone) Mobile', 'CF-IPCountry': 'DE' }
    await respond(shop, survey, { answers: { score: 9 } }, { headers: { ...agent, Origin: shopOrigin } })
    await respond(shop, survey, { answers: { score: 9 } }, { headers: { ...agent, Authorization: `Bearer ${shop.apiKey}` } })
    expect((await reportOf(survey, '?breakdown=device')).breakdown).toMatchObject([{ value: 'mobile', n: 1 }])
  })

  it('counts closed answers with how many answered', async () => {
    const choices = [
      { id: 'price', text: 'Price' },
      { id: 'size', text: 'Size' },
    ]
    const survey = await publishSurvey(shop, {
      questions: [
        { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
        { id: 'missing', type: 'choices', text: 'What was missing?', choices },
        { id: 'again', type: 'choice', text: 'Again?', choices },
      ],
    })
    expect((await respond(shop, survey, { answers: { score: 3, missing: ['size', 'price'], again: 'price' } })).status).toBe(201)
    expect((await respond(shop, survey, { answers: { missing: ['size'] } })).status).toBe(201)
    const report = await reportOf(survey)
    expect(report.questions).toEqual({
      missing: { type: 'choices', answered: 2, counts: { price: 1, size: 2 } },
      again: { type: 'choice', answered: 1, counts: { price: 1, size: 0 } },
    })
    expect(report.total.n).toBe(1)
  })

  it('erases for good: the counts go, and what comes later is refused', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 0 } })
    const [item] = (await feedOf(`survey=${survey}`)).items
    expect((await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${item?.id}`)).status).toBe(204)
    expect((await reportOf(survey)).total).toMatchObject({ n: 0, score: null, interval: null })
    expect((await respond(shop, survey, { submission, answers: { score: 0 } })).status).toBe(410)
    const left = await db.prepare('SELECT count(*) AS n FROM answer_counts WHERE survey = ?').bind(survey).first('n')
    expect(left).toBe(0)
  })
})

describe('what an isolate, a filter or a step does not know', () => {
  it('takes an answer to a version published elsewhere a moment ago', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    await respond(shop, survey, { answers: { score: 9 } })
    // As another isolate would: behind this one's back.
    await db
      .prepare(
        'INSERT INTO survey_versions SELECT survey, 2, definition, published_at, wordings FROM survey_versions WHERE survey = ?',
      )
      .bind(survey)
      .run()
    await db.prepare('UPDATE surveys SET version = 2 WHERE id = ?').bind(survey).run()
    // It looks again once a second at most, however many such answers come.
    const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 2_000)
    expect((await respond(shop, survey, { version: 2, answers: { score: 9 } })).status).toBe(201)
    later.mockRestore()
    expect((await respond(shop, survey, { version: 3, answers: { score: 9 } })).status).toBe(422)
  })

  it('ignores what a newer widget may send, and tells the owner how often', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    expect((await respond(shop, survey, { answers: { score: 9 }, mood: 'sunny' })).status).toBe(201)
    await runScheduled()
    const { days } = await json<Outcomes>(manage(shop.apiKey, 'GET', '/api/v1/outcomes'))
    expect(days[0]?.outcomes.unknown_field).toBe(1)
  })

  it('leaves out a locale that grows too long by being made canonical', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const context = { locale: 'en-u-ca-islamicc-nu-latn-x-abcdefgh' }
    expect((await respond(shop, survey, { answers: { score: 9 }, context })).status).toBe(201)
    expect((await feedOf(`survey=${survey}`)).items[0]?.segments.language).toBeUndefined()
  })

  it('refuses filters it does not have, instead of answering everything', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const statusOf = async (path: string) => (await manage(shop.apiKey, 'GET', path)).status
    expect(await statusOf(`/api/v1/responses?survey=${survey}&assignee=ann`)).toBe(400)
    expect(await statusOf(`/api/v1/surveys/${survey}/report?tag=delivery`)).toBe(422)
    expect(await statusOf(`/api/v1/surveys/${survey}/report?segment.tier=gold`)).toBe(422)
    expect(await statusOf(`/api/v1/surveys/${survey}/report?breakdown=tier`)).toBe(422)
    expect(await statusOf(`/api/v1/responses?segment.device=mobile&segment.device=tablet`)).toBe(422)
    expect(await statusOf(`/api/v1/surveys/${survey}/report?site=${shop.site.id}&segment.device=mobile`)).toBe(200)
  })

  it('shows no totals of further questions beside a filtered score', async () => {
    const choices = [
      { id: 'price', text: 'Price' },
      { id: 'size', text: 'Size' },
    ]
    const survey = await publishSurvey(shop, {
      questions: [
        { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
        { id: 'again', type: 'choice', text: 'Again?', choices, required: true },
      ],
    })
    const submission = crypto.randomUUID()
    await respond(shop, survey, {
      submission,
      complete: true,
      answers: { score: 3, again: 'price' },
      context: { touchpoint: 'cart' },
    })
    expect((await reportOf(survey)).questions).toEqual({
      again: { type: 'choice', answered: 1, counts: { price: 1, size: 0 } },
    })
    expect((await reportOf(survey, '?segment.touchpoint=cart')).questions).toEqual({})

    // Erased comes before everything else, a missing required answer included.
    const [item] = (await feedOf(`survey=${survey}`)).items
    await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${item?.id}`)
    expect((await respond(shop, survey, { submission, seq: 2, complete: true, answers: { score: 3 } })).status).toBe(410)
    expect((await respond(shop, survey, { complete: true, answers: { score: 3 } })).status).toBe(422)
  })

  it('keeps what a patch does not name', async () => {
    const targeting = { include: ['/cart'], delaySeconds: 3, daysAfterAnswer: 5 }
    const survey = await publishSurvey(shop, { metric: 'nps', targeting, appearance: { brand: '#112233' } })
    const patched = await json<Survey>(
      manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${survey}`, {
        targeting: { daysAfterDismissal: 1 },
        appearance: { theme: 'dark' },
      }),
    )
    expect(patched.targeting).toEqual({ ...standardTargeting, ...targeting, daysAfterDismissal: 1 })
    expect(patched.appearance).toEqual({ ...standardAppearance, brand: '#112233', theme: 'dark' })
  })
})

describe('the pages', () => {
  const page = { headers: { Accept: 'text/html,*/*;q=0.8' } }

  it('serves the dashboard at its own paths, and its not-found page with a 404 elsewhere', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/sign-in', 200],
      ['/surveys/srv_x', 200],
      ['/settings', 200],
      ['/nowhere', 404],
    ] as const) {
      const answer = await send(path, page)
      expect([path, answer.status]).toEqual([path, status])
      expect(await answer.text()).toContain('<div id="app">')
      expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    }
  })

  it('never makes up a file: a script that is gone is a 404 nobody keeps', async () => {
    for (const path of ['/d/index-gone.js', '/a/survey-gone.js', '/.env', '/w/pk_x.js.map']) {
      const answer = await send(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
      expect(answer.headers.get('Cache-Control') ?? '').not.toContain('immutable')
    }
  })
})
