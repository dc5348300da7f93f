import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../worker/domain/json.ts'

describe("strangers' JSON", () => {
  it('reads what JSON.parse reads, without keys said twice', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  it.each(['', '{', '{"a":1}x', 'NaN', '// a\n{}', "{'a':1}", '{"a":1,}', '"\u0001"', 'undefined'])('%j is none', (text) => {
    expect(parseJson(text)).toEqual({ ok: false, fault: 'syntax' })
  })

  it('is at most 8 levels deep', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(parseJson(nested(8)).ok).toBe(true)
    expect(parseJson(nested(9))).toEqual({ ok: false, fault: 'depth' })
    expect(parseJson(`${'{"a":'.repeat(9)}1${'}'.repeat(9)}`)).toEqual({ ok: false, fault: 'depth' })
    expect(parseJson(nested(20_000)).ok).toBe(false)
    expect(parseJson(`["${'['.repeat(100)}"]`).ok).toBe(true)
  })

  it.each([
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '[{"b":{"a":1,"c":[],"a":1}}]',
    '{"__proto__":1,"__proto__":2}',
    '{"a" :1, "a"\n:2}',
  ])('%s says a key twice', (text) => {
    expect(parseJson(text)).toEqual({ ok: false, fault: 'duplicate-key' })
  })

  it.each(['{"a":{"a":1}}', '[{"a":1},{"a":2}]', '{"a":"a","b":"a"}', '{"a":"\\"a\\":1"}', '{"\\\\":1,"\\"":2}'])(
    '%s does not',
    (text) => {
      expect(parseJson(text).ok).toBe(true)
    },
  )
})
