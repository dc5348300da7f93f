import type { Context } from 'hono'
import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import {
  HeldChange,
  type HeldOnes,
  HeldOnes as HeldOnesBody,
  HeldQuery,
  type HeldResponse,
  Quarantine,
} from '../../contract/quarantine.ts'
import { publicId, rowId } from '../../domain/response-id.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { findResponses } from '../../store/feed.ts'
import { countHeld, findHeld, listHeld, purgeHeld, restoreHeld } from '../../store/quarantine.ts'
import { findSurvey } from '../../store/surveys.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })

const list = defineRoute('GET /api/v1/surveys/{id}/quarantine', {
  summary: "A survey's answers that are set aside as they look forged, and why; the last answered first",
  description: `\`count\` goes up to ${limits.heldCounted}. They are in no number, feed, export or webhook.`,
  request: { params, query: HeldQuery },
  responses: { 200: json(Quarantine) },
})
const restore = defineRoute('POST /api/v1/surveys/{id}/quarantine/restore', {
  summary: 'Let answers in that were set aside: they count, and whoever waits for new ones hears of them',
  description: `With \`all\` up to ${limits.heldAtOnce} at once, the last answered first: repeat it until \`left\` is 0.`,
  request: { params, body: body(HeldOnesBody) },
  responses: { 200: json(HeldChange) },
})
const purge = defineRoute('POST /api/v1/surveys/{id}/quarantine/purge', {
  summary: 'Erase answers that were set aside: nothing sent later brings them back',
  description: `With \`all\` up to ${limits.heldAtOnce} at once, the last answered first: repeat it until \`left\` is 0.`,
  request: { params, body: body(HeldOnesBody) },
  responses: { 200: json(HeldChange) },
})

export const quarantineRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { db, site } = c.var
    const { cursor, limit } = c.req.valid('query')
    const before = cursor === undefined ? undefined : rowId(cursor)
    if (before === null) return problem(c, { status: 400, errors: [{ pointer: '/cursor', detail: 'not a cursor of ours' }] })
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const rows = await listHeld(db, site.id, survey.id, { before, limit })
    const [count, found] = await Promise.all([
      countHeld(db, site.id, survey.id, limits.heldCounted),
      findResponses(
        db,
        site.id,
        rows.map(({ id }) => id),
      ),
    ])
    const reasons = new Map(rows.map((row) => [publicId(row.id), row.reasons]))
    const items: HeldResponse[] = found.map((item) => ({ ...item, reasons: reasons.get(item.id) ?? [] }))
    const last = rows.length === limit ? rows.at(-1) : undefined
    return c.json({ count, items, next: last ? publicId(last.id) : null }, 200)
  })
  .openapi(restore, async (c) => {
    const { db, now, site } = c.var
    const chosen = await chosenOf(c, c.req.valid('param').id, c.req.valid('json'))
    if (!chosen) return problem(c, notFound)
    const ids = chosen.held.map(({ id }) => id)
    const changed = await restoreHeld(db, site.id, ids, now)
    return c.json({ changed, left: await countHeld(db, site.id, chosen.survey, limits.heldCounted) }, 200)
  })
  .openapi(purge, async (c) => {
    const { db, now, site } = c.var
    const chosen = await chosenOf(c, c.req.valid('param').id, c.req.valid('json'))
    if (!chosen) return problem(c, notFound)
    if (chosen.held.length > 0) await purgeHeld(db, site.id, chosen.survey, chosen.held, now)
    return c.json({ changed: chosen.held.length, left: await countHeld(db, site.id, chosen.survey, limits.heldCounted) }, 200)
  })

/** Those that a request means, as far as they are still held; undefined where one of them isn't the survey's. */
async function chosenOf(c: Context<ManageEnv>, id: string, { responses }: HeldOnes) {
  const { db, site } = c.var
  const survey = await findSurvey(db, site.id, id)
  if (!survey) return
  if (!responses) return { survey: survey.id, held: await listHeld(db, site.id, survey.id, { limit: limits.heldAtOnce }) }
  const ids = new Set(responses.map(rowId))
  if (ids.has(null)) return
  const found = await findHeld(
    db,
    site.id,
    survey.id,
    [...ids].filter((one) => one !== null),
  )
  return found.length === ids.size ? { survey: survey.id, held: found.filter(({ isHeld }) => isHeld) } : undefined
}
