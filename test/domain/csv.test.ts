import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, disarmed, rearmed } from '../../worker/domain/csv.ts'

const dangerous = [
  '=1',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\u0000=1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  '"=1',
  "'=1",
  ' =1',
  '"\' +1',
  '\tx',
  '\rx',
]
const harmless = ['', ' ', 'a=1', '5-3', "'quoted'", '"quoted"', '😀=1', '\u202e=1', '1', '–dash', '\n']

describe('a cell', () => {
  it.each(dangerous)('%j gets one apostrophe, and loses just that one', (text) => {
    expect(disarmed(text)).toBe(`'${text}`)
    expect(rearmed(disarmed(text))).toBe(text)
  })

  it.each(harmless)('%j stays as it is, both ways', (text) => {
    expect(disarmed(text)).toBe(text)
    expect(rearmed(text)).toBe(text)
  })

  it('comes back as it was, whatever it is', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...`='"+-@\t\r\n\0＝ ,;|a1é😀\u2028\u202e`), maxLength: 8 })
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 2, maxLength: 5 }), (texts) => {
        const [cells = []] = parse(csvLine(texts), { record_delimiter: '\r\n' })
        expect(cells.map(rearmed)).toEqual(texts)
        for (const cell of cells) expect(cell).not.toMatch(/^["\s]*[=+\-@\t\r\0＝＋－＠]/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('leaves numbers and truths alone, and joins lists', () => {
    expect(csvLine([0, -5, 1e21, true, null, undefined, ['a', 'b'], [], ''])).toBe('0,-5,1e+21,true,,,a|b,,\r\n')
  })

  it('is quoted where a reader could split it', () => {
    expect(csvLine(['a,b', 'a;b', 'a\tb', 'a"b', 'a\nb', ' a', 'a '])).toBe('"a,b","a;b","a\tb","a""b","a\nb"," a","a "\r\n')
  })
})
