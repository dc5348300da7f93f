import { Upkeep } from '../../contract/upkeep.ts'
import { readProof } from '../../store/recounts.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const upkeep = defineRoute('GET /api/v1/upkeep', {
  summary: 'When the counts were last proved, and what of them had to be repaired',
  responses: { 200: json(Upkeep) },
})

export const upkeepRoutes = manageRouter().openapi(upkeep, async (c) => {
  const { db, site } = c.var
  return c.json({ recount: await readProof(db, site.id) }, 200)
})
