import { describe, expect, it } from 'vitest'
import { rearmed } from '../../../worker/domain/csv.ts'
import { publishSurvey, respond } from '../support/shop.ts'
import { download, exportCsv, parseCsv, shop, textOf } from './ground.ts'

const formulas = [
  '=HYPERLINK("https://evil.example")',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '"=1',
  "'=1",
  ' =1',
  '－1',
  "=cmd|' /C calc'!A0",
]
const awkward = [
  'a, "b"\r\nc\u2028d',
  '"',
  '""',
  "'",
  "'quoted'",
  ';;;;;;;;;;;;;;;;;;;;;;;;;;',
  'a\nb',
  '\u202edne\u2066x\u2069',
  '👩‍👩‍👧‍👦',
  '<script>alert(1)</script>',
  '\\',
  '\\"',
  'null',
  '{}',
  '0',
  '-0',
  '1e9',
]

export function hostile(): void {
  describe('hostile text', () => {
    it('comes back unchanged from every kind of cell, and no cell is a formula', async () => {
      const survey = await publishSurvey(shop, {
        questions: [
          { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
          { id: 'why', type: 'text', text: 'Why?' },
          { id: 'note', type: 'text', text: 'Anything else?' },
          { id: 'found', type: 'choice', text: 'How?', choices: [{ id: 'ad', text: 'Ad' }], other: 'Else' },
        ],
      })
      const texts = [...formulas, ...awkward]
      for (const text of texts) {
        const answers = { score: 0, why: text, note: text, found: 'other', 'found.other': text }
        const answer = await respond(shop, survey, { answers, traits: { [text]: text, fixed: text, tier: text, minus: -5 } })
        expect(answer.status).toBe(201)
      }
      const rows = await exportCsv(`?survey=${survey}`)
      const seen = (column: string) => rows.map((row) => rearmed(row[column] ?? '')).sort()
      // A segment's value is trimmed before it is counted.
      for (const column of ['comment', 'note', 'found.other', 'trait.fixed', 'segment.tier'])
        expect(seen(column), column).toEqual((column === 'segment.tier' ? texts.map((text) => text.trim()) : texts).toSorted())
      for (const text of texts)
        expect(
          rows.some((row) => rearmed(row[`trait.${text}`] ?? '') === text),
          text,
        ).toBe(true)
      expect(new Set(seen('trait.minus'))).toEqual(new Set(['-5']))

      const file = await textOf(await download('csv', `?survey=${survey}`))
      for (const row of parseCsv(file)) {
        for (const [column, cell] of Object.entries(row)) {
          if (column === 'trait.minus') continue
          expect(column).not.toMatch(/^['"\s]*[=+\-@\t\r\0＝＋－＠]/)
          expect(cell).not.toMatch(/^["\s]*[=+\-@\t\r\0＝＋－＠]/)
        }
      }
    })
  })
}
