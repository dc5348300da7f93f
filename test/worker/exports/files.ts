import { describe, expect, it } from 'vitest'
import type { ResponseItem } from '../../../worker/contract/response.ts'
import { db, json, manage, publishSurvey, respond, send } from '../support/shop.ts'
import { canary, download, exportCsv, exportNdjson, questions, score, shop, survey, textOf } from './ground.ts'

export function files(): void {
  describe('an exported file', () => {
    it('is a download under the name of the site that nobody keeps a copy of', async () => {
      const csv = await download('csv')
      expect(csv.status).toBe(200)
      expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
      expect(csv.headers.get('Cache-Control')).toBe('no-store')
      expect(csv.headers.get('Content-Disposition')).toMatch(
        /^attachment; filename="Kase R Us responses \d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''K%C3%A4se%20R%20Us%20responses%20\d{4}-\d\d-\d\d\.csv$/,
      )
      expect((await textOf(csv)).startsWith('\ufeffid,externalId,survey,')).toBe(true)
      const ndjson = await download('ndjson')
      expect(ndjson.headers.get('Content-Type')).toBe('application/x-ndjson')
      expect((await textOf(ndjson)).startsWith('{"id":"rsp_')).toBe(true)
    })

    it('has a row for each response and a column for each thing known of it', async () => {
      const rows = await exportCsv()
      expect(Object.keys(rows[0] ?? {})).toEqual([
        ...['id', 'externalId', 'survey', 'version', 'score', 'category', 'comment', 'tags', 'sentiment'],
        ...['fit', 'missing', 'missing.other', 'answer.trait', 'answer.trait.other', 'answer.day', 'news'],
        ...['segment.touchpoint', 'segment.tier', 'segment.source', 'segment.fit'],
        ...['trait.a;"b,\n', 'trait.constructor', 'trait.orders', 'trait.tier', 'traits'],
        ...['order.id', 'order.value', 'order.currency', 'order.skus'],
        ...['source', 'locale', 'createdAt', 'answeredAt', 'day', 'complete', 'status'],
      ])
      const { items } = await json<{ items: ResponseItem[] }>(
        manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&limit=200`),
      )
      expect(rows.map((row) => row.id)).toEqual(items.map((item) => item.id))
      for (const [i, item] of items.entries()) {
        const { answers, segments, traits } = item
        expect(rows[i]).toMatchObject({
          externalId: '',
          survey,
          version: '1',
          score: item.score === null ? '' : String(item.score),
          category: item.category ?? '',
          comment: item.comment,
          fit: String(answers.fit ?? ''),
          missing: [answers.missing ?? []].flat().join('|'),
          'missing.other': answers['missing.other'] ?? '',
          'answer.trait': answers.trait ?? '',
          'answer.trait.other': answers['trait.other'] ?? '',
          'answer.day': answers.day ?? '',
          news: answers.news ?? '',
          'segment.touchpoint': segments.touchpoint ?? '',
          'segment.tier': segments.tier,
          'segment.source': 'widget',
          'segment.fit': '',
          'trait.constructor': 'true',
          'trait.orders': String(traits.orders),
          traits: '',
          source: 'widget',
          locale: 'de-AT',
          createdAt: item.createdAt,
          answeredAt: item.answeredAt,
          day: item.day,
          complete: String(item.complete),
          status: 'new',
        })
      }
    })

    it('says the same as NDJSON, with numbers and lists', async () => {
      const csv = await exportCsv()
      const objects = await exportNdjson()
      expect(objects).toHaveLength(csv.length)
      for (const [i, object] of objects.entries()) {
        const row = csv[i] ?? {}
        for (const [name, value] of Object.entries(object)) {
          // A list with a bar in it is JSON.
          const list = Array.isArray(value) && (value.some((one) => one.includes('|')) ? JSON.stringify(value) : value.join('|'))
          const text = list === false ? String(value ?? '') : list
          expect(row[name]?.replace(/^'(?=-5$|=|")/, ''), name).toBe(text)
        }
        for (const name of Object.keys(row)) if (row[name] !== '') expect(object).toHaveProperty([name])
      }
    })

    it('keeps a score of 0, and leaves none empty', async () => {
      const zero = (await exportCsv()).filter((row) => row.score === '0')
      expect(zero.map((row) => row.category)).toEqual(Array(zero.length).fill('detractor'))
      expect(zero.length).toBeGreaterThan(0)
      expect((await exportNdjson()).filter((row) => row.score === 0)).toHaveLength(zero.length)
      expect((await exportNdjson()).filter((row) => row.score === null).length).toBeGreaterThan(0)
      expect((await exportCsv()).filter((row) => row.score === '').length).toBeGreaterThan(0)
    })

    it('never has a contact, a submission key, or what is set aside', async () => {
      const set = (column: string, value: number) =>
        db
          .prepare(`UPDATE responses SET ${column} = ?1 WHERE id = (SELECT max(id) FROM responses WHERE survey = ?2)`)
          .bind(value, survey)
      const { submission } = (await db.prepare('SELECT submission FROM responses LIMIT 1').first<{ submission: string }>()) ?? {}
      const before = await exportCsv()
      for (const column of ['test', 'quarantined']) {
        await set(column, 1).run()
        expect((await exportCsv()).map((row) => row.id)).toEqual(before.slice(1).map((row) => row.id))
        await set(column, 0).run()
      }
      for (const ending of ['csv', 'ndjson']) {
        const text = await textOf(await download(ending))
        expect(text).not.toContain(canary)
        expect(text).not.toContain(submission)
      }
    })

    it('has the questions of every version, the present ones first', async () => {
      const first = { id: 'first', type: 'text', text: 'First?' }
      const second = { id: 'second', type: 'rating', points: 5, text: 'Second?', low: '', high: '' }
      const id = await publishSurvey(shop, { questions: [score, questions[4], first] })
      await respond(shop, id, { answers: { score: 0, first: 'Said once' } })
      await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${id}`, { questions: [score, second, questions[4]] })
      await manage(shop.apiKey, 'POST', `/api/v1/surveys/${id}/publish`)
      await respond(shop, id, { version: 2, answers: { score: 1, second: 5 } })
      const rows = await exportCsv(`?survey=${id}`)
      expect(Object.keys(rows[0] ?? {}).slice(9, 11)).toEqual(['second', 'first'])
      expect(rows.map((row) => [row.version, row.second, row.first]).sort()).toEqual([
        ['1', '', 'Said once'],
        ['2', '5', ''],
      ])
    })

    it('has at most 200 columns of traits, and the others in one', async () => {
      const id = await publishSurvey(shop, {})
      for (let i = 0; i < 6; i++) {
        const own = Array.from({ length: 41 }, (_, k) => [`key ${i} ${k}`, k])
        await respond(shop, id, { answers: { score: i }, traits: { ...Object.fromEntries(own), common: '=1' } })
      }
      const rows = await exportCsv(`?survey=${id}`)
      const columns = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('trait.'))
      expect(columns).toHaveLength(200)
      expect(columns[0]).toBe('trait.common')
      for (const row of rows) {
        const named = columns.filter((name) => row[name] !== '').length
        expect(named + Object.keys(JSON.parse(row.traits || '{}')).length).toBe(42)
      }
    })

    it('of nothing is a header, or nothing', async () => {
      const id = await publishSurvey(shop, {})
      expect((await textOf(await download('csv', `?survey=${id}`))).split('\r\n')).toHaveLength(2)
      expect(await textOf(await download('ndjson', `?survey=${id}`))).toBe('')
    })

    it('answers HEAD with the headers alone', async () => {
      const headers = { Authorization: `Bearer ${shop.apiKey}` }
      const answer = await send('/api/v1/exports/responses.csv', { method: 'HEAD', headers })
      expect([answer.status, answer.headers.get('Content-Type'), await answer.text()]).toEqual([
        200,
        'text/csv; charset=utf-8',
        '',
      ])
    })
  })
}
