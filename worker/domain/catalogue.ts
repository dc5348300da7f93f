import type { CatalogueUpload, Product } from '../contract/catalogue.ts'
import { limits } from '../contract/limits.ts'
import type { Cells } from './import-row.ts'
import { cleanText, codePoints, firstCodePoints } from './text.ts'

/** Which column of a file holds what. */
export type CatalogueColumns = CatalogueUpload['columns']

/**
 * How shop systems and spreadsheets call them, letters and digits alone, the surest first: Shopify, WooCommerce, Shopware,
 * Magento, Lightspeed, Google's merchant feed, and the words of English, German, French and Dutch.
 */
const spellings = {
  sku: [
    ...['sku', 'skus', 'variantsku', 'productsku', 'itemsku', 'productnumber', 'articlenumber', 'itemnumber', 'articlecode'],
    ...[
      'artikelnummer',
      'artikelnr',
      'artnr',
      'artikelcode',
      'produktnummer',
      'productnummer',
      'bestellnummer',
      'reference',
      'référence',
    ],
    ...['articleid', 'productid', 'itemid', 'offerid', 'productcode', 'itemcode', 'variantid', 'id', 'gid'],
  ],
  name: [
    ...['name', 'productname', 'itemname', 'articlename', 'title', 'producttitle', 'itemtitle', 'gtitle'],
    ...[
      'bezeichnung',
      'artikelbezeichnung',
      'produktname',
      'artikelname',
      'titel',
      'naam',
      'productnaam',
      'artikelnaam',
      'nom',
      'titre',
    ],
    ...['product', 'produkt', 'artikel', 'article', 'item', 'description', 'beschreibung'],
  ],
  category: [
    ...['category', 'categories', 'productcategory', 'productcategories', 'categoryname', 'categorypath'],
    ...[
      'kategorie',
      'kategorien',
      'produktkategorie',
      'warengruppe',
      'categorie',
      'categorieen',
      'categorieën',
      'catégorie',
      'catégories',
      'productgroep',
    ],
    ...['producttype', 'gproducttype', 'type', 'googleproductcategory', 'department', 'collection', 'group', 'productgroup'],
  ],
} as const

/** Finds the columns by their names, whatever their case, spaces and punctuation. */
export function catalogueColumns(header: readonly string[]): CatalogueColumns {
  const columnOf = (names: readonly string[]) =>
    names.flatMap((name) => header.find((column) => plainName(column) === name) ?? [])[0] ?? null
  return { sku: columnOf(spellings.sku), name: columnOf(spellings.name), category: columnOf(spellings.category) }
}

const plainName = (column: string) =>
  column
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

export type ProductResult = { ok: true; product: Product } | { ok: false; reason: string }

/** A row as a product. A name or category that is too long is cut; a SKU is a key, and refused. */
export function readProduct(columns: CatalogueColumns, cells: Cells): ProductResult {
  const text = (column: string | null) => cleanText(String((column && cells[column]) ?? '')).trim()
  const sku = text(columns.sku)
  if (sku === '') return { ok: false, reason: 'no SKU' }
  if (codePoints(sku) > limits.sku) return { ok: false, reason: `SKU: at most ${limits.sku} characters` }
  return {
    ok: true,
    product: {
      sku,
      name: firstCodePoints(text(columns.name), limits.productName),
      category: firstCodePoints(text(columns.category), limits.productCategory),
    },
  }
}
