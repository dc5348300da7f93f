import * as z from 'zod'
import { notFound, problem } from '../../middleware/problem.ts'
import { readPulse } from '../../store/pulse.ts'
import { findSurvey } from '../../store/surveys.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const pulse = defineRoute('GET /api/v1/surveys/{id}/pulse', {
  summary: 'Whether the responses have changed: ask every few seconds, and read the report again when the text differs',
  description:
    'Differs after answers, later steps, edits, erasures and imports; not after displays. Only equality means anything. Costs one row read, beside those that tell who asks.',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(z.object({ pulse: z.string() })) },
})

export const pulseRoutes = manageRouter().openapi(pulse, async (c) => {
  const { db, site } = c.var
  const { id } = c.req.valid('param')
  const found = await readPulse(db, site.id, id)
  // Nothing has happened yet, or there is no such survey: only then is a second row needed.
  if (found === undefined && !(await findSurvey(db, site.id, id))) return problem(c, notFound)
  return c.json({ pulse: found ?? '' }, 200)
})
