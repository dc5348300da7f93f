import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { highlight } from '../../../dashboard/models/highlight.ts'
import type { Feed, ResponseItem } from '../../../worker/contract/response.ts'
import type { RulesPreview } from '../../../worker/contract/tags.ts'
import { rearmed } from '../../../worker/domain/csv.ts'
import { anotherSurvey, call, drift, feed, forgetTags, makeTag, said } from './ground.ts'

interface Hostile {
  /** What is left of it, where that is something else. */
  stored?: string
  /** Typed into the search box, where that is something else; null where there is nothing to look for in it. */
  asked?: string | null
  /** As a phrase of a rule: what it marks in its own comment, where that is something else; null where it is refused. */
  phrase?: string | null
}

const zalgo = '\u0301'.repeat(10_000)
const word = 'w'.repeat(4_000)
const family = '👩‍👩‍👧‍👦'

/** What stands between "late" and "parcel". */
const texts: Record<string, Hostile> = {
  'ab\u0000cd': { stored: 'abcd', phrase: 'abcd' },
  'a\u0007b\u009fc': { stored: 'abc', phrase: 'abc' },
  'm\ud800n': { stored: 'm\ufffdn', phrase: 'm\ufffdn' },
  '\u202egnp.exe\u202c': { phrase: 'gnp.exe' },
  '\u2066inside\u2069': { phrase: 'inside' },
  [`e${zalgo}`]: { stored: `é${'\u0301'.repeat(8)}`, asked: 'e', phrase: null },
  [word]: { asked: `${word.slice(0, 199)}*`, phrase: null },
  'AND OR NOT': {},
  'NEAR(a, b)': { phrase: null },
  'col:x -y ^z': { phrase: null },
  '"': { asked: null, phrase: null },
  '***': { asked: null, phrase: null },
  "'; DROP TABLE responses; --": { phrase: 'DROP TABLE responses' },
  '%_\\': { asked: null, phrase: null },
  '<img src=x onerror=alert(1)>': { phrase: null },
  '</textarea><script>q</script>': { phrase: 'textarea><script>q</script' },
  '&lt;b&gt;': { phrase: 'lt;b&gt' },
  '{{7*7}} $&': { phrase: null },
  '(a+)+$': { phrase: null },
  '=HYPERLINK("https://evil.example")': { phrase: null },
  'zero\u200bwidth': {},
  'soft\u00adhyphen': {},
  '\u200b\u200d\ufeff': { asked: null, phrase: null },
  [family]: {},
  '❤️ 1️⃣ 🇩🇪': {},
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿': { phrase: '🏴' },
  'pаypаl in сyrillic': {},
  '𝓯𝓪𝓷𝓬𝔂 ｗｉｄｅ': {},
  'ﬁne ㍿ ½': {},
  'متأخر جدًّا 😀 שָׁלוֹם': {},
  '配送が遅い ส่งช้า': {},
  ﾊﾟｰｾﾙ: {},
  'İstanbul ışık Straße': {},
  '﷽': { phrase: null },
  'a\r\nb\u2028c': { phrase: '' },
  '\uffff\ue000': { phrase: null },
}

/** From what is sent to what is tagged, found, exported and shown, one row a text. */
export function hostile(): void {
  describe('hostile text', () => {
    let survey = ''
    let items: ResponseItem[] = []
    const names = Object.keys(texts)
    const keptOf = (text: string) => `late ${texts[text]?.stored ?? text} parcel`

    beforeAll(async () => {
      await forgetTags()
      survey = await anotherSurvey()
      await makeTag({ name: 'Around', rules: [{ any: ['late'], all: ['parcel'], not: [] }] })
      for (const text of names) await said(`late ${text} parcel`, 3, survey)
      items = (await feed({ survey })).reverse()
    })

    it.each(names.map((text, i) => [JSON.stringify(text).slice(0, 60), text, i] as const))(
      '%s is kept, and the words around it are tagged',
      (_name, text, i) => {
        expect(items[i]?.comment).toBe(keptOf(text))
        expect(items[i]?.tags).toMatchObject([{ name: 'Around', source: 'rule', because: ['late', 'parcel'] }])
      },
    )

    it.each(names.map((text, i) => [JSON.stringify(text).slice(0, 60), text, i] as const))(
      '%s is found by itself, and marked where it is found',
      async (_name, text, i) => {
        const { asked = text } = texts[text] ?? {}
        const q = asked ?? text
        const answer = await call('GET', `/api/v1/responses?${new URLSearchParams({ survey, q, limit: '200' })}`)
        expect(answer.status).toBe(asked === null ? 422 : 200)
        if (asked === null) return
        const found = (await answer.json<Feed>()).items
        expect(found.map(({ id }) => id)).toContain(items[i]?.id)
        for (const { comment } of found) {
          const pieces = highlight(comment, q)
          expect(pieces.map((piece) => piece.text).join('')).toBe(comment)
          expect(pieces.some(({ isHit }) => isHit)).toBe(true)
        }
      },
    )

    it.each(names.map((text, i) => [JSON.stringify(text).slice(0, 60), text, i] as const))(
      '%s as a phrase of a rule is taken literally, or refused',
      async (_name, text, i) => {
        const { phrase = text } = texts[text] ?? {}
        const answer = await call('POST', '/api/v1/tags/preview', { rules: [{ any: [text] }] })
        expect(answer.status).toBe(phrase === null ? 422 : 200)
        if (phrase === null) return
        const { matched, samples } = await answer.json<RulesPreview>()
        // A phrase lies within one sentence.
        expect(matched).toBe(phrase === '' ? 0 : 1)
        if (phrase === '') return
        const [sample] = samples
        expect(sample?.response).toBe(items[i]?.id)
        const [[start, end] = [0, 0], ...more] = sample?.marks ?? []
        expect([sample?.comment.slice(start, end), more]).toEqual([phrase, []])
      },
    )

    it('is exported as it is kept, and counted exactly', async () => {
      const kept = names.map(keptOf).sort()
      const file = (ending: string) => call('GET', `/api/v1/exports/responses.${ending}?survey=${survey}`)
      const lines = (await (await file('ndjson')).text()).trim().split('\n')
      expect(lines.map((line) => (JSON.parse(line) as { comment: string }).comment).sort()).toEqual(kept)
      const rows: Record<string, string>[] = parse(await (await file('csv')).text(), { columns: true, bom: true })
      expect(rows.map(({ comment = '' }) => rearmed(comment)).sort()).toEqual(kept)
      expect(await drift(survey)).toEqual([])
    })

    it('holds no suggestion of a tag up', async () => {
      expect((await call('GET', `/api/v1/tags/suggestions?survey=${survey}`)).status).toBe(200)
    })
  })
}
