import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PooledReport, Report } from '../../worker/contract/report.ts'
import type { Feed } from '../../worker/contract/response.ts'
import type { SharedReport } from '../../worker/contract/share.ts'
import type { SiteView } from '../../worker/contract/site.ts'
import { insertShop } from './support/other-shop.ts'
import { json, manage, migrate, publishSurvey, respond, type Shop, send, shopOrigin } from './support/shop.ts'

let shop: Shop
let shops = 0

/** Each test has a site of its own: changes of zone are for good. */
const berlinShop = () => insertShop(`berlin${++shops}shop`, [shopOrigin], { timeZone: 'Europe/Berlin' })

const setClock = (instant: string) => vi.spyOn(Date, 'now').mockReturnValue(Date.parse(instant))
const setZone = (timeZone: string, of = shop) => manage(of.apiKey, 'PATCH', `/api/v1/sites/${of.site.id}`, { timeZone })
const reportOf = (survey: string, query = 'from=2026-03-01&to=2026-03-20', of = shop) =>
  json<Report>(manage(of.apiKey, 'GET', `/api/v1/surveys/${survey}/report?${query}`))
const daysOf = ({ series }: Report) => Object.fromEntries(series.filter(({ n }) => n > 0).map(({ start, n }) => [start, n]))

beforeAll(migrate)

beforeEach(async () => {
  setClock('2026-03-01T12:00:00Z')
  shop = await berlinShop()
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a changed time zone', () => {
  it('counts days from then on, at once, and leaves those that are fixed', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const submission = crypto.randomUUID()
    // Half past midnight of the 6th in Berlin, still the 5th in New York.
    setClock('2026-03-05T23:30:00Z')
    expect((await respond(shop, survey, { submission, answers: { score: 9 } })).status).toBe(201)
    expect(daysOf(await reportOf(survey))).toEqual({ '2026-03-06': 1 })

    const changed = await setZone('America/New_York')
    expect(changed.status).toBe(200)
    expect((await json<SiteView>(changed)).timeZone).toBe('America/New_York')
    expect((await respond(shop, survey, { answers: { score: 9 } })).status).toBe(201)
    expect((await respond(shop, survey, { submission, seq: 2, answers: { score: 3, why: 'Late' } })).status).toBe(201)

    const report = await reportOf(survey)
    expect(report.timeZone).toBe('America/New_York')
    expect(daysOf(report)).toEqual({ '2026-03-05': 1, '2026-03-06': 1 })
    const { items } = await json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&limit=10`))
    expect(items.map(({ day, score }) => [day, score])).toEqual([
      ['2026-03-05', 9],
      ['2026-03-06', 3],
    ])
  })

  it('is marked on the first day of the new zone, in every kind of report', async () => {
    const [survey, other] = [await publishSurvey(shop, { metric: 'nps' }), await publishSurvey(shop, { metric: 'nps' })]
    setClock('2026-03-05T23:30:00Z')
    await setZone('America/New_York')
    const mark = { day: '2026-03-05', kind: 'zone', from: 'Europe/Berlin', to: 'America/New_York' }
    expect((await reportOf(survey)).marks).toEqual([mark])
    expect((await reportOf(survey, 'from=2026-03-05&to=2026-03-05')).marks).toEqual([mark])
    expect((await reportOf(survey, 'from=2026-03-01&to=2026-03-04')).marks).toEqual([])
    expect((await reportOf(survey, 'from=2026-03-06&to=2026-03-20')).marks).toEqual([])
    const pooled = manage(shop.apiKey, 'GET', `/api/v1/reports?surveys=${survey},${other}&from=2026-03-01&to=2026-03-20`)
    expect((await json<PooledReport>(pooled)).marks).toEqual([mark])
    const { url } = await json<{ url: string }>(manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/shares`, {}))
    const token = new URL(url).pathname.split('/').at(-1)
    const shared = await json<SharedReport>(send(`/api/v1/shared/${token}/report?from=2026-03-01&to=2026-03-20`))
    expect(shared.marks).toEqual([mark])
  })

  it('leaves the mark of changed words on the day it was in the zone of that time', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const publish = async (text: string) => {
      const questions = [{ id: 'score', type: 'metric', text, low: 'no', high: 'yes' }]
      await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${survey}`, { questions })
      await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/publish`)
    }
    setClock('2026-03-05T23:30:00Z')
    await publish('Would you?')
    setClock('2026-03-05T23:31:00Z')
    await setZone('America/New_York')
    setClock('2026-03-05T23:32:00Z')
    await publish('Would you, now?')
    setClock('2026-03-10T12:00:00Z')
    await setZone('Asia/Tokyo')
    expect((await reportOf(survey)).marks.map((mark) => [mark.kind, mark.day])).toEqual([
      ['wording', '2026-03-05'],
      ['zone', '2026-03-05'],
      ['wording', '2026-03-06'],
      ['zone', '2026-03-10'],
    ])
  })

  it('to the zone that holds, or to another name of it, is no change', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    expect((await setZone('Europe/Berlin')).status).toBe(200)
    await setZone('Asia/Kolkata')
    setClock('2026-03-02T12:00:00Z')
    expect((await json<SiteView>(setZone('Asia/Calcutta'))).timeZone).toBe('Asia/Calcutta')
    expect((await reportOf(survey)).marks).toEqual([
      { day: '2026-03-01', kind: 'zone', from: 'Europe/Berlin', to: 'Asia/Kolkata' },
    ])
  })

  it.each(['+02:00', 'Mars/Olympus', '', 7])(
    'is refused where %j is no place, and then nothing else changes',
    async (timeZone) => {
      const path = `/api/v1/sites/${shop.site.id}`
      expect((await manage(shop.apiKey, 'PATCH', path, { timeZone, name: 'Renamed' })).status).toBe(422)
      expect(await json<SiteView>(manage(shop.apiKey, 'GET', path))).toMatchObject({
        timeZone: 'Europe/Berlin',
        name: shop.site.key.slice(3),
      })
    },
  )

  it("marks no other site's reports", async () => {
    const other = await berlinShop()
    const survey = await publishSurvey(other, { metric: 'nps' })
    await setZone('America/New_York')
    expect((await reportOf(survey, 'from=2026-03-01&to=2026-03-20', other)).marks).toEqual([])
  })
})
