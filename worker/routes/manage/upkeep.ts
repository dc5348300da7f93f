import { Upkeep } from '../../contract/upkeep.ts'
import { readSize } from '../../store/database-size.ts'
import { readProof } from '../../store/recounts.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const upkeep = defineRoute('GET /api/v1/upkeep', {
  summary: 'When the counts were last proved, what of them had to be repaired, and whether the database fills up',
  responses: { 200: json(Upkeep) },
})

export const upkeepRoutes = manageRouter().openapi(upkeep, async (c) => {
  const { db, site } = c.var
  const [recount, size] = await Promise.all([readProof(db, site.id), readSize(db)])
  const databaseShare = size && size.alarmed >= 85 ? Math.round((100 * size.bytes) / size.limit) : null
  return c.json({ recount, databaseShare }, 200)
})
