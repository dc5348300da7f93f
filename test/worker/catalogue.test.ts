import { beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueUpload, Product } from '../../worker/contract/catalogue.ts'
import { limits } from '../../worker/contract/limits.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop
let other: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp()
  other = await insertShop('other', ['https://other.example'])
})

const post = (body: BodyInit, { query = '', type = 'text/csv; charset=utf-8', of = shop } = {}) =>
  send(`/api/v1/catalogue${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${of.apiKey}`, 'Content-Type': type },
    body,
  })
const upload = (body: BodyInit, query = '') => json<CatalogueUpload>(post(body, { query }))
const list = (of = shop, query = '') =>
  json<{ items: Product[]; next: string | null }>(manage(of.apiKey, 'GET', `/api/v1/catalogue${query}`))
const clear = (of = shop) => manage(of.apiKey, 'DELETE', '/api/v1/catalogue')

describe('a catalogue', () => {
  it('is filled by a CSV file, whose SKUs replace those that are there', async () => {
    await clear()
    expect(await upload('\ufeffSKU;Title;Product Type\r\nA-1;"Scarf; wool";Wool\r\nB-2;Hat;\r\n')).toEqual({
      received: 2,
      stored: 2,
      replaced: 0,
      rejected: 0,
      reasons: [],
      columns: { sku: 'SKU', name: 'Title', category: 'Product Type' },
    })
    expect(await upload('sku,name\nB-2,Cap\nC-3,Boots\nC-3,Boots again\n')).toMatchObject({ received: 3, stored: 1, replaced: 2 })
    expect((await list()).items).toEqual([
      { sku: 'A-1', name: 'Scarf; wool', category: 'Wool' },
      { sku: 'B-2', name: 'Cap', category: '' },
      { sku: 'C-3', name: 'Boots again', category: '' },
    ])
  })

  it('says row by row what it refuses, and keeps the rest', async () => {
    await clear()
    const rows = Array.from({ length: 600 }, (_, i) => (i % 3 === 0 ? ',nameless' : `S${i},Product ${i}`))
    const view = await upload(`sku,name\n${rows.join('\n')}\n${'x'.repeat(65)},too long\n`)
    expect(view).toMatchObject({ received: 601, stored: 400, replaced: 0, rejected: 201 })
    expect(view.reasons).toHaveLength(limits.importReasons)
    expect(view.reasons.slice(0, 2)).toEqual([
      { row: 1, reason: 'no SKU' },
      { row: 4, reason: 'no SKU' },
    ])
    const broken = await upload('sku,name\nZ-1,Fine\nZ-2,"never closed')
    expect(broken).toMatchObject({ stored: 1, rejected: 1, reasons: [{ row: 2 }] })
  })

  it('says on a dry run what the file would come to, and stores nothing', async () => {
    await clear()
    await upload('sku\nA\n')
    const file = `sku\nA\nB\n\u200b\nB\n${Array.from({ length: 300 }, (_, i) => `N${i}\nN0\n`).join('')}`
    const before = await list()
    const tried = await upload(file, '?dryRun=1')
    expect(tried).toMatchObject({ received: 604, stored: 301, replaced: 302, rejected: 1 })
    expect(await list()).toEqual(before)
    expect(await upload(file)).toEqual(tried)
  })

  it('refuses what is no such file', async () => {
    const refused = await post('price,stock\n1,2\n')
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/sku' }] })
    expect((await post('{"sku":"A"}', { type: 'application/json' })).status).toBe(415)
    expect((await post('', { query: '?dry=1' })).status).toBe(400)
    expect(await upload('sku,name\n')).toMatchObject({ received: 0 })
    const latin1 = new Uint8Array([...new TextEncoder().encode('sku,name\nQ,'), 0xe4, 0x0a])
    expect((await upload(latin1)).reasons[0]?.reason).toContain('UTF-8')
  })

  it('holds so many products and no more', async () => {
    await clear()
    await db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
         INSERT INTO products (site, sku) SELECT ?1, 'full-' || i FROM n`,
      )
      .bind(shop.site.id, limits.catalogueProducts - 1)
      .run()
    expect(await upload('sku\nlast\none more\nlast\nfull-1\n')).toMatchObject({
      stored: 1,
      replaced: 2,
      rejected: 1,
      reasons: [{ row: 2, reason: 'a catalogue has at most 100000 products' }],
    })
    expect((await clear()).status).toBe(204)
    expect((await list()).items).toEqual([])
  })

  it('is read a page at a time', async () => {
    await clear()
    await upload(`sku\n${['b', 'a', 'ä', 'A', "'; --"].join('\n')}\n`)
    const first = await list(shop, '?limit=2')
    expect(first).toMatchObject({ items: [{ sku: "'; --" }, { sku: 'A' }], next: 'A' })
    const second = await list(shop, `?limit=3&cursor=${encodeURIComponent(first.next ?? '')}`)
    expect(second.items.map(({ sku }) => sku)).toEqual(['a', 'b', 'ä'])
    expect((await list(shop, `?limit=3&cursor=${encodeURIComponent('ä')}`)).items).toEqual([])
    expect((await manage(shop.apiKey, 'GET', '/api/v1/catalogue?q=wool')).status).toBe(400)
  })

  it('is one site’s alone', async () => {
    await clear()
    await upload('sku,name\nA,Ours\n')
    expect(await json<CatalogueUpload>(post('sku,name\nA,Theirs\n', { of: other }))).toMatchObject({ stored: 1 })
    expect((await list()).items).toEqual([{ sku: 'A', name: 'Ours', category: '' }])
    await clear(other)
    expect((await list()).items).toHaveLength(1)
  })
})
