import { describe, expect, it } from 'vitest'
import { db } from '../support/shop.ts'
import { expectStored, post, rowOf, step } from './ground.ts'

export function text(): void {
  describe('text', () => {
    const comment = async (why: string, status = 201) => {
      const one = step({ answers: { why } })
      await expectStored(() => post(JSON.stringify(one)), status)
      return (await rowOf(one.submission))?.comment
    }
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template engine would run.
      '{{7*7}} ${7*7}',
      '</textarea>',
      '&lt;b&gt;',
      'a, "b"\r\nc\u2028d',
    ]
    const formulas = ['=HYPERLINK("https://evil.example")', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '＝1', '"=1', ' =1']

    it.each([...hostile, ...formulas, '\u202edne', '\u2066a\u2069', '👩‍👩‍👧‍👦'])('keeps %j as it is', async (why) => {
      expect(await comment(why)).toBe(why)
    })

    it('removes what a database or a page cannot bear', async () => {
      expect(await comment('ab\u0000cd')).toBe('abcd')
      expect(await comment('a\u0007b\u009fc')).toBe('abc')
      expect(await comment('a\ud800b')).toBe('a\ufffdb')
      expect(await comment('cafe\u0301')).toBe('café')
      expect(Array.from(String(await comment(`e${'\u0301'.repeat(10_000)}`))).length).toBeLessThanOrEqual(9)
      const length = await db.prepare("SELECT length(comment) AS n FROM responses WHERE comment = 'abcd'").first('n')
      expect(length).toBe(4)
    })

    it.each(['', ' ', '\n\t ', '\u200b\u200d\ufeff', '\u00a0\u2003', '\u0000'])('takes %j for no comment', async (why) => {
      expect(await comment(why)).toBe('')
    })

    it('counts 5,000 characters as people do', async () => {
      expect(await comment('x'.repeat(5_000))).toHaveLength(5_000)
      expect(await comment('x'.repeat(5_001), 422)).toBeUndefined()
      expect(await comment('😀'.repeat(5_000))).toHaveLength(10_000)
      expect(await comment('😀'.repeat(5_001), 422)).toBeUndefined()
    })

    it('is not held up by 50,000 spaces', async () => {
      const started = performance.now()
      await comment(`a${' '.repeat(50_000)}b`, 422)
      expect(performance.now() - started).toBeLessThan(1_000)
    })
  })
}
