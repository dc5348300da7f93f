import { describe, expect, it } from 'vitest'
import type { Feed } from '../../../worker/contract/response.ts'
import { db, json, manage } from '../support/shop.ts'
import { expectAnswer, expectStored, post, rowOf, shop, step, survey } from './ground.ts'

export function surveyAndAnswers(): void {
  describe('survey and answers', () => {
    it('answers the same bytes for unknown sites and surveys, foreign surveys and drafts', async () => {
      const bodies = [
        { survey: 'srv_0000000000000000' },
        { survey: survey.foreign },
        { survey: survey.draft },
        { survey: '' },
        { site: 'pk_0000000000000000' },
        { site: '' },
        { site: shop.site.id },
      ]
      const answers = []
      for (const more of bodies) answers.push(await expectStored(() => post(JSON.stringify(step(more))), 404))
      expect(new Set(answers).size).toBe(1)
    })

    it('says that a closed survey is gone', async () => {
      await expectStored(() => post(JSON.stringify(step({ survey: survey.closed }))), 410)
    })

    const fits: [name: string, status: number, answers: string, more?: () => object][] = [
      ...['11', '-1', '10.5', '1e308', '1e999', '9007199254740993', '"9"', '"9.0"', '[7]', '{"$gt":0}', 'true', '""'].map(
        (score): [string, number, string] => [`score ${score}`, 422, `{"score":${score}}`],
      ),
      ...['0', '10', '9.0', '-0', '1e1', 'null'].map((score): [string, number, string] => [
        `score ${score}`,
        201,
        `{"score":${score}}`,
      ]),
      ['no score', 201, '{}'],
      ['CSAT 0', 422, '{"score":0}', () => ({ survey: survey.csat })],
      ['CSAT 1', 201, '{"score":1}', () => ({ survey: survey.csat })],
      ['CSAT 5', 201, '{"score":5}', () => ({ survey: survey.csat })],
      ['CSAT 6', 422, '{"score":6}', () => ({ survey: survey.csat })],
      ['CES 7', 201, '{"score":7}', () => ({ survey: survey.ces })],
      ['CES 8', 422, '{"score":8}', () => ({ survey: survey.ces })],
      ['a version to come', 422, '{"score":9}', () => ({ version: 2 })],
      ['no version', 201, '{"score":9}', () => ({ version: undefined })],
      ['a question of another survey', 422, '{"delivery":"late"}'],
      ['a question called __proto__, ignored', 201, '{"__proto__":"x"}'],
      ['a question called toString', 422, '{"toString":"x"}'],
      ['two answers to one question', 422, '{"score":9,"score":1}'],
      ['two answers, one escaped', 422, '{"score":9,"\\u0073core":1}'],
      ['an unknown choice', 422, '{"again":"maybe"}'],
      ['a choice of an object', 422, '{"again":{"id":"size"}}'],
      ['a list for a single choice', 422, '{"again":["size"]}'],
      ['text for a multiple choice', 422, '{"missing":"size"}'],
      ['an unknown choice among known ones', 422, '{"missing":["size","other"]}'],
      ['one choice twice', 422, '{"missing":["size","size"]}'],
      ['a number for text', 422, '{"why":9}'],
      ['a list for text', 422, '{"why":["a"]}'],
      ['no choice of several', 201, '{"missing":[]}'],
      ['a required question left out of a first step', 201, '{"score":9}'],
      ['a required question left out at the end', 422, '{"score":9}', () => ({ complete: true })],
      ['a required question taken back', 422, '{"again":null}'],
      ...['1', '5', '5.0', 'null'].map((stars): [string, number, string] => [`rating ${stars}`, 201, `{"stars":${stars}}`]),
      ...['0', '-0', '6', '2.5', '1e308', '"4"', '[4]', 'true', '{"n":4}', '""'].map((stars): [string, number, string] => [
        `rating ${stars}`,
        422,
        `{"stars":${stars}}`,
      ]),
      ['other, where the question has it', 201, '{"how":"other"}'],
      ['other with its text', 201, '{"how":"other","how.other":"A friend"}'],
      ['other among several, where the question lacks it', 422, '{"missing":["size","other"]}'],
      ['other, where the question lacks it', 422, '{"again":"other"}'],
      ['the text of an other that is not there', 422, '{"again":"size","again.other":"x"}'],
      ['the text of an other that nobody chose, dropped', 201, '{"how":"size","how.other":"x"}'],
      ['a list for the text of other', 422, '{"how":"other","how.other":["x"]}'],
      ['5,001 characters for other', 422, `{"how":"other","how.other":"${'x'.repeat(5_001)}"}`],
      ['consent', 201, '{"quote":"yes"}'],
      ['consent taken back', 201, '{"quote":null}'],
      ...['"no"', 'true', '1', '"YES"', '["yes"]', '""'].map((quote): [string, number, string] => [
        `consent ${quote}`,
        422,
        `{"quote":${quote}}`,
      ]),
      ...['"x"', '1', 'true', '""', 'null'].map((note): [string, number, string] => [
        `an answer to a statement, ${note}`,
        422,
        `{"note":${note}}`,
      ]),
      ['an e-mail address', 201, '{"mail":" Ann.Lee+shop@mail.shop.example "}'],
      ['no e-mail address', 201, '{"mail":""}'],
      ...[
        'ann',
        'ann@shop',
        'a@b@shop.example',
        'a b@shop.example',
        'a@shop.example\\r\\nBcc: b@evil.example',
        'a\\u0000@shop.example',
      ].map((mail): [string, number, string] => [`an e-mail address ${mail}`, 422, `{"mail":"${mail}"}`]),
      ['an e-mail address of 255 characters', 422, `{"mail":"${'a'.repeat(242)}@shop.example"}`],
      ['a list for an e-mail address', 422, '{"mail":["a@shop.example"]}'],
      ['a phone number', 201, '{"phone":"+49 (30) 123-456/78"}'],
      ...['12345', '1'.repeat(21), '123456x', 'tel:123456', '123\\u0000456'].map((phone): [string, number, string] => [
        `a phone number ${phone}`,
        422,
        `{"phone":"${phone}"}`,
      ]),
      ['a number for a phone number', 422, '{"phone":123456}'],
    ]
    it.each(fits)('%s: %i', async (_, status, answers, more) => {
      const body = JSON.stringify(step({ answers: 0, ...more?.() })).replace('"answers":0', `"answers":${answers}`)
      const text = await expectStored(() => post(body), status)
      if (status === 422)
        expect(JSON.parse(text).errors[0]).toMatchObject({ pointer: expect.any(String), detail: expect.any(String) })
    })

    it('points at the answer that does not fit', async () => {
      const text = await expectStored(() => post(JSON.stringify(step({ answers: { score: 11, again: 'x', 'a/b~c': 1 } }))), 422)
      expect(JSON.parse(text).errors.map((error: { pointer: string }) => error.pointer)).toEqual([
        '/answers/score',
        '/answers/again',
        '/answers/a~1b~0c',
      ])
    })

    it('stores every score as a whole number', async () => {
      const types = await db.prepare('SELECT DISTINCT typeof(score) AS type FROM responses ORDER BY 1').all<{ type: string }>()
      expect(types.results.map((row) => row.type)).toEqual(['integer', 'null'])
    })

    it('stores ratings and consent as text, and hands ratings out as numbers', async () => {
      const one = step({ answers: { stars: 4, quote: 'yes', how: 'other', 'how.other': '7' } })
      await expectStored(() => post(JSON.stringify(one)), 201)
      const row = await rowOf(one.submission)
      expect(JSON.parse(String(row?.answers))).toEqual({ stars: '4', quote: 'yes', how: 'other' })
      expect(JSON.parse(String(row?.texts))).toEqual({ 'how.other': '7' })
      const { items } = await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses?limit=1'))
      expect(items[0]?.answers).toEqual({ stars: 4, quote: 'yes', how: 'other', 'how.other': '7' })
    })

    it('lets a required question be answered in an earlier step', async () => {
      const first = step({ answers: { again: 'size' } })
      await expectStored(() => post(JSON.stringify(first)), 201)
      await expectAnswer(await post(JSON.stringify({ ...first, seq: 2, complete: true, answers: { score: 9 } })), 201)
      expect(await rowOf(first.submission)).toMatchObject({ complete: 1, score: 9, answers: '{"again":"size"}' })
    })
  })
}
