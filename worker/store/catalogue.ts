import type { Product } from '../contract/catalogue.ts'
import type { Db } from './db.ts'

/** A page in the order of the SKUs, after one. */
export async function listProducts(db: Db, site: string, after: string | undefined, limit: number): Promise<Product[]> {
  let page = db.query.selectFrom('products').select(['sku', 'name', 'category']).where('site', '=', site)
  if (after !== undefined) page = page.where('sku', '>', after)
  return await page.orderBy('sku').limit(limit).execute()
}

export async function countProducts(db: Db, site: string): Promise<number> {
  const row = await db.query
    .selectFrom('products')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('site', '=', site)
    .executeTakeFirstOrThrow()
  return row.n
}

/** Which of the SKUs the catalogue has. */
export async function findSkus(db: Db, site: string, skus: readonly string[]): Promise<string[]> {
  const found = await db.d1
    .prepare('SELECT sku FROM products WHERE site = ? AND sku IN (SELECT value FROM json_each(?))')
    .bind(site, JSON.stringify(skus))
    .all<{ sku: string }>()
  return found.results.map(({ sku }) => sku)
}

/** Puts products in, over those with the same SKU. */
export async function replaceProducts(db: Db, site: string, products: readonly Product[]): Promise<void> {
  await db.d1
    .prepare(
      `INSERT INTO products (site, sku, name, category)
       SELECT ?1, value ->> 'sku', value ->> 'name', value ->> 'category' FROM json_each(?2) WHERE true
       ON CONFLICT DO UPDATE SET name = excluded.name, category = excluded.category`,
    )
    .bind(site, JSON.stringify(products))
    .run()
}

export async function deleteProducts(db: Db, site: string): Promise<void> {
  await db.query.deleteFrom('products').where('site', '=', site).execute()
}
