import type { CatalogueUpload, Product } from '../contract/catalogue.ts'
import { limits } from '../contract/limits.ts'
import { type CatalogueColumns, catalogueColumns, type ProductResult, readProduct } from '../domain/catalogue.ts'
import type { FileRow } from '../domain/import-file.ts'
import { countProducts, findSkus, replaceProducts } from '../store/catalogue.ts'
import type { Db } from '../store/db.ts'
import { slicesOf } from './file.ts'

/** How far an upload is. */
interface Progress {
  upload: CatalogueUpload
  /** SKUs that were there before, or in a row above. */
  known: Set<string>
  /** How many more products the catalogue takes. */
  room: number
}

const noColumns: CatalogueColumns = { sku: null, name: null, category: null }
const full = `a catalogue has at most ${limits.catalogueProducts} products`
const endless = `a file has at most ${limits.catalogueProducts} rows; the rest was not read`

/**
 * Puts a file's products into the site's catalogue, over those with the same SKU: slice by slice, so that what came before a
 * broken end is kept. A dry run says the same and writes nothing. 'no-sku': no column of the file is one of SKUs.
 */
export async function storeCatalogue(
  db: Db,
  site: string,
  file: AsyncIterable<FileRow>,
  dryRun: boolean,
): Promise<CatalogueUpload | 'no-sku'> {
  const upload = { received: 0, stored: 0, replaced: 0, rejected: 0, reasons: [], columns: noColumns }
  const progress: Progress = { upload, known: new Set(), room: limits.catalogueProducts - (await countProducts(db, site)) }
  for await (const rows of slicesOf(bounded(file))) {
    const header = headerOf(rows)
    if (progress.upload.columns.sku === null && header) progress.upload.columns = catalogueColumns(header)
    if (progress.upload.columns.sku === null && header) return 'no-sku'
    const products = await takeSlice(db, site, progress, rows)
    if (!dryRun && products.length > 0) await replaceProducts(db, site, products)
  }
  return progress.upload
}

/** Books the rows and answers what is to be stored of them. */
async function takeSlice(db: Db, site: string, progress: Progress, rows: readonly FileRow[]): Promise<Product[]> {
  const read = rows.map(([row, cells]) => [row, readRow(progress.upload.columns, cells)] as const)
  const skus = read.flatMap(([, result]) => (result.ok ? result.product.sku : []))
  for (const sku of await findSkus(db, site, skus)) progress.known.add(sku)
  const products = new Map<string, Product>()
  for (const [row, result] of read) {
    const product = takeRow(progress, row, result)
    if (product) products.set(product.sku, product)
  }
  return [...products.values()]
}

const readRow = (columns: CatalogueColumns, cells: FileRow[1]): ProductResult =>
  typeof cells === 'string' ? { ok: false, reason: cells } : readProduct(columns, cells)

function takeRow(progress: Progress, row: number, result: ProductResult): Product | undefined {
  const { upload, known } = progress
  const isKnown = result.ok && known.has(result.product.sku)
  const refusal = !result.ok ? result.reason : !isKnown && progress.room <= 0 ? full : undefined
  upload.received++
  if (!result.ok || refusal !== undefined) {
    upload.rejected++
    if (upload.reasons.length < limits.importReasons) upload.reasons.push({ row, reason: refusal ?? '' })
    return
  }
  if (isKnown) upload.replaced++
  else {
    upload.stored++
    progress.room--
    known.add(result.product.sku)
  }
  return result.product
}

/** The names of the columns, which every row that could be read has. */
function headerOf(rows: readonly FileRow[]): string[] | undefined {
  const cells = rows.map(([, cells]) => cells).find((cells) => typeof cells !== 'string')
  return cells && Object.keys(cells)
}

async function* bounded(file: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  for await (const [row, cells] of file) {
    if (row > limits.catalogueProducts) return yield [row, endless]
    yield [row, cells]
  }
}
