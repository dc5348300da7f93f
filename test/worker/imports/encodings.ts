import { describe, expect, it } from 'vitest'
import { publishSurvey } from '../support/shop.ts'
import { feed, mapped, preview, shop } from './ground.ts'

const text = 'Note;Text\r\n9;"schön; wirklich\r\ngrößer"\r\n0;\r\n'

function utf16(little: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length + 1) * 2)
  const view = new DataView(bytes.buffer)
  for (const [at, unit] of [0xfeff, ...Array.from(text, (char) => char.charCodeAt(0))].entries())
    view.setUint16(at * 2, unit, little)
  return bytes
}

/** Latin letters stand at the same numbers in Windows-1252; a euro sign doesn't. */
const western = Uint8Array.from(`${text}10;5 €\r\n`, (char) => (char === '€' ? 0x80 : char.charCodeAt(0)))
const files = {
  'utf-8': new TextEncoder().encode(text),
  'utf-8 with its mark': new TextEncoder().encode(`\ufeff${text}`),
  'utf-16le': utf16(true),
  'utf-16be': utf16(false),
}
const columns = { Note: 'score', Text: 'comment' } as const

export function encodings(): void {
  describe('a file', () => {
    it.each(Object.entries(files))('in %s is read without a word', async (name, file) => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const seen = await preview(survey, file)
      expect(seen).toMatchObject({ encoding: name.split(' ')[0], mapping: { columns } })
      expect(seen.mapping).not.toHaveProperty('encoding')
      expect(await mapped(survey, file, { columns })).toMatchObject({ stored: 2, rejected: 0 })
      expect((await feed(survey)).map(({ score, comment }) => [score, comment])).toEqual(
        expect.arrayContaining([
          [9, 'schön; wirklich\r\ngrößer'],
          [0, ''],
        ]),
      )
    })

    it('that isn’t Unicode is read as Windows-1252 only when that is said, and the preview says it aloud', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const seen = await preview(survey, western)
      expect(seen).toMatchObject({ encoding: 'windows-1252', mapping: { encoding: 'windows-1252' } })
      expect(seen.notes[0]).toContain('Windows-1252')
      const refused = await mapped(survey, western, { columns })
      expect(refused).toMatchObject({ stored: 0, reasons: [{ reason: expect.stringContaining('not UTF-8') }] })
      expect(await mapped(survey, western, { columns, encoding: 'windows-1252' })).toMatchObject({ stored: 3, rejected: 0 })
      expect((await feed(survey)).map(({ comment }) => comment)).toContain('5 €')
    })

    it('with tabs is a table too, and an apostrophe before a formula stays as it was written', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const file = "Note\tText\n9\t'=1+1\n8\ta, b; c\n"
      expect(await mapped(survey, file, { columns })).toMatchObject({ stored: 2 })
      expect((await feed(survey)).map(({ comment }) => comment)).toEqual(expect.arrayContaining(["'=1+1", 'a, b; c']))
    })

    it('with a cell too long loses that row and no other', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const file = `Note,Text\n9,${'w'.repeat(5_000)}\n8,${'w'.repeat(5_001)}\n7,short\n`
      const view = await mapped(survey, file, { columns })
      expect(view).toMatchObject({ stored: 2, reasons: [{ row: 2, reason: 'why: at most 5000 characters' }] })
    })

    it('arriving byte by byte is the same file', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const byte of files['utf-16le']) controller.enqueue(Uint8Array.of(byte))
          controller.close()
        },
      })
      expect(await mapped(survey, body, { columns })).toMatchObject({ stored: 2, rejected: 0 })
    })
  })
}
