import { beforeAll, describe, expect, it } from 'vitest'
import type { ImportView } from '../../worker/contract/import.ts'
import type { Report } from '../../worker/contract/report.ts'
import type { Feed } from '../../worker/contract/response.ts'
import { db, json, manage, migrate, publishSurvey, runScheduled, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'tier', 'country'] })
})

const importFile = (survey: string, type: string, body: BodyInit, query = '') =>
  send(`/api/v1/imports?survey=${survey}${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': type },
    body,
  })
const ndjson = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')
const report = (survey: string, query = '?from=2020-01-01&to=2029-12-31&interval=month') =>
  json<Report>(manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/report${query}`))
const feed = (survey: string) => json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&limit=200`))
const stored = (survey: string) =>
  db.prepare('SELECT count(*) AS n FROM responses WHERE survey = ?').bind(survey).first<number>('n')
const cells = (survey: string) =>
  db.prepare('SELECT count(*) AS n FROM answer_counts WHERE survey = ?').bind(survey).first<number>('n')

describe('an import', () => {
  it('stores NDJSON rows once, however often the file comes', async () => {
    const survey = await publishSurvey(shop, { metric: 'csat', touchpoint: 'product' })
    const rows = Array.from({ length: 600 }, (_, i) => ({
      id: `r${i}`,
      score: (i % 5) + 1,
      comment: i % 2 ? `No ${i}` : '',
      at: '2025-03-02',
    }))
    const first = await importFile(survey, 'application/x-ndjson', ndjson(rows))
    expect(first.status).toBe(200)
    expect(await first.json()).toMatchObject({
      state: 'done',
      received: 600,
      stored: 600,
      duplicates: 0,
      rejected: 0,
      reasons: [],
    })
    const { total, displays } = await report(survey)
    expect(total).toMatchObject({ n: 600, score: 40, mean: 3, counts: { 1: 120, 2: 120, 3: 120, 4: 120, 5: 120 } })
    expect(displays).toMatchObject({ shown: 0, responses: 0, responseRate: null })

    const again = await json<ImportView>(importFile(survey, 'application/x-ndjson', ndjson(rows)))
    expect(again).toMatchObject({ stored: 0, duplicates: 600 })
    expect(await stored(survey)).toBe(600)
    expect((await report(survey)).total.n).toBe(600)
  })

  it('stores rows without an id once too', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const file = ndjson([{ score: 9 }, { score: 9 }, { score: 3, comment: 'Late' }])
    expect(await json(importFile(survey, 'application/x-ndjson', file))).toMatchObject({ stored: 3, duplicates: 0 })
    expect(await json(importFile(survey, 'application/x-ndjson', file))).toMatchObject({ stored: 0, duplicates: 3 })
  })

  it('reads CSV: quotes, line breaks, a byte order mark, segments and traits', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const csv =
      '\ufeffid,score,comment,at,tier,colour\r\na,10,"Said ""wow"",\r\ntwice",2026-02-01T23:30:00Z,gold,red\r\nb,0,,2026-02-02,silver,\r\n\r\n'
    expect(await json(importFile(survey, 'text/csv; charset=utf-8', csv))).toMatchObject({ received: 2, stored: 2, rejected: 0 })
    const { items } = await feed(survey)
    expect(items.map((item) => item.externalId)).toEqual(['b', 'a'])
    expect(items[1]).toMatchObject({
      score: 10,
      comment: 'Said "wow",\r\ntwice',
      day: '2026-02-02',
      segments: { tier: 'gold' },
      traits: { colour: 'red' },
      source: 'import',
    })
    const { breakdown } = await report(survey, '?from=2026-02-01&to=2026-02-03&breakdown=tier')
    expect(breakdown).toMatchObject([
      { value: 'gold', n: 1, score: 100 },
      { value: 'silver', n: 1, score: -100 },
    ])
  })

  it('says of each refused row why, and stores the others', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const lines = [
      '{"score": 11}',
      'nonsense',
      '[1]',
      '{"score": "7"}',
      '{"tier": "gold"}',
      '{"score": 5, "at": "2026-02-30"}',
      '{"score": 4.5}',
    ]
    const view = await json<ImportView>(importFile(survey, 'application/x-ndjson', lines.join('\n')))
    expect(view).toMatchObject({ received: 7, stored: 1, rejected: 6 })
    expect(view.reasons.map((r) => r.row)).toEqual([1, 2, 3, 5, 6, 7])
    expect(view.reasons[0]?.reason).toBe('score: a whole number from 0 to 10')
  })

  it('stores nothing on a dry run', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const file = ndjson([
      { id: 1, score: 9 },
      { id: 1, score: 9 },
      { id: 2, score: 99 },
    ])
    const view = await json(importFile(survey, 'application/x-ndjson', file, '&dryRun=1'))
    expect(view).toMatchObject({ stored: 1, duplicates: 1, rejected: 1, received: 3 })
    expect(await stored(survey)).toBe(0)
    expect(
      (await json<{ imports: ImportView[] }>(manage(shop.apiKey, 'GET', '/api/v1/imports'))).imports.every(
        (i) => i.survey !== survey,
      ),
    ).toBe(true)
  })

  it('can be undone, and done again', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const file = ndjson(Array.from({ length: 300 }, (_, i) => ({ id: i, score: i % 11 })))
    const { import: id } = await json<ImportView>(importFile(survey, 'application/x-ndjson', file))
    expect(await stored(survey)).toBe(300)
    const undone = await manage(shop.apiKey, 'DELETE', `/api/v1/imports/${id}`)
    expect(undone.status).toBe(200)
    expect(await undone.json()).toMatchObject({ state: 'undone' })
    expect([await stored(survey), await cells(survey)]).toEqual([0, 0])
    expect(await json(importFile(survey, 'application/x-ndjson', file))).toMatchObject({ stored: 300 })
  })

  it('takes a long file in the background, in slices that may be cut off anywhere', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const file = ndjson(Array.from({ length: 5_600 }, (_, i) => ({ id: i, score: i === 17 ? 'x' : i % 11 })))
    const answer = await importFile(survey, 'application/x-ndjson', file)
    expect(answer.status).toBe(202)
    const { import: id, state } = await answer.json<ImportView>()
    expect(state).toBe('running')
    expect(await stored(survey)).toBe(0)
    const progress = () => json<ImportView>(manage(shop.apiKey, 'GET', `/api/v1/imports/${id}`))
    // Two runs at once are one: the lease keeps the second out.
    await Promise.all([runScheduled(), runScheduled()])
    while ((await progress()).state !== 'done') await runScheduled()
    expect(await progress()).toMatchObject({ received: 5_600, stored: 5_599, duplicates: 0, rejected: 1, reasons: [{ row: 18 }] })
    expect(await stored(survey)).toBe(5_599)
    expect((await report(survey, '')).total.n).toBe(5_599)
    const waiting = await db.prepare('SELECT count(*) AS n FROM import_chunks').first('n')
    expect(waiting).toBe(0)
  })

  it('refuses what it can not read, and surveys that can not take it', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    expect((await importFile(survey, 'application/json', '{}')).status).toBe(415)
    expect((await importFile('srv_nobody', 'text/csv', 'score\n1')).status).toBe(404)
    const draft = await json<{ id: string }>(manage(shop.apiKey, 'POST', '/api/v1/surveys', { name: 'Draft', metric: 'nps' }))
    expect((await importFile(draft.id, 'text/csv', 'score\n1')).status).toBe(409)
    expect((await manage(shop.apiKey, 'GET', '/api/v1/imports/imp_nobody')).status).toBe(404)
    const broken = await json<ImportView>(importFile(survey, 'text/csv', 'score,comment\n9,"never closed'))
    expect(broken).toMatchObject({ stored: 0, rejected: 1 })
    expect(await stored(survey)).toBe(0)
  })

  it('reads ratings, the text of other and a way to call back', async () => {
    const survey = await publishSurvey(shop, {
      metric: 'csat',
      questions: [
        { id: 'score', type: 'metric', text: 'How was it?', low: '', high: '' },
        { id: 'fit', type: 'rating', points: 5, text: 'How was the fit?', low: '', high: '' },
        {
          id: 'found',
          type: 'choice',
          text: 'How did you find us?',
          choices: [{ id: 'search', text: 'Search' }],
          other: 'Elsewhere',
        },
        { id: 'mail', type: 'contact', channel: 'email', text: 'May we write?', purpose: 'To answer you.' },
      ],
    })
    const csv = 'id,score,fit,found,found.other,mail\n1,4,5,other,A friend,ann@example.com\n2,4,6,search,,\n'
    expect(await (await importFile(survey, 'text/csv', csv)).json()).toMatchObject({
      stored: 1,
      reasons: [{ row: 2, reason: 'fit: a whole number from 1 to 5' }],
    })
    const [item] = (await feed(survey)).items
    expect(item).toMatchObject({ answers: { score: 4, fit: 5, found: 'other', 'found.other': 'A friend' }, contact: true })
    expect(JSON.stringify(item)).not.toContain('ann@example.com')
    const { contacts } = await json<{ contacts: object[] }>(manage(shop.apiKey, 'GET', `/api/v1/responses/${item?.id}/contacts`))
    expect(contacts).toMatchObject([{ question: 'mail', kind: 'email', value: 'ann@example.com', purpose: 'To answer you.' }])
  })
})

describe('an import on an unlucky day', () => {
  it('is undone whole, however many slices it takes', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const file = ndjson(Array.from({ length: 2_500 }, (_, i) => ({ id: i, score: i % 11 })))
    const { import: id } = await json<ImportView>(importFile(survey, 'application/x-ndjson', file))
    expect(await stored(survey)).toBe(2_500)
    expect(await json(manage(shop.apiKey, 'DELETE', `/api/v1/imports/${id}`))).toMatchObject({ state: 'undone' })
    expect([await stored(survey), await cells(survey)]).toEqual([0, 0])
  })

  it('loses only the row the database refuses, and holds up no other file', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    // A column whose row no rule foresees: the schema itself is the last one to say no.
    await db.exec(
      "CREATE TRIGGER odd BEFORE INSERT ON responses WHEN NEW.comment = 'odd' BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: odd'); END",
    )
    const rows = Array.from({ length: 5_200 }, (_, i) => ({ id: i, score: i % 11, comment: i === 4_000 ? 'odd' : '' }))
    const { import: id } = await json<ImportView>(importFile(survey, 'application/x-ndjson', ndjson(rows)))
    const progress = () => json<ImportView>(manage(shop.apiKey, 'GET', `/api/v1/imports/${id}`))
    while ((await progress()).state !== 'done') await runScheduled()
    expect(await progress()).toMatchObject({ received: 5_200, stored: 5_199, rejected: 1, reasons: [{ row: 4_001 }] })
    expect(await stored(survey)).toBe(5_199)
    const small = await importFile(
      survey,
      'application/x-ndjson',
      ndjson([
        { id: 'x', score: 1, comment: 'odd' },
        { id: 'y', score: 1 },
      ]),
    )
    expect([small.status, await small.json()]).toMatchObject([200, { stored: 1, rejected: 1, state: 'done' }])
    await db.exec('DROP TRIGGER odd')
  })

  it('does not bring back what was erased', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const file = ndjson([
      { id: 'a', score: 1 },
      { id: 'b', score: 2 },
    ])
    await importFile(survey, 'application/x-ndjson', file)
    const { items } = await feed(survey)
    expect((await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${items[0]?.id}`)).status).toBe(204)
    expect(await json(importFile(survey, 'application/x-ndjson', file, '&dryRun=1'))).toMatchObject({ stored: 0, duplicates: 2 })
    expect(await json(importFile(survey, 'application/x-ndjson', file))).toMatchObject({ stored: 0, duplicates: 2 })
    expect(await stored(survey)).toBe(1)
  })

  it('reads what a German spreadsheet writes, and says when a file is not UTF-8', async () => {
    const choices = [
      { id: 'price', text: 'Price' },
      { id: 'size', text: 'Size' },
    ]
    const survey = await publishSurvey(shop, {
      questions: [
        { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
        { id: 'why', type: 'text', text: 'Why?' },
        { id: 'missing', type: 'choices', text: 'What?', choices },
      ],
    })
    const csv = 'id;score;comment;missing\r\n1;9;"gut; schnell";price|size\r\n2;3;zu groß;size\r\n'
    expect(await json(importFile(survey, 'text/csv', csv))).toMatchObject({ stored: 2, rejected: 0 })
    const { items } = await feed(survey)
    expect(items.map(({ comment, answers }) => [comment, answers.missing])).toContainEqual(['gut; schnell', ['price', 'size']])

    const latin1 = new Uint8Array([...new TextEncoder().encode('id,score,comment\n3,9,gr'), 0xfc, 0xdf, 0x0a])
    const refused = await json<ImportView>(importFile(survey, 'text/csv', latin1))
    expect(refused).toMatchObject({ stored: 0, rejected: 1 })
    expect(refused.reasons[0]?.reason).toContain('UTF-8')
    expect(await stored(survey)).toBe(2)
  })

  it('takes the order of a row, and refuses one that does not fit', async () => {
    const survey = await publishSurvey(shop, {})
    const csv =
      'id,score,order.id,order.value,order.currency,order.skus\na,9,1001,59.90,eur,A-1|B-2\nb,8,1002,"59,90",EUR,\nc,7,,,,\n'
    const view = await json<ImportView>(importFile(survey, 'text/csv', csv))
    expect(view).toMatchObject({ stored: 2, rejected: 1, reasons: [{ row: 2 }] })
    expect(view.reasons[0]?.reason).toContain('order.value: a number such as 59.90')
    const { results } = await db
      .prepare('SELECT order_info, traits FROM responses WHERE survey = ? ORDER BY score DESC')
      .bind(survey)
      .all()
    expect(results.map((row) => [JSON.parse(String(row.order_info)), row.traits])).toEqual([
      [{ id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1', 'B-2'] }, '{}'],
      [{}, '{}'],
    ])
  })
})
