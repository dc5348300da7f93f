import { describe, expect, it } from 'vitest'
import { attachment } from '../../worker/domain/file-name.ts'

const hostile = [
  'a"; filename="evil.exe',
  'a\r\nSet-Cookie: x=1',
  '../../etc/passwd',
  '..\\..\\boot.ini',
  '=HYPERLINK("x")',
  "it's (really) *odd*!",
  'safe\u202excod.exe',
  'a\u0000b\u007f\u2028c',
  '\ud800',
  '100%25',
  '😀'.repeat(200),
]

describe('the name of a downloaded file', () => {
  it('is the site’s, in ASCII and as it is', () => {
    expect(attachment('Shop', 'responses.csv')).toBe(
      `attachment; filename="Shop responses.csv"; filename*=UTF-8''Shop%20responses.csv`,
    )
    expect(attachment('Käse & Brot', 'x.csv')).toBe(
      `attachment; filename="Kase & Brot x.csv"; filename*=UTF-8''K%C3%A4se%20%26%20Brot%20x.csv`,
    )
    expect(attachment('チーズ', 'x.csv')).toBe(
      `attachment; filename="x.csv"; filename*=UTF-8''%E3%83%81%E3%83%BC%E3%82%BA%20x.csv`,
    )
  })

  it.each([...hostile, '', '   ', '---'])('of a site called %j is one harmless name', (name) => {
    const header = attachment(name, 'x.csv')
    const [, ascii = '', encoded = ''] =
      /^attachment; filename="([^"\\/:*?<>|%;]*)"; filename\*=UTF-8''([\w.~%&+$#^`|-]*)$/.exec(header) ?? []
    for (const file of [ascii, decodeURIComponent(encoded)]) {
      expect(file).toMatch(/^[\p{L}\p{N}].*\.csv$/u)
      expect(file).not.toMatch(/[\p{C}\p{Zl}\p{Zp}/\\"]/u)
      expect(Array.from(file).length).toBeLessThanOrEqual(66)
    }
  })
})
