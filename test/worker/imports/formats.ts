import { describe, expect, it } from 'vitest'
import { db, publishSurvey } from '../support/shop.ts'
import { feed, importAsProposed, preview, shop } from './ground.ts'

/** Whatever the database holds of the survey's responses and of files on their way. */
async function everythingStored(): Promise<string> {
  const tables = ['responses', 'contacts', 'imports', 'import_chunks', 'segment_values', 'segment_sets']
  const results = await db.batch(tables.map((table) => db.prepare(`SELECT * FROM ${table}`)))
  return JSON.stringify(results.map(({ results }) => results))
}

const surveyMonkey = `Respondent ID,Collector ID,Date Created,Date Modified,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend us to a friend or colleague?,What is the main reason for your score?,Which of these did you buy?,,
,,,,,,,,,Response,Open-Ended Response,Curtains,Rugs,Other (please specify)
11800000001,400000001,11/25/2025 02:15:04 PM,11/25/2025 02:16:00 PM,203.0.113.7,ann@shop.example,Ann,Alder,,10 - Extremely likely,"Quick,
and friendly",Curtains,,
11800000002,400000001,12/03/2025 09:00:00 AM,12/03/2025 09:01:00 AM,203.0.113.8,,,,,0 - Not at all likely,,,Rugs,
11800000003,400000001,12/03/2025 09:10:00 AM,12/03/2025 09:12:00 AM,203.0.113.9,,,,,,,,,
`

const typeform = `#,How satisfied are you with the delivery?,What could be better?,order_id,Start Date (UTC),Submit Date (UTC),Network ID
x1a2b3,5,,1001,2025-07-01 21:58:00,2025-07-01 22:30:00,0a1b2c3d4e
x1a2b4,2,Too slow for the price,1002,2025-07-02 10:00:00,2025-07-02 10:01:00,0a1b2c3d4f
`

const delighted = `Response ID,Email,Name,Score,Comment,Created At,Delighted Source,tier,store
5001,ben@shop.example,Ben Birch,9,Lovely,2025-03-04 10:00:00 UTC,Email,gold,Harbour Lane
5002,cat@shop.example,Cat Cedar,0,,1741101255,Email,silver,Harbour Lane
`

const googleForms = `"Timestamp","How easy was it to return your order? ","Anything you want to tell us?","Email Address"
"2025/03/04 3:14:15 PM GMT+2","7","Label was in the box","dan@shop.example"
"2025/03/05 12:05:00 AM GMT+2","1","","eve@shop.example"
`

export function formats(): void {
  describe('a file of a known program', () => {
    it('of SurveyMonkey: two header lines, labels beside scores, times of the account', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const { preview: seen, view } = await importAsProposed(survey, surveyMonkey)
      expect(seen).toMatchObject({ format: 'survey-monkey', name: 'SurveyMonkey', encoding: 'utf-8' })
      expect(seen.columns.map(({ name }) => name).slice(-3)).toEqual([
        'Which of these did you buy?: Curtains',
        'Which of these did you buy?: Rugs',
        'Which of these did you buy?: Other (please specify)',
      ])
      expect(seen.mapping).toEqual({
        columns: {
          'Respondent ID': 'id',
          'Date Created': 'at',
          'How likely is it that you would recommend us to a friend or colleague?': 'score',
          'What is the main reason for your score?': 'comment',
        },
        dates: 'mdy',
      })
      expect(seen.columns.filter(({ personal }) => personal).map(({ name }) => name)).toEqual([
        'IP Address',
        'Email Address',
        'First Name',
        'Last Name',
      ])
      expect(view).toMatchObject({ received: 3, stored: 2, reasons: [{ row: 3, reason: 'neither a score nor a comment' }] })
      const items = await feed(survey)
      expect(items.map(({ externalId, score, comment, day, traits }) => ({ externalId, score, comment, day, traits }))).toEqual([
        { externalId: '11800000002', score: 0, comment: '', day: '2025-12-03', traits: {} },
        { externalId: '11800000001', score: 10, comment: 'Quick,\nand friendly', day: '2025-11-25', traits: {} },
      ])
      expect(await everythingStored()).not.toMatch(/ann@shop|Alder|203\.0\.113/)
    })

    it('of Typeform: times in UTC become the site’s days', async () => {
      const survey = await publishSurvey(shop, { metric: 'csat' })
      const { preview: seen, view } = await importAsProposed(survey, typeform)
      expect(seen.format).toBe('typeform')
      expect(seen.mapping).toEqual({
        columns: {
          '#': 'id',
          'How satisfied are you with the delivery?': 'score',
          'What could be better?': 'comment',
          order_id: 'order.id',
          'Submit Date (UTC)': 'at',
        },
        timeZone: 'UTC',
      })
      expect(view).toMatchObject({ stored: 2, rejected: 0 })
      const [second, first] = await feed(survey)
      expect([first?.day, first?.score, second?.comment]).toEqual(['2025-07-02', 5, 'Too slow for the price'])
      expect(await everythingStored()).not.toContain('0a1b2c3d4e')
    })

    it('of Delighted: properties become traits, those the site declares segments', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const { preview: seen, view } = await importAsProposed(survey, delighted)
      expect(seen.format).toBe('delighted')
      expect(seen.mapping?.columns).toEqual({
        'Response ID': 'id',
        Score: 'score',
        Comment: 'comment',
        'Created At': 'at',
        'Delighted Source': 'trait.Delighted Source',
        tier: 'segment.tier',
        store: 'trait.store',
      })
      expect(view).toMatchObject({ stored: 2, rejected: 0 })
      const items = await feed(survey)
      expect(items.map(({ score, segments }) => [score, segments.tier])).toEqual([
        [0, 'silver'],
        [9, 'gold'],
      ])
      expect(items[0]?.traits).toEqual({ 'Delighted Source': 'Email', store: 'Harbour Lane' })
      expect(await everythingStored()).not.toMatch(/ben@shop|Birch/)
    })

    it('of Google Forms: offsets in the cells count', async () => {
      const survey = await publishSurvey(shop, { metric: 'ces', points: 7 })
      const { preview: seen, view } = await importAsProposed(survey, googleForms)
      expect(seen).toMatchObject({ format: 'google-forms', mapping: { columns: { Timestamp: 'at' } } })
      expect(seen.mapping).not.toHaveProperty('dates')
      expect(view).toMatchObject({ stored: 2, rejected: 0 })
      expect((await feed(survey)).map(({ day, score }) => [day, score])).toEqual([
        ['2025-03-04', 1],
        ['2025-03-04', 7],
      ])
      expect(await everythingStored()).not.toContain('dan@shop')
    })

    it('of a sheet in another language asks for the order of dates that fit both', async () => {
      const survey = await publishSurvey(shop, { metric: 'csat' })
      const sheet =
        'Zeitstempel;Wie zufrieden sind Sie?;Was sollen wir verbessern, und warum?\n03/04/2025 10:00:00;4;Bitte schneller liefern\n'
      const seen = await preview(survey, sheet)
      expect(seen.format).toBe('google-forms')
      expect(seen.columns[0]).toMatchObject({ name: 'Zeitstempel', dates: 'unclear' })
      expect(seen.mapping).toEqual({
        columns: {
          Zeitstempel: 'at',
          'Wie zufrieden sind Sie?': 'score',
          'Was sollen wir verbessern, und warum?': 'comment',
        },
      })
    })

    it('of ours needs no mapping', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const header =
        'id,externalId,survey,version,score,category,comment,traits,source,locale,createdAt,answeredAt,day,complete,status'
      expect(await preview(survey, `\ufeff${header}\r\n`)).toMatchObject({ format: 'earshot', mapping: null })
    })
  })
}
