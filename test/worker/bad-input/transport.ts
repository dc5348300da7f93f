import { describe, expect, it, vi } from 'vitest'
import { readJsonBody } from '../../../worker/middleware/body.ts'
import { db, send } from '../support/shop.ts'
import { expectStored, headers, post, step } from './ground.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
/** A valid body of exactly this many bytes, filled up with a key of some future widget. */
const filled = (length: number) => {
  const empty = JSON.stringify(step({ filler: '' }))
  return empty.replace('"filler":""', `"filler":"${'x'.repeat(length - empty.length)}"`)
}
const nested = (levels: number) =>
  JSON.stringify(step()).replace('{', `{"deep":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)},`)

export function bodyAndTransport(): void {
  describe('body and transport', () => {
    const cases: [name: string, status: number, send: () => Promise<Response>][] = [
      ['an empty body', 400, () => post('')],
      ['no body', 400, () => post(undefined)],
      ['64 KiB', 201, () => post(filled(65_536))],
      ['64 KiB and a byte', 413, () => post(filled(65_537))],
      [
        'text/plain, as sendBeacon sends',
        201,
        () => post(JSON.stringify(step()), { 'Content-Type': 'text/plain;charset=UTF-8' }),
      ],
      [
        'application/json; charset=utf-8',
        201,
        () => post(JSON.stringify(step()), { 'Content-Type': 'application/json; charset="utf-8"' }),
      ],
      [
        'UTF-16',
        400,
        () => post(new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), { 'Content-Type': 'application/json; charset=utf-16' }),
      ],
      ['UTF-16 that says UTF-8', 400, () => post(new Uint8Array([0x7b, 0, 0x7d, 0]))],
      ['invalid UTF-8 in a string', 400, () => post(new Uint8Array([...bytes('{"a":"'), 0xff, 0xfe, ...bytes('"}')]))],
      ['a content encoding', 415, () => post(JSON.stringify(step()), { 'Content-Encoding': 'gzip' })],
      ['a form', 415, () => post('site=1', { 'Content-Type': 'application/x-www-form-urlencoded' })],
      ['multipart', 415, () => post('--x--', { 'Content-Type': 'multipart/form-data; boundary=x' })],
      ['text/html', 415, () => post(JSON.stringify(step()), { 'Content-Type': 'text/html' })],
      ['a type that only begins right', 415, () => post(JSON.stringify(step()), { 'Content-Type': 'application/json-patch' })],
      ['no content type', 415, () => post(bytes(JSON.stringify(step())), { 'Content-Type': '' })],
      ['8 levels', 201, () => post(nested(8))],
      ['9 levels', 400, () => post(nested(9))],
      ['30,000 levels', 400, () => post(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)],
      ['100,000 levels', 413, () => post(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
      ['JSON and more', 400, () => post(`${JSON.stringify(step())}garbage`)],
      ['NaN', 400, () => post('{"seq":NaN}')],
      ['a comment', 400, () => post(`/* hello */${JSON.stringify(step())}`)],
      ['a raw control character', 400, () => post(JSON.stringify(step()).replace('"seq"', '"s\u0001eq"'))],
      ['half of it', 400, () => post(JSON.stringify(step()).slice(0, -10))],
      ...['null', '[]', '"x"', '5', 'true', '{}'].map((body): [string, number, () => Promise<Response>] => [
        `${body} at the top`,
        400,
        () => post(body),
      ]),
      ['__proto__ at the top', 201, () => post(JSON.stringify(step()).replace('{', '{"__proto__":{"admin":true},'))],
      [
        'constructor.prototype at the top',
        201,
        () => post(JSON.stringify(step({ constructor: { prototype: { admin: true } } }))),
      ],
      ['a key of some future widget', 201, () => post(JSON.stringify(step({ mood: { level: 3 } })))],
    ]
    it.each(cases)('%s: %i', async (_, status, answer) => {
      await expectStored(answer, status)
      expect(({} as { admin?: boolean }).admin).toBeUndefined()
    })

    it('a long stream without a Content-Length is cut off after 64 KiB', async () => {
      let pulled = 0
      const body = new ReadableStream({
        pull(controller) {
          pulled++
          if (pulled > 1_600) controller.close()
          else controller.enqueue(new Uint8Array(65_536).fill(0x20))
        },
      })
      await expectStored(() => send('/v1/responses', { method: 'POST', headers, body }), 413)
      expect(pulled).toBeLessThan(10)
    })

    it('a body that never ends is given up after 10 seconds', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      try {
        const body = new ReadableStream({ start: (controller) => controller.enqueue(bytes('{"site"')) })
        const request = new Request('https://earshot.test/v1/responses', { method: 'POST', headers, body })
        const reading = readJsonBody(request, ['application/json'])
        await vi.advanceTimersByTimeAsync(9_999)
        const stillWaiting = Symbol()
        expect(await Promise.race([reading, stillWaiting])).toBe(stillWaiting)
        await vi.advanceTimersByTimeAsync(1)
        expect(await reading).toMatchObject({ ok: false, refusal: { status: 408 } })
      } finally {
        vi.useRealTimers()
      }
    })

    it.each<[string, object]>([
      ['seq as text', { seq: '1' }],
      ['seq 0', { seq: 0 }],
      ['seq 1.5', { seq: 1.5 }],
      ['seq beyond any widget', { seq: 1e15 }],
      ['version 0', { version: 0 }],
      ['version as text', { version: '1' }],
      ['complete as text', { complete: 'true' }],
      ['answers as a list', { answers: [9] }],
      ['no answers', { answers: undefined }],
      ['a number for the site', { site: 7 }],
      ['a list for the survey', { survey: ['srv_1'] }],
      ['traits as a list', { traits: ['gold'] }],
      ['an object for a trait', { traits: { tier: { $ne: 1 } } }],
    ])('wrong type, %s: 400', async (_, more) => {
      await expectStored(() => post(JSON.stringify(step(more))), 400)
    })

    it.each([
      [
        'as it should be',
        { id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1'] },
        { id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1'] },
      ],
      ['a value as text', { id: '1001', value: '59.90' }, { id: '1001', value: 59.9 }],
      ['a value with its sign', { id: '1001', value: '59,90 €' }, { id: '1001' }],
      ['a value of nothing', { id: '1001', value: '' }, { id: '1001' }],
      ['a value below nothing', { id: '1001', value: -1 }, { id: '1001' }],
      ['a value beyond reason', { id: '1001', value: '9999999999' }, { id: '1001' }],
      ['a value that is endless', { id: '1001', value: 'Infinity' }, { id: '1001' }],
      ['a currency in small letters', { value: 59.9, currency: ' eur ' }, { value: 59.9, currency: 'EUR' }],
      ['a currency in full', { value: 59.9, currency: 'Euro' }, { value: 59.9 }],
      ['an id as a number', { id: 1001, currency: 7 }, { id: '1001' }],
      ['an id of 129 characters', { id: 'x'.repeat(129), value: 1 }, { value: 1 }],
      ['skus as numbers', { skus: [17, 'A-1'] }, { skus: ['17', 'A-1'] }],
      ['skus among nonsense', { skus: ['A-1', null, { id: 1 }, 'x'.repeat(65), ''] }, { skus: ['A-1'] }],
      ['one sku', { id: '1001', skus: 'A-1' }, { id: '1001' }],
      ['no object at all', 'order 1001', {}],
    ])('an order, %s, costs no answer', async (_, order, kept) => {
      const sent = step({ order })
      await expectStored(() => post(JSON.stringify(sent)), 201)
      const row = await db
        .prepare('SELECT order_info FROM responses WHERE submission = ?')
        .bind(sent.submission)
        .first<string>('order_info')
      expect(JSON.parse(row ?? '')).toEqual(kept)
    })
  })
}
