import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Drivers } from '../../worker/contract/drivers.ts'
import type { PooledReport, Report } from '../../worker/contract/report.ts'
import { insertShop } from './support/other-shop.ts'
import { json, manage, migrate, publishSurvey, respond, type Shop, send, setUp } from './support/shop.ts'
import { type Stored, storeResponses } from './support/stored.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'device', 'language'] })
})

afterEach(() => {
  vi.restoreAllMocks()
})

const reportOf = (survey: string, query: string, of = shop) =>
  json<Report>(manage(of.apiKey, 'GET', `/api/v1/surveys/${survey}/report?${query}`))
const pooledOf = (query: string) => manage(shop.apiKey, 'GET', `/api/v1/reports?${query}`)

/** As many of the same response as asked for. */
const times = (n: number, row: Stored): Stored[] => Array.from({ length: n }, () => row)

describe('the period compared with', () => {
  it('stands bucket by bucket beside the report, and adds up to its own total', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    await storeResponses(shop, [
      ...times(3, { survey, day: '2026-09-02', score: 9 }),
      ...times(2, { survey, day: '2026-09-08', score: 0 }),
      ...times(5, { survey, day: '2026-09-09', score: 9 }),
      ...times(1, { survey, day: '2026-09-15', score: 7 }),
      // The day before the compared period, and the day after the report's.
      ...times(9, { survey, day: '2026-09-01', score: 0 }),
      ...times(9, { survey, day: '2026-09-16', score: 0 }),
    ])
    const report = await reportOf(survey, 'from=2026-09-09&to=2026-09-15&compare=previous')
    expect(report.total).toMatchObject({ n: 6 })
    expect(report.previous).toMatchObject({ from: '2026-09-02', to: '2026-09-08', n: 5, score: 20 })
    expect(report.previous?.series.map(({ start, n, score }) => [start, n, score])).toEqual([
      ['2026-09-02', 3, 100],
      ['2026-09-03', 0, null],
      ['2026-09-04', 0, null],
      ['2026-09-05', 0, null],
      ['2026-09-06', 0, null],
      ['2026-09-07', 0, null],
      ['2026-09-08', 2, -100],
    ])
    // From a Wednesday to a Tuesday: two weeks are touched, and the other seven days are cut at the same place.
    const weeks = await reportOf(survey, 'from=2026-09-09&to=2026-09-15&compare=previous&interval=week')
    expect(weeks.series.map(({ start, n }) => [start, n])).toEqual([
      ['2026-09-07', 5],
      ['2026-09-14', 1],
    ])
    expect(weeks.previous?.series.map(({ start, n }) => [start, n])).toEqual([
      ['2026-09-02', 3],
      ['2026-09-07', 2],
    ])
    expect((await reportOf(survey, 'from=2026-09-09&to=2026-09-15')).previous).toBeUndefined()
  })

  it('may be the same dates a year ago, where the 29th of February has no day of its own', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    await storeResponses(shop, [
      ...times(2, { survey, day: '2024-02-28', score: 9 }),
      ...times(1, { survey, day: '2024-02-29', score: 9 }),
      ...times(4, { survey, day: '2024-03-01', score: 9 }),
      ...times(5, { survey, day: '2023-02-28', score: 9 }),
      ...times(6, { survey, day: '2023-03-01', score: 9 }),
    ])
    const counts = async (range: string) => (await reportOf(survey, `${range}&compare=year`)).previous?.series.map(({ n }) => n)
    expect(await counts('from=2024-02-28&to=2024-03-01')).toEqual([5, 0, 6])
    expect(await counts('from=2025-02-28&to=2025-03-01')).toEqual([3, 4])
  })

  it('is told for every row of a breakdown, each against itself', async () => {
    const survey = await publishSurvey(shop, { metric: 'csat' })
    const at = (touchpoint: string, day: string, good: number, bad: number) => [
      ...times(good, { survey, day, score: 5, segments: { touchpoint } }),
      ...times(bad, { survey, day, score: 1, segments: { touchpoint } }),
    ]
    await storeResponses(shop, [
      ...at('checkout', '2026-09-02', 90, 10),
      ...at('checkout', '2026-09-01', 40, 60),
      ...at('delivery', '2026-09-02', 30, 20),
      ...at('delivery', '2026-09-01', 29, 21),
      ...at('returns', '2026-09-02', 3, 0),
      ...at('cart', '2026-09-01', 3, 0),
    ])
    const { breakdown } = await reportOf(survey, 'from=2026-09-02&to=2026-09-02&compare=previous&breakdown=touchpoint')
    expect(breakdown).toMatchObject([
      { value: 'checkout', n: 100, score: 90, change: 50, distinguishable: true },
      { value: 'delivery', n: 50, score: 60, change: 2, distinguishable: false },
      { value: 'returns', n: 3, score: 100, change: null, changeInterval: null, distinguishable: null },
    ])
    const alone = await reportOf(survey, 'from=2026-09-02&to=2026-09-02&breakdown=touchpoint')
    expect(alone.breakdown?.[0]).not.toHaveProperty('change')
  })
})

describe('several surveys in one score', () => {
  it('add up, and say what was put together: surveys, sources, languages, imported apart from asked', async () => {
    const [one, two] = [await publishSurvey(shop, { metric: 'nps' }), await publishSurvey(shop, { metric: 'nps' })]
    const day = '2026-08-03'
    await storeResponses(shop, [
      ...times(3, { survey: one, day, score: 9, segments: { language: 'de' } }),
      ...times(2, { survey: one, day, score: 0, segments: { language: 'fr' }, source: 'link' }),
      ...times(5, { survey: two, day, score: 9, segments: { language: 'de' }, source: 'import' }),
      ...times(1, { survey: two, day, score: 7 }),
    ])
    const answer = await pooledOf(`surveys=${one},${two}&from=${day}&to=${day}&breakdown=language`)
    expect(answer.status).toBe(200)
    const pooled = await json<PooledReport>(answer)
    expect(pooled).toMatchObject({
      surveys: [one, two],
      metric: 'nps',
      scale: [0, 10],
      total: { n: 11, promoters: 8, passives: 1, detractors: 2 },
      sources: { widget: 4, link: 2, import: 5 },
      // Of the eleventh the language isn't known.
      locales: { de: 8, fr: 2 },
      pooled: {
        asked: { n: 6 },
        imported: { n: 5, score: 100 },
        surveys: [
          { survey: one, n: 5, score: 20 },
          { survey: two, n: 6 },
        ],
      },
    })
    expect(pooled.breakdown?.map(({ value, n }) => [value, n])).toEqual([
      ['de', 8],
      ['fr', 2],
    ])
    const filtered = await json<PooledReport>(pooledOf(`surveys=${one},${two}&from=${day}&to=${day}&segment.language=de`))
    expect(filtered).toMatchObject({
      total: { n: 8, score: 100 },
      sources: { widget: 3, import: 5 },
      locales: { de: 8 },
      pooled: { asked: { n: 3 }, imported: { n: 5 } },
    })
    expect(filtered.sources).not.toHaveProperty('link')
  })

  it('of one survey are that survey’s own report', async () => {
    const survey = await publishSurvey(shop, { metric: 'ces' })
    const scores = [1, 5, 6, 7, 7, 7]
    await storeResponses(
      shop,
      scores.map((score, i) => ({ survey, day: `2026-08-0${i + 1}`, score, segments: { device: i % 2 ? 'mobile' : 'desktop' } })),
    )
    const query = 'from=2026-08-03&to=2026-08-06&compare=previous&breakdown=device&interval=week&segment.device=mobile'
    const { survey: id, questions, outlook, goal, pooled: none, ...single } = await reportOf(survey, query)
    const { surveys, locales, pooled, ...several } = await json<PooledReport>(pooledOf(`surveys=${survey},${survey}&${query}`))
    expect(several).toEqual(single)
    expect([id, questions, goal, none]).toEqual([survey, {}, null, undefined])
    expect(outlook).toBeNull()
    expect([surveys, locales, pooled.asked.n]).toEqual([[survey], {}, 2])
  })

  it('are refused where metric or scale differ, and unknown where one of them is', async () => {
    const nps = await publishSurvey(shop, { metric: 'nps' })
    const five = await publishSurvey(shop, { metric: 'csat', points: 5 })
    const seven = await publishSurvey(shop, { metric: 'csat', points: 7 })
    const questions = [{ id: 'why', type: 'text', text: 'Why?' }]
    const none = await publishSurvey(shop, { metric: 'none', questions })
    const other = await insertShop('pools', [])
    const foreign = await publishSurvey(other, { metric: 'nps' })
    const statusOf = async (surveys: string) => (await pooledOf(`surveys=${surveys}`)).status
    expect(await statusOf(`${nps},${five}`)).toBe(422)
    expect(await statusOf(`${five},${seven}`)).toBe(422)
    expect(await statusOf(none)).toBe(422)
    expect(await statusOf(`${nps},${foreign}`)).toBe(404)
    expect(await statusOf(`${nps},srv_0000000000`)).toBe(404)
    expect(await statusOf('')).toBe(400)
    expect(await statusOf(Array.from({ length: 20 }, (_, i) => `srv_${i}`).join())).toBe(404)
    expect(await statusOf(Array.from({ length: 21 }, (_, i) => `srv_${i}`).join())).toBe(400)
    expect((await pooledOf('')).status).toBe(400)
    expect(await statusOf(nps)).toBe(200)
    // Who doesn't declare languages can't be told of them.
    const unknown = await json<PooledReport>(manage(other.apiKey, 'GET', `/api/v1/reports?surveys=${foreign}`))
    expect(unknown.locales).toBeNull()
  })

  it('tells imported answers apart in one survey too', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    await respond(shop, survey, { answers: { score: 0 } })
    const before = await reportOf(survey, '')
    expect(before.sources).toEqual({ widget: 1 })
    expect(before).not.toHaveProperty('pooled')
    await storeResponses(shop, times(4, { survey, day: before.to, score: 10, source: 'import' }))
    const after = await reportOf(survey, '')
    expect(after.total).toMatchObject({ n: 5, score: 60 })
    expect(after.sources).toEqual({ widget: 1, import: 4 })
    expect(after.pooled).toMatchObject({ asked: { n: 1, score: -100 }, imported: { n: 4, score: 100 } })
  })
})

describe('marks', () => {
  it('stand where the words changed, on the local day, and not where only the targeting did', async () => {
    const clock = vi.spyOn(Date, 'now')
    const at = (instant: string) => clock.mockReturnValue(Date.parse(instant))
    at('2026-03-02T09:00:00Z')
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const publish = async (patch: object) => {
      await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${survey}`, patch)
      await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/publish`)
    }
    at('2026-03-04T09:00:00Z')
    await publish({ targeting: { delaySeconds: 7 } })
    const score = { id: 'score', type: 'metric', text: 'Would you recommend us?', low: 'no', high: 'yes' }
    // Half past midnight in Berlin.
    at('2026-03-05T23:30:00Z')
    await publish({ questions: [score] })
    at('2026-03-20T09:00:00Z')
    const mark = { day: '2026-03-06', kind: 'wording', survey, version: 3 }
    expect((await reportOf(survey, 'from=2026-03-01&to=2026-03-20')).marks).toEqual([mark])
    expect((await reportOf(survey, 'from=2026-03-06&to=2026-03-06')).marks).toEqual([mark])
    expect((await reportOf(survey, 'from=2026-03-01&to=2026-03-05')).marks).toEqual([])
    expect((await reportOf(survey, 'from=2026-03-07&to=2026-03-20')).marks).toEqual([])
    expect((await json<PooledReport>(pooledOf(`surveys=${survey}&from=2026-03-01&to=2026-03-20`))).marks).toEqual([mark])
  })
})

describe('further questions', () => {
  const word = (id: string) => ({ id, text: id })
  const questions = [
    { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
    { id: 'stars', type: 'rating', text: 'Quality?', points: 5, low: 'poor', high: 'good' },
    { id: 'missing', type: 'choices', text: 'What was missing?', choices: ['price', 'size'].map(word), other: 'Something else' },
    { id: 'again', type: 'choice', text: 'Again?', choices: ['yes', 'no'].map(word) },
    { id: 'terms', type: 'consent', text: 'You may quote me' },
    { id: 'why', type: 'text', text: 'Why?' },
  ]

  it('are counted answer by answer: ratings with their mean, choices with "other", consents', async () => {
    const survey = await publishSurvey(shop, { questions })
    const answers = [
      { stars: 5, missing: ['price', 'other'], 'missing.other': 'A mirror', again: 'yes', terms: 'yes' },
      { stars: 4, missing: ['price'], again: 'yes' },
      { stars: 1, why: 'Late' },
    ]
    for (const each of answers) expect((await respond(shop, survey, { answers: { score: 3, ...each } })).status).toBe(201)
    const report = await reportOf(survey, '')
    expect(Object.keys(report.questions)).toEqual(['stars', 'missing', 'again', 'terms'])
    expect(report.questions).toMatchObject({
      stars: { type: 'rating', answered: 3, counts: { 1: 1, 2: 0, 3: 0, 4: 1, 5: 1 } },
      missing: { type: 'choices', answered: 2, counts: { price: 2, size: 0, other: 1 } },
      again: { type: 'choice', answered: 2, counts: { yes: 2, no: 0 } },
      terms: { type: 'consent', answered: 1, counts: { yes: 1 } },
    })
    const { mean, interval } = report.questions.stars ?? {}
    expect(mean).toBeCloseTo(10 / 3, 10)
    // t with two degrees of freedom, by hand: 4.302653 x 2.081666 / sqrt(3).
    expect(interval?.[0]).toBeCloseTo(10 / 3 - 5.171144, 5)
    expect(report.questions.missing).not.toHaveProperty('mean')
  })

  it('keep the answers that are no longer offered, and show 0 where nobody answered', async () => {
    const survey = await publishSurvey(shop, { questions })
    expect((await reportOf(survey, '')).questions.stars).toMatchObject({ answered: 0, mean: null, interval: null })
    await respond(shop, survey, { answers: { again: 'no' } })
    const reworded = questions.map((q) => (q.id === 'again' ? { ...q, choices: ['sure', 'yes'].map(word) } : q))
    await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${survey}`, { questions: reworded.filter(({ id }) => id !== 'terms') })
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/publish`)
    const { questions: told } = await reportOf(survey, '')
    expect(told.again).toEqual({ type: 'choice', answered: 1, counts: { sure: 0, yes: 0, no: 1 } })
    expect(told.terms).toEqual({ type: 'consent', answered: 0, counts: { yes: 0 } })
  })
})

describe('drivers', () => {
  it('are read from counts by segment set, over HTTP, with the same range and filters', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const at = (touchpoint: string, device: string, good: number, bad: number, day = '2026-07-01') => [
      ...times(good, { survey, day, score: 10, segments: { touchpoint, device } }),
      ...times(bad, { survey, day, score: 0, segments: { touchpoint, device } }),
    ]
    await storeResponses(shop, [
      ...at('delivery', 'mobile', 10, 40),
      ...at('checkout', 'mobile', 40, 10),
      ...at('checkout', 'desktop', 42, 8),
      ...at('returns', 'desktop', 29, 0),
      ...at('returns', 'desktop', 500, 0, '2026-06-30'),
    ])
    const path = `/api/v1/surveys/${survey}/drivers?from=2026-07-01&to=2026-07-01`
    const told = await json<Drivers>(manage(shop.apiKey, 'GET', path))
    expect(told).toMatchObject({
      survey,
      metric: 'nps',
      from: '2026-07-01',
      least: 30,
      falseDiscoveryRate: 0.05,
      total: { n: 179 },
    })
    expect(told.drivers.map(({ value, n, kept }) => [value, n, kept])).toEqual([
      // By hand: -44.6, -36.9, 36.5 and 35.2 points.
      ['mobile', 100, true],
      ['delivery', 50, true],
      ['checkout', 100, true],
      ['desktop', 79, true],
    ])
    const report = await reportOf(survey, 'from=2026-07-01&to=2026-07-01&breakdown=touchpoint')
    expect(told.total.score).toBe(report.total.score)
    const delivery = told.drivers.find(({ value }) => value === 'delivery')
    const row = report.breakdown?.find(({ value }) => value === 'delivery')
    expect([delivery?.score, delivery?.interval]).toEqual([row?.score, row?.interval])
    const mobile = await json<Drivers>(manage(shop.apiKey, 'GET', `${path}&segment.device=mobile`))
    expect(mobile.total.n).toBe(100)
    expect(mobile.drivers.map(({ value, n }) => [value, n])).toEqual(
      expect.arrayContaining([
        ['delivery', 50],
        ['checkout', 50],
      ]),
    )
    // Everybody is mobile now: nobody is left to compare it with.
    expect(mobile.drivers).toHaveLength(2)
    expect((await manage(shop.apiKey, 'GET', `${path}&breakdown=device`)).status).toBe(400)
    expect((await manage(shop.apiKey, 'GET', `${path}&segment.tier=gold`)).status).toBe(422)
  })

  it('say in the API’s description that they are association, not cause', async () => {
    const { paths } = await json<{ paths: Record<string, { get: { description: string } }> }>(send('/api/openapi.json'))
    expect(paths['/api/v1/surveys/{id}/drivers']?.get.description).toMatch(/^Association, not cause/)
  })
})

describe('local days where clocks change', () => {
  /** Answers at each instant with the clock standing there, read back as [first day, n] of the buckets that have any. */
  async function bucketsOf(name: string, zone: string, instants: string[], query: string): Promise<[string, number][]> {
    const of = await insertShop(name.replace(/\W/g, '').toLowerCase(), ['https://shop.example'], { timeZone: zone })
    const survey = await publishSurvey(of, { metric: 'nps' })
    const clock = vi.spyOn(Date, 'now')
    for (const instant of instants) {
      clock.mockReturnValue(Date.parse(instant))
      expect((await respond(of, survey, { answers: { score: 9 } })).status).toBe(201)
    }
    const { series, total } = await reportOf(survey, query, of)
    expect(total.n).toBe(instants.length)
    return series.filter(({ n }) => n > 0).map(({ start, n }) => [start, n])
  }

  // The last millisecond of the day before, first and last of the long or short day, first of the day after.
  it.each([
    ['Europe/Berlin, 23 hours', 'Europe/Berlin', '2026-03-29', '2026-03-28T22:59:59.999Z', 23],
    ['Europe/Berlin, 25 hours', 'Europe/Berlin', '2026-10-25', '2026-10-24T21:59:59.999Z', 25],
    ['Lord Howe, 24.5 hours', 'Australia/Lord_Howe', '2026-04-05', '2026-04-04T12:59:59.999Z', 24.5],
    ['Lord Howe, 23.5 hours', 'Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:29:59.999Z', 23.5],
    ["St John's, 23 hours", 'America/St_Johns', '2026-03-08', '2026-03-08T03:29:59.999Z', 23],
    ["St John's, 25 hours", 'America/St_Johns', '2026-11-01', '2026-11-01T02:29:59.999Z', 25],
    ['Kiritimati, always 24', 'Pacific/Kiritimati', '2026-03-29', '2026-03-28T09:59:59.999Z', 24],
    ['Kathmandu, always 24', 'Asia/Kathmandu', '2026-03-29', '2026-03-28T18:14:59.999Z', 24],
  ])('%s', async (name, zone, day, before, hours) => {
    const start = Date.parse(before) + 1
    const end = start + hours * 3_600_000
    const instants = [start - 1, start, end - 1, end].map((instant) => new Date(instant).toISOString())
    const [dayBefore, dayAfter] = [-1, 1].map((days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10))
    const days = await bucketsOf(name, zone, instants, `from=${dayBefore}&to=${dayAfter}`)
    expect(days).toEqual([
      [dayBefore, 1],
      [day, 2],
      [dayAfter, 1],
    ])
  })

  it('weeks begin on Monday and months on the first, at the local midnight', async () => {
    const query = 'from=2026-10-01&to=2026-11-30'
    // Sunday the 25th has 25 hours; Monday begins at 23:00 UTC and not at 22:00.
    const sunday = ['2026-10-25T22:30:00Z', '2026-10-25T23:00:00Z']
    expect(await bucketsOf('weeks', 'Europe/Berlin', sunday, `${query}&interval=week`)).toEqual([
      ['2026-10-19', 1],
      ['2026-10-26', 1],
    ])
    // In St John's the last day of October ends at 02:30 UTC, and the clock goes back on the first of November.
    const halloween = ['2026-11-01T02:29:59Z', '2026-11-01T02:30:00Z']
    expect(await bucketsOf('months', 'America/St_Johns', halloween, `${query}&interval=month`)).toEqual([
      ['2026-10-01', 1],
      ['2026-11-01', 1],
    ])
  })
})

describe('sums', () => {
  const device = fc.constantFrom('mobile', 'desktop', undefined)
  const touchpoint = fc.constantFrom('checkout', 'delivery', 'returns', undefined)
  const row = fc.record({
    day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
    score: fc.nat(10),
    device,
    touchpoint,
    source: fc.constantFrom('widget', 'widget', 'link', 'import'),
  })
  const rows = (maxLength: number) => fc.array(row, { maxLength })
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
  const named = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })

  it('over days, weeks, months, sources, surveys and segments are the total, on random answers', async () => {
    await fc.assert(
      fc.asyncProperty(rows(60), rows(20), async (first, second) => {
        const surveys = [await publishSurvey(shop, {}), await publishSurvey(shop, {})]
        const stored = [first, second].flatMap((rows, i) =>
          rows.map(({ device, touchpoint, ...rest }) => ({
            ...rest,
            survey: surveys[i] ?? '',
            segments: { ...named('device', device), ...named('touchpoint', touchpoint) },
          })),
        )
        await storeResponses(shop, stored)
        const february = async (query: string) =>
          await json<PooledReport>(pooledOf(`surveys=${surveys}&from=2026-02-01&to=2026-02-28&${query}`))
        const all = await february('breakdown=device')
        expect(all.total.n).toBe(stored.length)
        expect(sum(Object.values(all.total.counts))).toBe(stored.length)
        expect(sum(Object.values(all.sources))).toBe(stored.length)
        expect(sum(all.pooled.surveys.map(({ n }) => n))).toBe(stored.length)
        expect(all.pooled.asked.n + all.pooled.imported.n).toBe(stored.length)
        expect(sum((all.breakdown ?? []).map(({ n }) => n))).toBe(stored.filter(({ segments }) => 'device' in segments).length)
        for (const interval of ['day', 'week', 'month']) {
          expect(sum((await february(`interval=${interval}`)).series.map(({ n }) => n))).toBe(stored.length)
          // March has more days than February, so that the days compared with begin in January.
          const march = `surveys=${surveys}&from=2026-03-01&to=2026-03-31&compare=previous&interval=${interval}`
          const later = await json<PooledReport>(pooledOf(march))
          expect([later.total.n, later.previous?.n]).toEqual([0, stored.length])
          expect(sum(later.previous?.series.map(({ n }) => n) ?? [])).toBe(stored.length)
        }
        for (const value of ['checkout', 'delivery', 'returns']) {
          const part = await february(`segment.touchpoint=${value}`)
          expect(part.total.n).toBe(
            stored.filter(({ segments }) => 'touchpoint' in segments && segments.touchpoint === value).length,
          )
          expect(sum(Object.values(part.sources))).toBe(part.total.n)
        }
      }),
      { seed: 20261122, numRuns: 15 },
    )
  }, 120_000)
})
