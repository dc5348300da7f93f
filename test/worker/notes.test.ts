import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { NoteEffect } from '../../worker/contract/effect.ts'
import type { Note } from '../../worker/contract/note.ts'
import type { PooledReport, Report } from '../../worker/contract/report.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { insertShop } from './support/other-shop.ts'
import { asPerson, joinAs } from './support/people.ts'
import { db, json, manage, migrate, publishSurvey, type Shop, setUp } from './support/shop.ts'
import { type Stored, storeResponses } from './support/stored.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'device'] })
})

const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, `/api/v1${path}`, body)
const get = <T>(path: string) => json<T>(call('GET', path))
const write = (note: object) => json<Note>(call('POST', '/notes', note))
const times = (n: number, row: Stored): Stored[] => Array.from({ length: n }, () => row)

describe('notes', () => {
  it('stand on their survey, or on all of the site, in the reports of their period', async () => {
    const [one, two] = [await publishSurvey(shop, {}), await publishSurvey(shop, {})]
    const onOne = await write({ day: '2026-05-03', text: 'New carrier', survey: one })
    const onTwo = await write({ day: '2026-05-02', text: 'Shorter form', survey: two })
    const onAll = await write({ day: '2026-05-01', text: 'Spring sale' })
    expect(onAll).toMatchObject({ day: '2026-05-01', text: 'Spring sale', survey: null, author: null })
    const told = async (survey: string, from: string, to: string) =>
      (await get<Report>(`/surveys/${survey}/report?from=${from}&to=${to}`)).notes
    expect(await told(one, '2026-05-01', '2026-05-03')).toEqual([onAll, onOne])
    expect(await told(two, '2026-05-01', '2026-05-03')).toEqual([onAll, onTwo])
    expect(await told(one, '2026-05-02', '2026-05-03')).toEqual([onOne])
    expect(await told(one, '2026-05-01', '2026-05-02')).toEqual([onAll])
    const pooled = await get<PooledReport>(`/reports?surveys=${one},${two}&from=2026-05-01&to=2026-05-03`)
    expect(pooled.notes).toEqual([onAll, onTwo, onOne])

    const list = async (query: string) => (await get<{ notes: Note[] }>(`/notes?${query}`)).notes
    expect(await list('from=2026-05-01&to=2026-05-03')).toEqual([onAll, onTwo, onOne])
    expect(await list(`survey=${one}&to=2026-05-03`)).toEqual([onAll, onOne])
    expect(await list('from=2026-05-03&to=2026-05-03')).toEqual([onOne])
    expect((await call('GET', '/notes?day=2026-05-03')).status).toBe(400)
  })

  it('are changed field by field and taken off again', async () => {
    const survey = await publishSurvey(shop, {})
    const note = await write({ day: '2026-05-10', text: 'Typo', survey })
    const patch = (change: object) => json<Note>(call('PATCH', `/notes/${note.id}`, change))
    expect(await patch({ text: '  Right  ' })).toEqual({ ...note, text: 'Right' })
    expect(await patch({ day: '2026-05-11' })).toEqual({ ...note, text: 'Right', day: '2026-05-11' })
    expect(await patch({ survey: null })).toEqual({ ...note, text: 'Right', day: '2026-05-11', survey: null })
    const { notes } = await get<{ notes: Note[] }>('/notes?from=2026-05-10&to=2026-05-11')
    expect(notes).toEqual([{ ...note, text: 'Right', day: '2026-05-11', survey: null }])
    expect((await call('DELETE', `/notes/${note.id}`)).status).toBe(204)
    expect((await call('DELETE', `/notes/${note.id}`)).status).toBe(404)
    expect((await get<{ notes: Note[] }>('/notes?from=2026-05-10&to=2026-05-11')).notes).toEqual([])
  })

  it('say who wrote them', async () => {
    const { cookie } = await joinAs(shop, 'manager', 'mona@shop.example')
    const made = await json<Note>(asPerson(cookie, 'POST', '/api/v1/notes', { day: '2026-05-20', text: 'By hand' }))
    expect(made.author).toBe('mona@shop.example')
    expect((await get<{ notes: Note[] }>('/notes?from=2026-05-20&to=2026-05-20')).notes).toEqual([made])
  })

  it.each([
    ['no day', { text: 'x' }, 422],
    ['a day that is none', { day: '2026-02-30', text: 'x' }, 422],
    ['a day before there were any', { day: '1989-12-31', text: 'x' }, 422],
    ['the first day', { day: '1990-01-01', text: 'x' }, 201],
    ['no text', { day: '2026-01-01', text: ' ' }, 422],
    ['a text nobody can see', { day: '2026-01-01', text: '\u200b\u0000' }, 422],
    ['a text with a control character', { day: '2026-01-01', text: '\u0000a' }, 201],
    ['500 characters', { day: '2026-01-01', text: 'x'.repeat(500) }, 201],
    ['501 characters', { day: '2026-01-01', text: 'x'.repeat(501) }, 422],
  ])('with %s: %s', async (_, note, status) => {
    expect((await call('POST', '/notes', note)).status).toBe(status)
  })

  it('are at most a thousand on a site', async () => {
    const full = await insertShop('full', [])
    const fill = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
                  INSERT INTO notes (id, site, day, text, created_at) SELECT 'note_full' || i, ?, '2026-01-01', 'x', 0 FROM n`
    await db.prepare(fill).bind(full.site.id).run()
    const one = () => manage(full.apiKey, 'POST', '/api/v1/notes', { day: '2026-01-01', text: 'x' })
    expect((await one()).status).toBe(201)
    expect((await one()).status).toBe(409)
  })
})

describe('before and after a note', () => {
  const effect = (survey: string, note: string, query = '') => get<NoteEffect>(`/surveys/${survey}/notes/${note}/effect?${query}`)

  it('compares whole days on either side, its own in neither, with the filters of the report', async () => {
    const survey = await publishSurvey(shop, {})
    const note = await write({ day: '2026-06-10', text: 'New carrier', survey })
    const at = (day: string, good: number, bad: number, device = 'mobile') => [
      ...times(good, { survey, day, score: 10, segments: { device } }),
      ...times(bad, { survey, day, score: 0, segments: { device } }),
    ]
    await storeResponses(shop, [
      ...at('2026-06-07', 9, 0),
      ...at('2026-06-08', 20, 30),
      ...at('2026-06-09', 20, 30, 'desktop'),
      ...at('2026-06-10', 99, 0),
      ...at('2026-06-11', 40, 10),
      ...at('2026-06-12', 40, 10, 'desktop'),
      ...at('2026-06-13', 0, 9),
    ])
    const told = await effect(survey, note.id, 'days=2')
    expect(told).toMatchObject({
      survey,
      note,
      metric: 'nps',
      timeZone: 'Europe/Berlin',
      days: 2,
      before: { from: '2026-06-08', to: '2026-06-09', n: 100, score: -20 },
      after: { from: '2026-06-11', to: '2026-06-12', n: 100, score: 60 },
      change: 80,
      distinguishable: true,
    })
    // The numbers of the report of the same days, and the interval of the same formula.
    const report = await get<Report>(`/surveys/${survey}/report?from=2026-06-11&to=2026-06-12`)
    expect(told.after?.interval).toEqual(report.total.interval)
    expect(told.changeInterval?.[0]).toBeGreaterThan(0)
    expect(await effect(survey, note.id, 'days=2&segment.device=mobile')).toMatchObject({ before: { n: 50 }, after: { n: 50 } })
    expect(await effect(survey, note.id)).toMatchObject({ days: 28, before: { n: 109 }, after: { n: 109 } })
  })

  it('cuts both sides to the days that are over, and tells nothing before the first is', async () => {
    const survey = await publishSurvey(shop, {})
    const note = await write({ day: '2026-06-10', text: 'New carrier' })
    const clock = vi.spyOn(Date, 'now')
    try {
      // 21:59 UTC is a minute to midnight in Berlin.
      clock.mockReturnValue(Date.parse('2026-06-11T21:59:00Z'))
      expect(await effect(survey, note.id)).toMatchObject({ days: 0, before: null, after: null, change: null })
      clock.mockReturnValue(Date.parse('2026-06-11T22:00:00Z'))
      const told = await effect(survey, note.id)
      expect(told).toMatchObject({ days: 1, change: null, changeInterval: null, distinguishable: null })
      expect(told.before).toEqual({ from: '2026-06-09', to: '2026-06-09', n: 0, score: null, interval: null })
      expect(told.after).toEqual({ from: '2026-06-11', to: '2026-06-11', n: 0, score: null, interval: null })
    } finally {
      clock.mockRestore()
    }
  })

  it('is not told of a note that stands on another survey, nor of days or filters it does not know', async () => {
    const [one, two] = [await publishSurvey(shop, {}), await publishSurvey(shop, {})]
    const note = await write({ day: '2026-06-10', text: 'Shorter form', survey: one })
    const statusOf = async (survey: string, query: string) =>
      (await call('GET', `/surveys/${survey}/notes/${note.id}/effect?${query}`)).status
    expect(await statusOf(one, '')).toBe(200)
    expect(await statusOf(two, '')).toBe(404)
    expect([await statusOf(one, 'days=1'), await statusOf(one, 'days=366')]).toEqual([200, 200])
    for (const days of ['0', '367', '1.5', 'x']) expect(await statusOf(one, `days=${days}`)).toBe(400)
    expect(await statusOf(one, 'from=2026-01-01')).toBe(400)
    expect(await statusOf(one, 'segment.tier=gold')).toBe(422)
  })
})

describe('a goal', () => {
  it('stands in the report at once, on the score’s own scale, and in no version', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const goalOf = async () => (await get<Report>(`/surveys/${survey}/report`)).goal
    expect(await goalOf()).toBeNull()
    const set = async (goal: unknown) => (await call('PATCH', `/surveys/${survey}`, { goal })).status
    expect(await set(42.5)).toBe(200)
    expect([await goalOf(), (await get<Survey>(`/surveys/${survey}`)).goal]).toEqual([42.5, 42.5])
    expect((await call('PATCH', `/surveys/${survey}`, { name: 'Other' })).status).toBe(200)
    expect(await goalOf()).toBe(42.5)
    expect((await json<Survey>(call('POST', `/surveys/${survey}/publish`))).version).toBe(1)
    for (const goal of [100.5, -101, '42']) expect(await set(goal)).toBe(422)
    expect(await goalOf()).toBe(42.5)
    expect(await set(null)).toBe(200)
    expect(await goalOf()).toBeNull()
  })

  it('needs a metric', async () => {
    const survey = await publishSurvey(shop, { metric: 'none', questions: [{ id: 'why', type: 'text', text: 'Why?' }] })
    expect((await call('PATCH', `/surveys/${survey}`, { goal: 1 })).status).toBe(422)
    expect((await call('PATCH', `/surveys/${survey}`, { goal: null })).status).toBe(200)
  })
})
