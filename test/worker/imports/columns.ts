import { describe, expect, it } from 'vitest'
import type { Report } from '../../../worker/contract/report.ts'
import { json, manage, publishSurvey } from '../support/shop.ts'
import { feed, importAsProposed, importMapped, mapped, preview, shop } from './ground.ts'

const bought = {
  id: 'bought',
  type: 'choices',
  text: 'Which of these did you buy?',
  choices: [
    { id: 'curtain', text: 'Curtains' },
    { id: 'rug', text: 'Rugs' },
  ],
}
const score = { id: 'score', type: 'metric', text: 'How satisfied were you?', low: '', high: '' }
const columns = ['Curtains', 'Rugs', 'Other (please specify)'].map((part) => `${bought.text}: ${part}`)
const surveyMonkey = (rows: string) => `Respondent ID,Collector ID,Date Created,How satisfied were you?,${bought.text},,
,,,Response,Curtains,Rugs,Other (please specify)
${rows}`

/** What takes more than one column, and columns that only some files have. */
export function furtherColumns(): void {
  describe('a question with several answers', () => {
    it('has a column for each of them in SurveyMonkey’s files, which become one answer', async () => {
      const survey = await publishSurvey(shop, { metric: 'csat', questions: [score, { ...bought, other: 'Something else' }] })
      const file = surveyMonkey(`1,4,11/25/2025 02:15:04 PM,Very satisfied,Curtains,Rugs,
2,4,11/25/2025 02:15:04 PM,Satisfied,,Rugs,"A mirror, and a lamp"
3,4,11/25/2025 02:15:04 PM,2,,,
4,4,11/25/2025 02:15:04 PM,Delighted,,,
`)
      const { preview: seen, view } = await importAsProposed(survey, file)
      expect(seen.mapping?.columns).toEqual({
        'Respondent ID': 'id',
        'Date Created': 'at',
        'How satisfied were you?': 'score',
        ...Object.fromEntries(columns.map((column) => [column, 'answer.bought'])),
      })
      const reason = 'score: “Delighted” is no whole number, and not among the words of a scale that is known'
      expect(view).toMatchObject({ stored: 3, reasons: [{ row: 4, reason }] })
      expect(
        (await feed(survey)).map((item) => [item.externalId, item.score, item.answers.bought, item.answers['bought.other']]),
      ).toEqual([
        ['3', 2, undefined, undefined],
        ['2', 4, ['rug', 'other'], 'A mirror, and a lamp'],
        ['1', 5, ['curtain', 'rug'], undefined],
      ])
      const report = await json<Report>(
        manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/report?from=2025-11-01&to=2025-11-30`),
      )
      expect(report.questions.bought).toMatchObject({ answered: 2, counts: { curtain: 1, rug: 2, other: 1 } })
    })

    it('is read from crosses too, and leaves out what it doesn’t offer', async () => {
      const survey = await publishSurvey(shop, { metric: 'csat', questions: [score, bought] })
      const seen = await preview(survey, surveyMonkey('1,4,11/25/2025 02:15:04 PM,5,1,0,A mirror\n'))
      expect(Object.keys(seen.mapping?.columns ?? {})).not.toContain(columns[2])
      const file = `id,S,${columns[0]},${columns[1]}\na,5,x,0\nb,4,no,Yes\nc,3,1,1\nd,1,Lamps,\n`
      const meanings = { id: 'id', S: 'score', [`${columns[0]}`]: 'answer.bought', [`${columns[1]}`]: 'answer.bought' }
      const view = await mapped(survey, file, { columns: meanings })
      expect(view).toMatchObject({ stored: 3, reasons: [{ row: 4, reason: 'bought: “Lamps” is none of the choices' }] })
      const answers = Object.fromEntries((await feed(survey)).map(({ externalId, answers }) => [externalId, answers.bought]))
      expect(answers).toEqual({ a: ['curtain'], b: ['rug'], c: ['curtain', 'rug'] })
    })

    it('is the only kind that may have two columns', async () => {
      const choice = { ...bought, id: 'first', type: 'choice' }
      const survey = await publishSurvey(shop, { metric: 'csat', questions: [score, choice] })
      const refused = await importMapped(survey, 'a,b\nRugs,Rugs\n', { columns: { a: 'answer.first', b: 'answer.first' } })
      expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ pointer: '/columns/b' }] }])
    })
  })

  describe('orders and tags', () => {
    it('are columns of their own in a mapping, proposed by their names', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const file = `Score;Order number;Order value;Currency;SKUs;Tags
9;1001;1.234,50 €;eur;A-1, A-2;"late parcel; returns"
8;1002;1.234;EUR;;
7;1003;;;A-3;"late parcel, courier"
`
      const seen = await preview(survey, file)
      expect(seen.mapping?.columns).toEqual({
        Score: 'score',
        'Order number': 'order.id',
        'Order value': 'order.value',
        Currency: 'order.currency',
        SKUs: 'order.skus',
        Tags: 'tags',
      })
      const view = await mapped(survey, file, { columns: seen.mapping?.columns ?? {} })
      expect(view).toMatchObject({
        stored: 2,
        reasons: [{ row: 2, reason: 'order.value: “1.234” is no amount, or can be read both ways' }],
      })
      const exported = await manage(shop.apiKey, 'GET', `/api/v1/exports/responses.ndjson?survey=${survey}`)
      const rows = (await exported.text()).trim().split('\n')
      const orders = rows.map((row) => Object.entries(JSON.parse(row)).filter(([name]) => name.startsWith('order.')))
      expect(orders.map((order) => Object.fromEntries(order))).toEqual([
        { 'order.id': '1003', 'order.skus': ['A-3'] },
        { 'order.id': '1001', 'order.value': 1234.5, 'order.currency': 'EUR', 'order.skus': ['A-1', 'A-2'] },
      ])
      expect((await feed(survey)).map(({ tags }) => tags.map(({ name }) => name).sort())).toEqual([
        ['courier', 'late parcel'],
        ['late parcel', 'returns'],
      ])
    })

    it('can’t be written by a trait of that name', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      for (const meaning of ['trait.tags', 'trait.order.value'])
        expect((await importMapped(survey, 'a,b\n9,x\n', { columns: { a: 'score', b: meaning } })).status).toBe(422)
    })
  })
}
