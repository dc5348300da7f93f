import type { Context } from 'hono'
import * as z from 'zod'
import { Learning, Rollback, Unsure } from '../../contract/tags.ts'
import { publicId } from '../../domain/response-id.ts'
import type { BookedTag } from '../../domain/tagging/book.ts'
import { readSiteModel, type SiteModel } from '../../domain/tagging/site-model.ts'
import { afterAnswer } from '../../middleware/after-answer.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { findResponses } from '../../store/feed.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { beginTraining, readLearning, rollBack } from '../../store/models.ts'
import { findTag, readTagBook } from '../../store/tags.ts'
import { listUnsure } from '../../tagger/unsure.ts'
import { workOnTags } from '../../tagger/work.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const get = defineRoute('GET /api/v1/tags/learning', {
  summary: 'How well each tag is given, judged by the corrections, and what is being learned',
  responses: { 200: json(Learning) },
})
const retrain = defineRoute('POST /api/v1/tags/retrain', {
  summary: 'Learn from the corrections so far, and tag the past by what was learned; `running` until both are done',
  responses: { 202: json(Learning) },
})
const rollback = defineRoute('POST /api/v1/tags/rollback', {
  summary: 'Go back to an earlier version of what was learned; 0 leaves the rules alone',
  request: { body: body(Rollback) },
  responses: { 200: json(Learning) },
})
const unsure = defineRoute('GET /api/v1/tags/{id}/unsure', {
  summary: 'Comments whose tag is least certain: judging them teaches most',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(Unsure) },
})

export const learningRoutes = manageRouter()
  .openapi(get, async (c) => c.json(await learningView(c), 200))
  .openapi(retrain, async (c) => {
    const { db, site } = c.var
    await beginTraining(db, site.id)
    const view = await learningView(c)
    afterAnswer(c, 'tags are worked on later', workOnTags(db, site))
    return c.json(view, 202)
  })
  .openapi(rollback, async (c) => {
    const { db, site } = c.var
    if (!(await rollBack(db, site.id, c.req.valid('json').version))) return problem(c, unknownVersion)
    forgetSite(db, site.key)
    const view = await learningView(c)
    afterAnswer(c, 'tags are worked on later', workOnTags(db, site))
    return c.json(view, 200)
  })
  .openapi(unsure, async (c) => {
    const { db, site } = c.var
    const tag = await findTag(db, site.id, c.req.valid('param').id)
    if (!tag) return problem(c, notFound)
    const ids = await listUnsure(db, site.id, { id: tag.id, createdAt: tag.created_at })
    const items = await findResponses(db, site.id, ids)
    return c.json({ items: ids.flatMap((id) => items.filter((item) => item.id === publicId(id))) }, 200)
  })

const unknownVersion: Refusal = { status: 422, errors: [{ pointer: '/version', detail: 'no such version is kept' }] }

async function learningView(c: Context<ManageEnv>): Promise<Learning> {
  const { db, site } = c.var
  const [{ active }, { state, versions, model }] = await Promise.all([readTagBook(db, site.id), readLearning(db, site.id)])
  const known = model === undefined ? undefined : readSiteModel(model)
  return {
    state: state && (state.training !== '' || state.survey !== null) ? 'running' : 'idle',
    version: state?.model ?? 0,
    corrections: state?.corrections ?? 0,
    tags: active.map((tag) => learned(tag, known)),
    versions: versions.map(({ version, made_at, corrections }) => ({
      version,
      madeAt: new Date(made_at).toISOString(),
      corrections,
    })),
  }
}

const nothing = { positives: 0, judged: 0, precision: null, recall: null, f1: null, rulesF1: null }

function learned({ id, name }: BookedTag, model: SiteModel | undefined): Learning['tags'][number] {
  const { model: found, ...figures } = model?.tags[id] ?? { model: null, ...nothing }
  return { id, name, source: !found ? 'rules' : found.adds ? 'both' : 'learned', ...figures }
}
