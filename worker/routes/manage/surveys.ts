import type { Context } from 'hono'
import * as z from 'zod'
import { CreateSurvey, EditConflict, PatchSurvey, PublishSurvey, Survey, SurveyVersion } from '../../contract/survey.ts'
import { definitionFaults, draftOf, editedDraft } from '../../domain/definition.ts'
import { segmentFaults } from '../../domain/faults/targeting.ts'
import { goalFault } from '../../domain/goal.ts'
import { newId } from '../../domain/ids.ts'
import { definitionWarnings } from '../../domain/warnings.ts'
import { standardIn, wordingsOf } from '../../domain/wordings.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { readStandards } from '../../store/locales.ts'
import { findFrozen, publishVersion } from '../../store/survey-versions.ts'
import {
  findSurvey,
  insertSurvey,
  listSurveys,
  type SurveyRow,
  surveyView,
  updateDraft,
  updateState,
} from '../../store/surveys.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const one = { request: { params }, responses: { 200: json(Survey) } }
const orConflict = {
  200: json(Survey),
  409: {
    description: 'Somebody else saved since; what stands there now',
    content: { 'application/problem+json': { schema: EditConflict } },
  },
}
const closed: Refusal = { status: 409, detail: 'this survey is closed' }
const editConflict: Refusal = { status: 409, detail: 'somebody else saved this survey since; load it again' }
const settled: Refusal = {
  status: 422,
  errors: [{ pointer: '/metric', detail: 'stays as it is once a survey was published' }],
}
const foreignLanguage: Refusal = {
  status: 422,
  errors: [{ pointer: '/locale', detail: 'has no standard wording yet: say `questions` and `thanks` yourself' }],
}

const list = defineRoute('GET /api/v1/surveys', {
  summary: "The site's surveys, newest first",
  responses: { 200: json(z.object({ surveys: z.array(Survey) })) },
})
const create = defineRoute('POST /api/v1/surveys', {
  summary: "Make a draft with the metric's standard wording and a follow-up",
  request: { body: body(CreateSurvey) },
  responses: { 201: json(Survey) },
})
const get = defineRoute('GET /api/v1/surveys/{id}', { summary: 'One survey with its draft', ...one })
const patch = defineRoute('PATCH /api/v1/surveys/{id}', {
  summary: 'Edit the draft, which shoppers see at the next publish; name, touchpoint and goal change at once',
  request: { params, body: body(PatchSurvey) },
  responses: orConflict,
})
const getVersion = defineRoute('GET /api/v1/surveys/{id}/versions/{version}', {
  summary: 'What a publish froze',
  request: { params: params.extend({ version: z.coerce.number().int().min(1) }) },
  responses: { 200: json(SurveyVersion) },
})
const publish = defineRoute('POST /api/v1/surveys/{id}/publish', {
  summary: 'Freeze the draft as a version and go live',
  request: { params, body: { ...body(PublishSurvey), required: false } },
  responses: orConflict,
})
const pause = defineRoute('POST /api/v1/surveys/{id}/pause', {
  summary: 'Show it to nobody; answers under way still count',
  ...one,
})
const close = defineRoute('POST /api/v1/surveys/{id}/close', { summary: 'Take no more answers, for good', ...one })

/** The survey with what deserves a second thought. */
async function viewed(c: Context<ManageEnv>, survey: SurveyRow): Promise<Survey> {
  return surveyView(survey, definitionWarnings(survey.draft, await readStandards(c.env.ASSETS)))
}

/** 409 with the survey as somebody else left it meanwhile. */
async function refusedEdit(c: Context<ManageEnv>, id: string) {
  const current = await findSurvey(c.get('db'), c.get('site').id, id)
  return problem(c, editConflict, current && { current: await viewed(c, current) })
}

export const surveyRoutes = manageRouter()
  .openapi(list, async (c) => {
    const all = await listSurveys(c.var.db, c.var.site.id)
    // A draft has no responses to work on.
    const surveys = c.var.part ? all.filter(({ state }) => state !== 'draft') : all
    return c.json({ surveys: await Promise.all(surveys.map((survey) => viewed(c, survey))) }, 200)
  })
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const request = c.req.valid('json')
    const { locale = 'en', address = 'formal', questions, thanks } = request
    const standards = await readStandards(c.env.ASSETS)
    const wording = standardIn(locale, address, standards) ?? (questions && thanks && standards.en)
    if (!wording) return problem(c, foreignLanguage)
    const draft = draftOf(request, site.name, wording)
    const faults = [...definitionFaults(draft), ...segmentFaults(draft.targeting, site.dimensions)]
    if (faults.length > 0) return problem(c, { status: 422, errors: faults })
    const { person } = c.get('actor') ?? { person: null }
    const survey = {
      id: newId('srv'),
      site: site.id,
      name: request.name,
      metric: draft.metric,
      points: draft.points,
      touchpoint: request.touchpoint ?? '',
      state: 'draft' as const,
      version: 0,
      draft,
      revision: 1,
      created_at: now,
      updated_at: now,
      goal: null,
      edited_by: person?.id ?? null,
      edited_at: now,
      editor: person?.name ?? null,
    }
    await insertSurvey(db, survey)
    return c.json(await viewed(c, survey), 201)
  })
  .openapi(get, async (c) => {
    const survey = await findSurvey(c.get('db'), c.get('site').id, c.req.valid('param').id)
    return survey ? c.json(await viewed(c, survey), 200) : problem(c, notFound)
  })
  .openapi(patch, async (c) => {
    const { db, now, site } = c.var
    const change = c.req.valid('json')
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    if (change.revision !== undefined && change.revision !== survey.revision) return refusedEdit(c, survey.id)
    const draft = editedDraft(survey.draft, change)
    const { metric, points } = draft
    const rescaled = metric !== survey.metric || points !== survey.points
    if (rescaled && survey.version > 0) return problem(c, settled)
    const faults = [...definitionFaults(draft), ...segmentFaults(draft.targeting, site.dimensions)]
    if (faults.length > 0) return problem(c, { status: 422, errors: faults })
    const goal = change.goal === undefined ? survey.goal : change.goal
    const misfit = goal === null ? undefined : goalFault({ metric, points }, goal)
    if (misfit) return problem(c, { status: 422, errors: [{ pointer: '/goal', detail: misfit }] })
    const { person } = c.get('actor') ?? { person: null }
    const { name = survey.name, touchpoint = survey.touchpoint } = change
    c.set('before', { ...survey.draft, ...survey })
    const edit = { name, touchpoint, goal, draft, edited_by: person?.id ?? null }
    if (!(await updateDraft(db, survey, edit, now))) return refusedEdit(c, survey.id)
    // The touchpoint places the survey and is no part of a version: it shows at once.
    forgetSite(db, site.key)
    const stamp = { revision: survey.revision + 1, updated_at: now, edited_at: now, editor: person?.name ?? null }
    return c.json(await viewed(c, { ...survey, ...edit, metric, points, ...stamp }), 200)
  })
  .openapi(getVersion, async (c) => {
    const { id, version } = c.req.valid('param')
    const survey = await findSurvey(c.get('db'), c.get('site').id, id)
    const frozen = survey && (await findFrozen(c.get('db'), survey.id, version))
    if (!frozen) return problem(c, notFound)
    return c.json({ version, publishedAt: new Date(frozen.publishedAt).toISOString(), definition: frozen.definition }, 200)
  })
  .openapi(publish, async (c) => {
    const { db, now, site } = c.var
    const { id } = c.req.valid('param')
    const survey = await findSurvey(db, site.id, id)
    if (!survey) return problem(c, notFound)
    if (survey.state === 'closed') return problem(c, closed)
    const { revision = survey.revision } = c.req.valid('json')
    if (revision !== survey.revision) return refusedEdit(c, id)
    const wordings = wordingsOf(survey.draft, await readStandards(c.env.ASSETS))
    if (!(await publishVersion(db, survey, wordings, now))) return refusedEdit(c, id)
    forgetSite(db, site.key)
    const published = await findSurvey(db, site.id, id)
    return published ? c.json(await viewed(c, published), 200) : problem(c, notFound)
  })
  .openapi(pause, async (c) => {
    const { db, now, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    if (survey.state !== 'live' && survey.state !== 'paused')
      return problem(c, { status: 409, detail: 'only a live survey can be paused' })
    await updateState(db, survey, 'paused', now)
    forgetSite(db, site.key)
    return c.json(await viewed(c, { ...survey, state: 'paused', updated_at: now }), 200)
  })
  .openapi(close, async (c) => {
    const { db, now, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    await updateState(db, survey, 'closed', now)
    forgetSite(db, site.key)
    return c.json(await viewed(c, { ...survey, state: 'closed', updated_at: now }), 200)
  })
