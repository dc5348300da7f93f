import * as z from 'zod'
import { Erased, RespondentExport } from '../../contract/respondent.ts'
import { deleteClocks } from '../../store/clocks.ts'
import { eraseRespondent, readRespondent } from '../../store/respondents.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ respondent: z.string().min(1).max(256) })
const whom =
  'The id the shop identifies them with, an e-mail address they left, typed, or that traits under a name with "mail" in it say, or the key of one submission. Somebody who is unknown has nothing: the answer is the same.'

const handOver = defineRoute('GET /api/v1/respondents/{respondent}/export', {
  summary: 'All that is kept of one person, to hand over to them',
  description: whom,
  request: { params },
  responses: { 200: json(RespondentExport) },
})
const erase = defineRoute('DELETE /api/v1/respondents/{respondent}', {
  summary: 'Erase one person for good: responses and their counts, contacts, when they were asked, links made for them',
  description: `${whom} Nothing sent later under the same keys brings it back.`,
  request: { params },
  responses: { 200: json(Erased) },
})
const forget = defineRoute('DELETE /api/v1/respondents/{respondent}/clocks', {
  summary: 'Forget when an identified person was asked, answered or refused',
  request: { params },
  responses: { 204: { description: 'Forgotten' } },
})

export const respondentRoutes = manageRouter()
  .openapi(handOver, async (c) => {
    const { db, now, site } = c.var
    c.header('Cache-Control', 'no-store')
    return c.json(await readRespondent(db, site.id, c.req.valid('param').respondent, now), 200)
  })
  .openapi(erase, async (c) => {
    const { db, now, site } = c.var
    return c.json({ responses: await eraseRespondent(db, site.id, c.req.valid('param').respondent, now) }, 200)
  })
  .openapi(forget, async (c) => {
    const { db, site } = c.var
    await deleteClocks(db, site.id, c.req.valid('param').respondent)
    return c.body(null, 204)
  })
