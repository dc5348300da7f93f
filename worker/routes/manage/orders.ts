import type { Context } from 'hono'
import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import { ProductQuery, ProductReport } from '../../contract/products.ts'
import { RangeQuery } from '../../contract/report.ts'
import { ValueReport } from '../../contract/value.ts'
import { leastAnswers } from '../../domain/drivers.ts'
import { productRows, withTags } from '../../domain/products.ts'
import { valueByCurrency } from '../../domain/value.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import {
  findReadableRange,
  mostOrders,
  type OrderCrowd,
  readOrderValues,
  readProductScores,
  readProductTags,
} from '../../store/orders.ts'
import { findSurvey, type SurveyRow } from '../../store/surveys.ts'
import { readTagBook } from '../../store/tags.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { periodOf } from './filters.ts'

const params = z.object({ id: z.string() })
const shortening = `At most ${mostOrders} orders are read: of a longer period its last whole days, and \`from\` says since when.`

const value = defineRoute('GET /api/v1/surveys/{id}/value', {
  summary: 'What the orders behind the answers are worth, by currency and category; `segment.DIMENSION=VALUE` filters',
  description: `Scored responses whose order has a value. An order counts once, by the last answered of its responses in the period. The score weighs each order by its value; its interval is that of a ratio of two sums. ${shortening}`,
  request: { params, query: RangeQuery },
  responses: { 200: json(ValueReport) },
})
const products = defineRoute('GET /api/v1/surveys/{id}/products', {
  summary: 'The score by product or by category of the catalogue; `segment.DIMENSION=VALUE` filters',
  description: `A response counts for each product of its order, so the rows overlap. \`tags\` are the three that most responses of a row have. ${shortening}`,
  request: { params, query: ProductQuery },
  responses: { 200: json(ProductReport) },
})

export const orderRoutes = manageRouter()
  .openapi(value, async (c) => {
    const asked = await crowdOf(c, c.req.valid('param').id, c.req.valid('query'))
    if ('status' in asked) return problem(c, asked)
    const currencies = valueByCurrency(asked.survey, await readOrderValues(c.var.db, asked.crowd))
    return c.json({ ...coveredOf(asked), currencies }, 200)
  })
  .openapi(products, async (c) => {
    const { by, sort, cursor, limit, ...range } = c.req.valid('query')
    const asked = await crowdOf(c, c.req.valid('param').id, range)
    if ('status' in asked) return problem(c, asked)
    const { found, cells } = await readProductScores(c.var.db, asked.crowd, by, limits.comparedProducts)
    const rows = productRows(asked.survey, cells, sort)
    const end = cursor + limit
    const page = rows.slice(cursor, end)
    const book = await readTagBook(c.var.db, c.var.site.id)
    const values = page.map(({ value }) => value)
    const said = page.length === 0 ? [] : await readProductTags(c.var.db, asked.crowd, by, values, book.merged)
    return c.json(
      {
        ...coveredOf(asked),
        by,
        sort,
        overlap: true as const,
        least: leastAnswers,
        found,
        compared: rows.length,
        rows: withTags(page, book, said),
        next: end < rows.length ? String(end) : null,
      },
      200,
    )
  })

interface Asked {
  survey: SurveyRow
  timeZone: string
  crowd: OrderCrowd
  shortened: boolean
}

/** Whose orders are asked for, as far as they can be read. */
async function crowdOf(c: Context<ManageEnv>, id: string, query: z.infer<typeof RangeQuery>): Promise<Asked | Refusal> {
  const { db, now, site } = c.var
  const survey = await findSurvey(db, site.id, id)
  if (!survey) return notFound
  const period = periodOf(c, site, now, query)
  if ('status' in period) return period
  const crowd = { site: site.id, survey: survey.id, ...period }
  const readable = await findReadableRange(db, crowd)
  if (!readable) return tooMany
  return { survey, timeZone: site.timeZone, crowd: { ...crowd, range: readable }, shortened: readable.from !== period.range.from }
}

const coveredOf = ({ survey, timeZone, crowd, shortened }: Asked) => ({
  survey: survey.id,
  metric: survey.metric,
  timeZone,
  ...crowd.range,
  shortened,
})

const tooMany: Refusal = {
  status: 422,
  errors: [{ pointer: '/to', detail: `the last day alone has more than ${mostOrders} orders` }],
}
