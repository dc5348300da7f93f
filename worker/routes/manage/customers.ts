import type { Context } from 'hono'
import * as z from 'zod'
import { Customer, CustomerParams, PutCustomer, Upload, UploadQuery } from '../../contract/customer.ts'
import { readAttributes, readCustomer, readCustomerOrder } from '../../domain/customers.ts'
import { type FileRow, formatOf, readFile } from '../../domain/import-file.ts'
import { takeUpload } from '../../imports/customers.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { deleteCustomer, findCustomer, saveCustomers, saveOrders } from '../../store/customers.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const rows = z.string().describe('The file: a row or a line for each')
// Read as a stream by the handler, so nothing of it is parsed before.
const fileBody = { required: false, content: { 'text/csv': { schema: rows }, 'application/x-ndjson': { schema: rows } } }

const get = defineRoute('GET /api/v1/customers/{customer}', {
  summary: 'What the shop has told of a customer',
  request: { params: CustomerParams },
  responses: { 200: json(Customer) },
})
const put = defineRoute('PUT /api/v1/customers/{customer}', {
  summary: 'Tell what is known of a customer: attributes that are declared dimensions segment their responses',
  description:
    'Null takes an attribute back; those not named stay. They hold since `at`, or from now on where it isn’t said, and the first ever told without it since always. Earlier responses, of a year at most, follow within minutes, and reports say so.',
  request: { params: CustomerParams, body: body(PutCustomer) },
  responses: { 200: json(Customer) },
})
const remove = defineRoute('DELETE /api/v1/customers/{customer}', {
  summary: 'Forget what the shop has told of a customer, orders among it; responses stay as they were counted',
  request: { params: CustomerParams },
  responses: { 204: { description: 'Done' } },
})
const upload = defineRoute('POST /api/v1/customers', {
  summary:
    'The same of many customers, from CSV or NDJSON: `id`, `at` if it says, any other column an attribute. `dryRun=1` stores nothing',
  request: { query: UploadQuery, body: fileBody },
  responses: { 200: json(Upload) },
})
const uploadOrders = defineRoute('POST /api/v1/orders', {
  summary:
    'Tell of orders, from CSV or NDJSON: `customer`, `order`, `at`, and where known `value` and `currency`. `dryRun=1` stores nothing',
  description: 'An order with an id that the customer has already takes the place of that one.',
  request: { query: UploadQuery, body: fileBody },
  responses: { 200: json(Upload) },
})

export const customerRoutes = manageRouter()
  .openapi(get, async (c) => {
    const found = await findCustomer(c.var.db, c.var.site.id, c.req.valid('param').customer)
    return found ? c.json(found, 200) : problem(c, notFound)
  })
  .openapi(put, async (c) => {
    const { db, now, site } = c.var
    const { customer } = c.req.valid('param')
    const { traits, at } = c.req.valid('json')
    const since = at === undefined ? null : Date.parse(at)
    if (since !== null && (since < 0 || since > now)) return problem(c, notYet)
    const read = readAttributes(customer, traits, since)
    if (!read.ok) return problem(c, { status: 422, errors: [{ pointer: '/traits', detail: read.reason }] })
    await saveCustomers(db, site.id, [read.row], now)
    forgetSite(db, site.key)
    const found = await findCustomer(db, site.id, customer)
    return found ? c.json(found, 200) : problem(c, notFound)
  })
  .openapi(remove, async (c) => {
    const gone = await deleteCustomer(c.var.db, c.var.site.id, c.req.valid('param').customer)
    return gone ? c.body(null, 204) : problem(c, notFound)
  })
  .openapi(upload, async (c) => {
    const { db, now, site } = c.var
    const file = fileOf(c)
    if ('status' in file) return problem(c, file)
    const { dryRun } = c.req.valid('query')
    const taken = await takeUpload(file.rows, {
      read: (cells) => readCustomer(cells, { timeZone: site.timeZone, now }),
      save: (some) => saveCustomers(db, site.id, some, now, dryRun !== undefined),
    })
    forgetSite(db, site.key)
    return c.json(taken, 200)
  })
  .openapi(uploadOrders, async (c) => {
    const { db, now, site } = c.var
    const file = fileOf(c)
    if ('status' in file) return problem(c, file)
    const { dryRun } = c.req.valid('query')
    const taken = await takeUpload(file.rows, {
      read: (cells) => readCustomerOrder(cells, { timeZone: site.timeZone, now }),
      save: (some) => saveOrders(db, site.id, some, dryRun !== undefined),
    })
    return c.json(taken, 200)
  })

const notYet: Refusal = { status: 422, errors: [{ pointer: '/at', detail: 'not in the future' }] }

function fileOf(c: Context<ManageEnv>): { rows: AsyncIterable<FileRow> } | Refusal {
  const format = formatOf(c.req.header('Content-Type') ?? '')
  if (format === null) return { status: 415, detail: 'send text/csv or application/x-ndjson' }
  const stream = c.req.raw.body
  return stream ? { rows: readFile(stream, { format }) } : { status: 400, detail: 'the body is the file, and it is empty' }
}
