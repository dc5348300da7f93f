import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptOrder, readOrder, skusText } from '../../worker/domain/order.ts'

describe('an order in a file', () => {
  it('comes back as it was written, whatever its article numbers look like', () => {
    const sku = fc.oneof(fc.string({ minLength: 1, maxLength: 64 }), fc.constantFrom('|', 'a|b', '["a"]', '[', ',', '"', "'=1"))
    fc.assert(
      fc.property(fc.array(sku, { maxLength: 100 }), (skus) => {
        const order = keptOrder({ id: '1001', value: 59.9, currency: 'EUR', skus })
        const cells = { id: order.id, value: String(order.value), currency: order.currency, skus: skusText(order.skus ?? []) }
        expect(readOrder(order.skus ? cells : { ...cells, skus: undefined })).toEqual({ ok: true, order })
      }),
    )
  })

  it('is refused with the field that does not fit', () => {
    const reason = (cells: object) => readOrder({ ...cells })
    expect(reason({ value: '59,90' })).toMatchObject({ reason: expect.stringContaining('order.value: a number') })
    expect(reason({ value: -1 })).toMatchObject({ reason: expect.stringContaining('order.value') })
    expect(reason({ value: 1e9 })).toEqual({ ok: true, order: { value: 1e9 } })
    expect(reason({ value: 1e9 + 1 })).toMatchObject({ ok: false })
    expect(reason({ currency: 'Euro' })).toMatchObject({ reason: expect.stringContaining('order.currency') })
    expect(reason({ id: 'x'.repeat(129) })).toMatchObject({ reason: expect.stringContaining('order.id') })
    expect(reason({ skus: Array.from({ length: 101 }, (_, i) => `a${i}`).join('|') })).toMatchObject({ ok: false })
    expect(reason({ skus: '["a", {}]' })).toMatchObject({ reason: expect.stringContaining('order.skus') })
    expect(reason({ skus: '[not json' })).toMatchObject({ ok: false })
  })

  it('keeps each product once, and nothing that can not be seen', () => {
    expect(keptOrder({ id: ' \u200b ', skus: ['A-1', ' A-1 ', '\u0000', 'a-1'] })).toEqual({ skus: ['A-1', 'a-1'] })
    expect(keptOrder({})).toEqual({})
    expect(readOrder({})).toEqual({ ok: true, order: {} })
  })
})
