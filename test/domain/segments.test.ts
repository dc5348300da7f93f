import { describe, expect, it } from 'vitest'
import { deviceOf } from '../../worker/domain/device.ts'
import { canonicalSegments, localeOf, segmentSetId, segmentsOf } from '../../worker/domain/segments.ts'
import { readTraits } from '../../worker/domain/traits.ts'

const here = { touchpoint: 'checkout', device: 'mobile', language: 'de', country: '', source: 'widget' }

describe('segments', () => {
  it('are the declared dimensions that have a value', () => {
    expect(segmentsOf(['touchpoint', 'country', 'tier', 'age'], here, { tier: 'gold', secret: 'x' })).toEqual({
      touchpoint: 'checkout',
      tier: 'gold',
    })
    expect(segmentsOf([], here, { tier: 'gold' })).toEqual({})
  })

  it('can not be forged by a trait with a built-in name, nor read from a prototype', () => {
    expect(segmentsOf(['device'], here, { device: 'toaster' })).toEqual({ device: 'mobile' })
    expect(segmentsOf(['constructor', 'toString', 'valueOf'], here, {})).toEqual({})
  })

  it('take numbers and yes or no as text, and long text cut', () => {
    expect(segmentsOf(['age', 'vip', 'long'], here, { age: 0, vip: false, long: '😀'.repeat(300) })).toEqual({
      age: '0',
      vip: 'false',
      long: '😀'.repeat(256),
    })
    expect(segmentsOf(['tier'], here, { tier: ' gold\u0000 ' })).toEqual({ tier: 'gold' })
    expect(segmentsOf(['tier'], here, { tier: '\u200b' })).toEqual({})
  })

  it('are one set whatever their order', async () => {
    const [one, two] = [canonicalSegments({ b: '1', a: '2' }), canonicalSegments({ a: '2', b: '1' })]
    expect(one).toBe(two)
    expect(await segmentSetId(one)).toBe(await segmentSetId(two))
    expect(await segmentSetId(one)).not.toBe(await segmentSetId(canonicalSegments({ a: '2', b: '2' })))
  })

  it('have an id that a double holds and that is never the total', async () => {
    const ids = await Promise.all(Array.from({ length: 2_000 }, (_, i) => segmentSetId(canonicalSegments({ n: String(i) }))))
    expect(new Set(ids).size).toBe(2_000)
    for (const id of ids) expect(Number.isSafeInteger(id) && id > 0).toBe(true)
  })
})

describe('what a browser says of itself', () => {
  it.each([
    ['', ''],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140', 'desktop'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148', 'mobile'],
    ['Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140 Mobile Safari/537.36', 'mobile'],
    ['Mozilla/5.0 (Linux; Android 15; SM-X710) Chrome/140 Safari/537.36', 'tablet'],
    ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)', 'tablet'],
  ])('%j is %j', (agent, device) => {
    expect(deviceOf(agent)).toBe(device)
  })

  it('a language is a well-formed tag or nothing', () => {
    expect(localeOf('de-at')).toBe('de-AT')
    expect(localeOf('ZH-hant')).toBe('zh-Hant')
    for (const none of ['', '../../etc', 'en_US', 'x'.repeat(1_000), '*']) expect(localeOf(none)).toBe('')
  })
})

describe('traits', () => {
  it('leave out null and keep 0, false and empty text', () => {
    expect(readTraits({ a: null, b: 0, c: false, d: '' })).toEqual({ ok: true, traits: { b: 0, c: false, d: '' } })
    expect(readTraits(undefined)).toEqual({ ok: true, traits: {} })
  })

  it('count characters, not bytes', () => {
    expect(readTraits({ ['é'.repeat(64)]: '😀'.repeat(256) }).ok).toBe(true)
    expect(readTraits({ ['é'.repeat(65)]: 1 }).ok).toBe(false)
    expect(readTraits({ a: '😀'.repeat(257) }).ok).toBe(false)
    expect(readTraits({ '\u0000': 1 }).ok).toBe(false)
  })
})
