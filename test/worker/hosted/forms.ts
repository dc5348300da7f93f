import { describe, expect, it } from 'vitest'
import { openPage, press } from '../support/hosted.ts'
import { send } from '../support/shop.ts'
import { branching, rows, survey } from './ground.ts'

/** What a survey's own page takes as the form it drew. */
export function forms(): void {
  describe('the forms', () => {
    const post = (init: RequestInit, path = `/s/${survey}`) => send(path, { method: 'POST', ...init })
    const form = 'application/x-www-form-urlencoded'
    const key = '01935b5e-0000-7000-8000-000000000001'
    const good = `submission=${key}&version=1&asked=score&score=9`

    it.each<[string, RequestInit, number]>([
      ['JSON', { headers: { 'Content-Type': 'application/json' }, body: '{}' }, 415],
      ['a file', { headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x--' }, 415],
      ['something compressed', { headers: { 'Content-Type': form, 'Content-Encoding': 'gzip' }, body: good }, 415],
      ['nothing', { headers: { 'Content-Type': form } }, 400],
      ['no submission', { headers: { 'Content-Type': form }, body: 'version=1&asked=score&score=9' }, 400],
      ['a submission that is no key', { headers: { 'Content-Type': form }, body: good.replace(key, 'one') }, 400],
      ['no version', { headers: { 'Content-Type': form }, body: good.replace('version=1', 'version=x') }, 400],
      ['a version there isn’t', { headers: { 'Content-Type': form }, body: good.replace('version=1', 'version=99') }, 404],
      ['bytes that are no text', { headers: { 'Content-Type': form }, body: `${good}&why=%ff` }, 400],
      ['more than 64 KiB', { headers: { 'Content-Type': form }, body: `${good}&why=${'x'.repeat(65_536)}` }, 413],
      ['no question', { headers: { 'Content-Type': form }, body: good.replace('asked=score', 'asked=none') }, 200],
      ['another site’s page', { headers: { 'Content-Type': form, Origin: 'https://evil.example' }, body: good }, 403],
      ['no origin', { headers: { 'Content-Type': form, Origin: 'null' }, body: good }, 403],
    ])('with %s answer as they should and store nothing', async (_, init, status) => {
      expect((await post(init)).status).toBe(status)
      expect(await rows()).toEqual([])
    })

    it('cleans, cuts and redacts what is typed as every other way in does', async () => {
      const type = async (why: string) => {
        const second = await press(await openPage(`/s/${survey}`), { score: '9' })
        return await press(second, { why })
      }
      await type('ab\u0000cd, write to ann@shop.example')
      expect(await rows()).toMatchObject([{ comment: 'abcd, write to [e-mail]' }])
      const before = await rows()
      expect((await type('x'.repeat(5001))).status).toBe(422)
      expect((await rows()).map(({ comment }) => comment)).toEqual([before[0]?.comment, ''])
      const shown = await type('"><img src=x onerror=alert(1)>')
      expect(shown.status).toBe(200)
    })

    it('show exactly what was typed, whatever it is', async () => {
      const evil = '"><script>alert(1)</script>&lt;'
      const contact = await press(await press(await openPage(`/s/${branching}`), { score: '2' }), { missing: 'size' })
      const again = await press(contact, { mail: evil })
      expect(again.status).toBe(422)
      expect(again.html).not.toContain('<script>')
      expect(again.html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;')
    })
  })
}
