import { Audit, AuditQuery } from '../../contract/audit.ts'
import { listLines } from '../../store/audit.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const list = defineRoute('GET /api/v1/audit', {
  summary: 'Who changed what, the last first; `actor` and `object` are ids',
  description:
    'A line stands before what it tells of is done. Saves of a draft are one line an hour for each person, and so are requests that a role does not allow.',
  request: { query: AuditQuery },
  responses: { 200: json(Audit) },
})

export const auditRoutes = manageRouter().openapi(list, async (c) =>
  c.json(await listLines(c.var.db, c.var.site.id, c.req.valid('query'), 50), 200),
)
