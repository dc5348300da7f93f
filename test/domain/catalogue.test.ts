import { describe, expect, it } from 'vitest'
import { catalogueColumns, readProduct } from '../../worker/domain/catalogue.ts'

describe('the columns of a catalogue', () => {
  it.each([
    ['our own', ['sku', 'name', 'category'], ['sku', 'name', 'category']],
    ['Shopify', ['Handle', 'Title', 'Vendor', 'Type', 'Variant SKU'], ['Variant SKU', 'Title', 'Type']],
    ['WooCommerce', ['ID', 'Type', 'SKU', 'Name', 'Categories'], ['SKU', 'Name', 'Categories']],
    ['Google', ['id', 'title', 'g:product_type', 'price'], ['id', 'title', 'g:product_type']],
    ['German', ['Artikel-Nr.', 'Bezeichnung', 'Warengruppe'], ['Artikel-Nr.', 'Bezeichnung', 'Warengruppe']],
    ['Dutch', ['Artikelcode', 'Naam', 'Categorieën'], ['Artikelcode', 'Naam', 'Categorieën']],
    [
      'French, decomposed',
      ['Re\u0301fe\u0301rence', 'Nom', 'Cate\u0301gorie'],
      ['Re\u0301fe\u0301rence', 'Nom', 'Cate\u0301gorie'],
    ],
    ['capitals and spaces', [' PRODUCT  SKU ', 'Product Name'], [' PRODUCT  SKU ', 'Product Name', null]],
    ['none', ['price', 'stock'], [null, null, null]],
  ])('are found as %s calls them', (_, header, [sku = null, name = null, category = null]) => {
    expect(catalogueColumns(header)).toEqual({ sku, name, category })
  })
})

describe('a row of a catalogue', () => {
  const columns = { sku: 'sku', name: 'name', category: 'category' }

  it('is a product, cleaned, with a name and a category cut to their length', () => {
    expect(readProduct(columns, { sku: ' A-1\u0000 ', name: 'é'.repeat(201), category: 'c'.repeat(101) })).toEqual({
      ok: true,
      product: { sku: 'A-1', name: 'é'.repeat(200), category: 'c'.repeat(100) },
    })
    expect(readProduct({ ...columns, name: null }, { sku: 'A-1' })).toEqual({
      ok: true,
      product: { sku: 'A-1', name: '', category: '' },
    })
  })

  it('is refused without a SKU, or with one no order can have', () => {
    expect(readProduct(columns, { sku: ' \u200b', name: 'Scarf' })).toEqual({ ok: false, reason: 'no SKU' })
    expect(readProduct(columns, { sku: 'x'.repeat(64) })).toMatchObject({ ok: true })
    expect(readProduct(columns, { sku: 'x'.repeat(65) })).toEqual({ ok: false, reason: 'SKU: at most 64 characters' })
  })
})
