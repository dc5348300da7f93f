import * as z from 'zod'
import { CataloguePage, CatalogueQuery, CatalogueUpload, CatalogueUploadQuery } from '../../contract/catalogue.ts'
import { formatOf, readFile } from '../../domain/import-file.ts'
import { storeCatalogue } from '../../imports/catalogue.ts'
import { problem } from '../../middleware/problem.ts'
import { deleteProducts, listProducts } from '../../store/catalogue.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const file = z.string().describe('The file: a header line, then a product a row')

const list = defineRoute('GET /api/v1/catalogue', {
  summary: 'The catalogue, in the order of its SKUs',
  request: { query: CatalogueQuery },
  responses: { 200: json(CataloguePage) },
})
const upload = defineRoute('POST /api/v1/catalogue', {
  summary: 'Add products from CSV, over those with the same SKU; the body is the file. `dryRun=1` stores nothing',
  description: 'Columns `sku`, `name` and `category`, or what shop systems call them. Up to 100,000 products a site.',
  request: {
    query: CatalogueUploadQuery,
    // Read as a stream by the handler, so nothing of it is parsed before.
    body: { required: false, content: { 'text/csv': { schema: file } } },
  },
  responses: { 200: json(CatalogueUpload, 'Stored') },
})
const clear = defineRoute('DELETE /api/v1/catalogue', {
  summary: 'Delete the whole catalogue; answers keep the SKUs of their orders',
  responses: { 204: { description: 'Done' } },
})

export const catalogueRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid('query')
    const items = await listProducts(c.var.db, c.var.site.id, cursor, limit)
    return c.json({ items, next: items.length === limit ? (items.at(-1)?.sku ?? null) : null }, 200)
  })
  .openapi(upload, async (c) => {
    if (formatOf(c.req.header('Content-Type') ?? '') !== 'csv') return problem(c, { status: 415, detail: 'send text/csv' })
    const body = c.req.raw.body
    if (!body) return problem(c, { status: 400, detail: 'the body is the file, and it is empty' })
    const { dryRun } = c.req.valid('query')
    const view = await storeCatalogue(c.var.db, c.var.site.id, readFile(body, { format: 'csv' }), dryRun !== undefined)
    if (view === 'no-sku')
      return problem(c, { status: 422, errors: [{ pointer: '/sku', detail: 'the file has no such column' }] })
    return c.json(view, 200)
  })
  .openapi(clear, async (c) => {
    await deleteProducts(c.var.db, c.var.site.id)
    return c.body(null, 204)
  })
