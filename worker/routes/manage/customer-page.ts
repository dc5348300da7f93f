import * as z from 'zod'
import { CustomerPage } from '../../contract/customer-page.ts'
import { rowId } from '../../domain/response-id.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { findCustomerPage } from '../../store/customer-page.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const get = defineRoute('GET /api/v1/responses/{id}/customer', {
  summary: 'The identified customer who gave a response: all they answered, their orders, and whether they are at risk',
  description:
    'Named by a response, so that no address says who somebody is. 404 where nobody said whose the response is. Whoever sees a part of the site gets the responses in it, and nothing of what the shop told.',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(CustomerPage) },
})

export const customerPageRoutes = manageRouter().openapi(get, async (c) => {
  const { db, part, site } = c.var
  const id = rowId(c.req.valid('param').id)
  const found = id === null ? undefined : await findCustomerPage(db, site, id, part)
  return found ? c.json(found, 200) : problem(c, notFound)
})
