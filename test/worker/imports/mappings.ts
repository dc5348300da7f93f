import { describe, expect, it } from 'vitest'
import type { ImportView } from '../../../worker/contract/import.ts'
import { manage, publishSurvey } from '../support/shop.ts'
import { feed, importMapped, mapped, preview, previewAnswer, shop } from './ground.ts'

const columns = { Wann: 'at', Note: 'score', Text: 'comment' } as const

export function mappings(): void {
  describe('a mapping', () => {
    it('reads any file, once however often it comes, and can be undone', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const file = 'Wann,Note,Text,Wer\n2025-03-04,9,Gut,Ann\n2025-03-05,0,,Ben\n'
      const mapping = { columns: { ...columns, Wer: null } }
      expect(await mapped(survey, file, mapping, '&dryRun=1')).toMatchObject({ stored: 2, rejected: 0 })
      expect(await feed(survey)).toEqual([])
      const view = await mapped(survey, file, mapping)
      expect(view).toMatchObject({ stored: 2 })
      expect(await mapped(survey, file, mapping)).toMatchObject({ stored: 0, duplicates: 2 })
      expect((await feed(survey)).map(({ score, traits }) => [score, traits])).toEqual([
        [0, {}],
        [9, {}],
      ])
      await manage(shop.apiKey, 'DELETE', `/api/v1/imports/${view.import}`)
      expect(await feed(survey)).toEqual([])
    })

    it('refuses a date with two meanings by its row, until the order is said', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const file = 'Wann,Note,Text\n03/04/2025,9,a\n25/04/2025,8,b\n,7,c\n'
      const view = await mapped(survey, file, { columns }, '&dryRun=1')
      expect(view).toMatchObject({ stored: 1, rejected: 2 })
      expect(view.reasons).toEqual([
        { row: 1, reason: 'at: “03/04/2025” may be the 3rd of month 4 or the 4th of month 3: say which comes first' },
        { row: 3, reason: 'at: “Wann” is empty' },
      ])
      expect(await mapped(survey, file, { columns, dates: 'dmy' })).toMatchObject({ stored: 2, rejected: 1 })
      expect((await feed(survey)).map(({ day }) => day)).toEqual(['2025-04-25', '2025-04-03'])
    })

    it('refuses scores that look like a shorter scale’s by their rows, until the scale is said', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const file = `Note,Text\n${[5, 4, 3, 5, 1].map((score, i) => `${score},${i}`).join('\n')}`
      const two = { Note: 'score', Text: 'comment' } as const
      const refused = await mapped(survey, file, { columns: two })
      expect(refused).toMatchObject({ stored: 0, rejected: 5 })
      expect(refused.reasons[0]).toEqual({
        row: 1,
        reason: 'score: the file’s scores look like those of a shorter scale than 0 to 10: say which scale they are on',
      })
      const unfit = await importMapped(survey, file, { columns: two, scale: [1, 5] })
      expect([unfit.status, await unfit.json()]).toMatchObject([422, { errors: [{ pointer: '/scale' }] }])
      expect(await mapped(survey, file, { columns: two, scale: [0, 5] })).toMatchObject({ stored: 5 })
      expect((await feed(survey)).map(({ score }) => score).sort((a, b) => Number(a) - Number(b))).toEqual([2, 6, 8, 10, 10])
      const asked = await publishSurvey(shop, { metric: 'nps' })
      expect(await mapped(asked, file, { columns: two, scale: [0, 10] })).toMatchObject({ stored: 5 })
      const csat = await publishSurvey(shop, { metric: 'csat' })
      expect(await mapped(csat, file, { columns: two })).toMatchObject({ stored: 5 })
    })

    it('reads choices by their words, ratings with labels and consents in other languages', async () => {
      const survey = await publishSurvey(shop, {
        metric: 'csat',
        questions: [
          { id: 'score', type: 'metric', text: 'How was it?', low: '', high: '' },
          { id: 'fit', type: 'rating', points: 5, text: 'How was the fit?', low: '', high: '' },
          { id: 'found', type: 'choice', text: 'Found by', choices: [{ id: 'search', text: 'A search' }], other: 'Elsewhere' },
          {
            id: 'bought',
            type: 'choices',
            text: 'Bought',
            choices: [
              { id: 'curtain', text: 'Curtains' },
              { id: 'rug', text: 'Rugs, mats' },
            ],
          },
          { id: 'news', type: 'consent', text: 'News by mail' },
        ],
      })
      const file = `id;How was it?;How was the fit?;Found by;Bought;News by mail
1;4;3 - right;a Search;Curtains;Ja
2;5;;My neighbour;Rugs, mats;nein
3;5;;;Curtains, Lamps;
4;5;9;;;`
      const seen = await preview(survey, file)
      expect(seen.mapping?.columns).toEqual({
        id: 'id',
        'How was it?': 'score',
        'How was the fit?': 'answer.fit',
        'Found by': 'answer.found',
        Bought: 'answer.bought',
        'News by mail': 'answer.news',
      })
      const view = await mapped(survey, file, seen.mapping ?? { columns: {} })
      expect(view.reasons).toEqual([
        { row: 3, reason: 'bought: “Lamps” is none of the choices' },
        { row: 4, reason: 'fit: a whole number from 1 to 5' },
      ])
      const answers = new Map((await feed(survey)).map((item) => [item.externalId, item.answers]))
      expect(answers.get('1')).toMatchObject({ fit: 3, found: 'search', bought: ['curtain'], news: 'yes' })
      expect(answers.get('2')).toMatchObject({ found: 'other', 'found.other': 'My neighbour', bought: ['rug'] })
      expect(answers.get('2')).not.toHaveProperty('news')
    })

    it('takes a long file in the background too, without what it leaves out', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const rows = Array.from({ length: 5_001 }, (_, i) => `2025-03-04,${i % 11},,secret-${i}`)
      const answer = await importMapped(survey, `Wann,Note,Text,Wer\n${rows.join('\n')}`, { columns })
      expect(answer.status).toBe(202)
      expect(await answer.json<ImportView>()).toMatchObject({ state: 'running' })
    })

    it('that can’t be is refused with where and why, before anything is read', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const faults = async (mapping: object | string) => {
        const text = typeof mapping === 'string' ? mapping : JSON.stringify(mapping)
        const answer = await importMapped(survey, 'a,b\n1,2\n', text)
        const { errors } = await answer.json<{ errors: { pointer: string; detail: string }[] }>()
        return [answer.status, ...errors.map(({ pointer, detail }) => `${pointer}: ${detail}`)]
      }
      expect(await faults('{')).toEqual([422, ': the mapping is not JSON, or says a key twice'])
      expect(await faults({ columns: { a: 'score', b: 'score' } })).toEqual([422, '/columns/b: another column is score already'])
      expect(await faults({ columns: { a: 'score', b: 'segment.colour' } })).toEqual([
        422,
        '/columns/b: the site has no such dimension',
      ])
      expect(await faults({ columns: { a: 'score', 'b/c': 'trait.tier' } })).toEqual([
        422,
        '/columns/b~1c: “tier” is a dimension of the site: make it segment.tier',
      ])
      expect(await faults({ columns: { a: 'score', b: 'trait.at' } })).toEqual([
        422,
        '/columns/b: “at” means something else in this survey: choose another name',
      ])
      expect(await faults({ columns: { a: 'answer.size' } })).toEqual([422, '/columns/a: the survey has no such question'])
      expect(await faults({ columns: { a: 'id' } })).toEqual([
        422,
        '/columns: say which column is the score, the comment or an answer',
      ])
      expect((await faults({ columns: { a: 'points' } }))[1]).toContain('/columns/a: id, score, comment')
      expect((await faults({ columns: { a: 'score' }, timeZone: 'Mars' }))[1]).toContain('/timeZone')
      expect((await faults({ columns: { a: 'score' }, order: 'dmy' }))[0]).toBe(422)
    })

    it('doesn’t take a row of an export for a stranger’s', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const view = await mapped(survey, 'id,Note\nrsp_1a2b3c,9\n', { columns: { id: 'id', Note: 'score' } })
      expect(view).toMatchObject({ stored: 0, reasons: [{ reason: expect.stringContaining('import the file as it is') }] })
    })
  })

  describe('a dry run', () => {
    it('tells a hundred refusals, or as many as are asked for', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const file = `Note\n${Array.from({ length: 150 }, () => '11').join('\n')}`
      const mapping = { columns: { Note: 'score' } } as const
      expect((await mapped(survey, file, mapping, '&dryRun=1')).reasons).toHaveLength(100)
      const all = await mapped(survey, file, mapping, '&dryRun=1&reasons=5000')
      expect([all.reasons.length, all.reasons.at(-1)?.row]).toEqual([150, 150])
      expect((await importMapped(survey, file, mapping, '&dryRun=1&reasons=5001')).status).toBe(400)
    })
  })

  describe('a preview', () => {
    it('has one name for every column, however the header repeats itself', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const seen = await preview(survey, `Note,Note,,Note (2),${'x'.repeat(120)}\n9,,a,b,c\n`)
      const names = seen.columns.map(({ name }) => name)
      expect(names.slice(0, 4)).toEqual(['Note', 'Note (2)', 'Column 3', 'Note (2) (2)'])
      expect(names[4]).toBe(`${'x'.repeat(99)}…`)
      const mapping = { columns: { Note: 'score', 'Column 3': 'trait.kind', [names[4] ?? '']: 'trait.last' } } as const
      expect(await mapped(survey, `Note,Note,,Note (2),${'x'.repeat(120)}\n9,,a,b,c\n`, mapping)).toMatchObject({ stored: 1 })
      expect((await feed(survey))[0]?.traits).toEqual({ kind: 'a', last: 'c' })
    })

    it('shortens cells, says what is empty, and writes nothing', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const seen = await preview(survey, `score,text\n0,${'w'.repeat(90)}\n10,\n`)
      expect(seen.columns).toMatchObject([{ samples: ['0', '10'] }, { samples: [`${'w'.repeat(80)}…`] }])
      expect(await preview(survey, '')).toMatchObject({ columns: [], notes: ['The file has no rows.'] })
      expect(await preview(survey, 'a,b\n')).toMatchObject({ columns: [{ name: 'a', samples: [] }, { name: 'b' }] })
      expect(await preview(survey, '{"score":9,"tier":"gold"}\n{"score":1,"why":"Late"}', 'application/x-ndjson')).toMatchObject({
        mapping: { columns: { score: 'score', tier: 'segment.tier', why: 'comment' } },
      })
      expect(await feed(survey)).toEqual([])
    })

    it('reads the start of a longer file and not the row it cuts in two', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const line = `9,"${'é'.repeat(1_000)}"\n`
      const bytes = new TextEncoder().encode(`Note,Text\n${line.repeat(200)}`)
      const whole = 256 * 1024
      const seen = await preview(survey, bytes.slice(0, whole))
      expect(seen).toMatchObject({ encoding: 'utf-8', notes: [] })
      expect((await previewAnswer(survey, bytes.slice(0, whole + 1))).status).toBe(413)
      expect((await previewAnswer('srv_nobody', 'a\n1')).status).toBe(404)
      expect((await previewAnswer(survey, '{}', 'application/json')).status).toBe(415)
    })

    it('says which columns need a word: dates of two meanings, scores of another scale', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const seen = await preview(survey, `created_at,score\n${'03/04/2025,4\n'.repeat(6)}`)
      expect(seen.columns).toMatchObject([
        { dates: 'unclear', shortScale: false },
        { dates: null, shortScale: true },
      ])
      expect(seen.mapping).toEqual({ columns: { created_at: 'at', score: 'score' } })
      expect(seen.notes).toContain('Times without a zone are taken as Europe/Berlin unless you say another.')
    })

    it('survives columns with the names of everybody’s properties', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const seen = await preview(survey, '__proto__,constructor,Note\na,b,9\n')
      expect(seen.columns.map(({ samples }) => samples)).toEqual([['a'], ['b'], ['9']])
      const view = await importMapped(
        survey,
        '__proto__,constructor,Note\na,b,9\n',
        '{"columns":{"constructor":"comment","Note":"score"}}',
      )
      expect(await view.json()).toMatchObject({ stored: 1 })
      expect((await feed(survey))[0]?.comment).toBe('b')
    })
  })
}
