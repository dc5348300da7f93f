import { describe, expect, it } from 'vitest'
import { expectStored, post, rowOf, shop, step } from './ground.ts'

export function traitsContextTime(): void {
  describe('traits, context and time', () => {
    const stored = async (more: object) => {
      const one = step(more)
      await expectStored(() => post(JSON.stringify(one)), 201)
      return await rowOf(one.submission)
    }
    const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`t${i}`, i]))

    it.each<[string, number, object]>([
      ['50 traits', 201, many(50)],
      ['51 traits', 422, many(51)],
      ['a name of 64 characters', 201, { ['k'.repeat(64)]: 1 }],
      ['a name of 65 characters', 422, { ['k'.repeat(65)]: 1 }],
      ['a name of nothing', 422, { '': 1 }],
      ['a value of 256 characters', 201, { a: 'v'.repeat(256) }],
      ['a value of 257 characters', 422, { a: 'v'.repeat(257) }],
    ])('%s: %i', async (_, status, traits) => {
      await expectStored(() => post(JSON.stringify(step({ traits }))), status)
    })

    it('keeps names that mean something to a program as plain names', async () => {
      const traits = {
        site_id: 'x',
        score: 3,
        constructor: 'c',
        toString: 't',
        hasOwnProperty: 'h',
        // biome-ignore lint/suspicious/noThenProperty: an object with it would pass for a promise.
        then: 'n',
        toJSON: 'j',
        '=1': 1,
        '<b>': true,
      }
      const row = await stored({ traits })
      expect(JSON.parse(String(row?.traits))).toEqual(traits)
      expect(row).toMatchObject({ site: shop.site.id, score: 9 })
    })

    it('is not shaken by a trait called __proto__', async () => {
      const one = step({ traits: { a: 1 } })
      const body = JSON.stringify(one).replace('{"a":1}', '{"__proto__":"x","a":1}')
      await expectStored(() => post(body), 201)
      expect(String((await rowOf(one.submission))?.traits)).toContain('"a":1')
      expect(Object.getPrototypeOf({})).toBe(Object.prototype)
    })

    it('keeps a page address without query and fragment, and nothing that is no web page', async () => {
      const url = async (address: unknown) => (await stored({ context: { url: address } }))?.url
      expect(await url('https://shop.example/cart?token=1&email=a@b.example#x')).toBe('https://shop.example/cart')
      expect(String(await url(`https://shop.example/${'a'.repeat(3_000)}`))).toHaveLength(2_048)
      for (const none of [
        'javascript:alert(1)',
        'data:text/html,x',
        'file:///etc/passwd',
        'cart',
        '',
        7,
        null,
        'x'.repeat(9_000),
      ]) {
        expect(await url(none)).toBe('')
      }
      expect(await url('https://user:secret@shop.example/cart')).toBe('https://shop.example/cart')
    })

    it('takes a language that is none for no language', async () => {
      const locale = async (tag: unknown) => (await stored({ context: { locale: tag } }))?.locale
      expect(await locale('de-at')).toBe('de-AT')
      for (const none of ['../../etc', 'x'.repeat(1_024), 'en_US!', '', 7]) expect(await locale(none)).toBe('')
    })

    const day = 86_400_000
    const berlinDay = (instant: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(instant)

    it('keeps its own time where the client has none that makes sense', async () => {
      for (const times of [
        { answeredAt: Date.UTC(2099, 0, 1), sentAt: Date.UTC(2099, 0, 1) },
        { answeredAt: 0, sentAt: 0 },
        { answeredAt: '2026-02-30', sentAt: 'NaN' },
        { answeredAt: '0', sentAt: 1 },
        { answeredAt: 5, sentAt: 1 },
        { answeredAt: 8.64e15, sentAt: -8.64e15 },
        { answeredAt: 1 },
        { sentAt: 1e308 },
      ]) {
        const before = Date.now()
        const row = await stored({ context: times })
        expect(Number(row?.answered_at)).toBeGreaterThanOrEqual(before)
        expect(Number(row?.answered_at)).toBe(Number(row?.created_at))
        expect(row?.day).toBe(berlinDay(Number(row?.created_at)))
      }
    })

    it('places an answer given offline on its own day, at most 7 days back', async () => {
      // The client's clock is years off; only the difference counts.
      const late = async (days: number) => await stored({ context: { answeredAt: 1e12, sentAt: 1e12 + days * day } })
      const three = await late(3)
      expect(Number(three?.created_at) - Number(three?.answered_at)).toBe(3 * day)
      expect(three?.day).toBe(berlinDay(Number(three?.created_at) - 3 * day))
      for (const days of [8, 4_000, 1e290]) {
        const row = await late(days)
        expect(Number(row?.created_at) - Number(row?.answered_at)).toBe(7 * day)
      }
    })

    it('a respondent that names nobody costs no answer', async () => {
      for (const respondent of [7, 'c_17', [], { id: 7 }, { id: '' }, { id: 'c'.repeat(257) }])
        expect((await stored({ respondent }))?.respondent, JSON.stringify(respondent)).toBe('')
      expect((await stored({ respondent: { id: 'c_17', signature: 7 } }))?.respondent).toBe('c_17')
    })

    it('leaves out context that makes no sense rather than losing the answer', async () => {
      const row = await stored({ context: { touchpoint: 7, source: 'import', locale: {}, url: [] } })
      expect(row).toMatchObject({ score: 9, source: 'widget', locale: '', url: '' })
    })
  })
}
