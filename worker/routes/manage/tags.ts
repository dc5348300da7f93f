import type { Context } from 'hono'
import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import {
  CreateTag,
  MergeTag,
  PatchTag,
  PreviewRules,
  type Rule,
  RulesPreview,
  StarterTags,
  Tag,
  Tags,
} from '../../contract/tags.ts'
import { tagNamed } from '../../domain/tagging/book.ts'
import { cleanName } from '../../domain/tagging/names.ts'
import { newTag } from '../../domain/tagging/new-tag.ts'
import { previewRules } from '../../domain/tagging/preview.ts'
import { cleanRules, ruleFaults } from '../../domain/tagging/rule-faults.ts'
import { readTagging } from '../../domain/tagging/tagging.ts'
import { cleanText } from '../../domain/text.ts'
import { afterAnswer } from '../../middleware/after-answer.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { readComments } from '../../store/comments.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { readStarterTags } from '../../store/starter.ts'
import { listSurveys } from '../../store/surveys.ts'
import { judgedOf } from '../../store/tagged.ts'
import { readTagger, retaggingView } from '../../store/taggers.ts'
import { findTag, insertTags, listTags, mergeTag, readTagBook, type TagRow, tagView, updateTag } from '../../store/tags.ts'
import { workOnTags } from '../../tagger/work.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
/** Comments a preview looks at. */
const previewed = 2_000

const list = defineRoute('GET /api/v1/tags', {
  summary: "The site's tags, archived ones too, and how far the past has been tagged by them",
  responses: { 200: json(Tags) },
})
const create = defineRoute('POST /api/v1/tags', {
  summary: 'Make a tag; comments that are there already get it in the background',
  request: { body: body(CreateTag) },
  responses: { 201: json(Tag) },
})
const patch = defineRoute('PATCH /api/v1/tags/{id}', {
  summary: 'Rename a tag, change its rules, archive it or take it up again; what was decided by hand stays',
  request: { params, body: body(PatchTag) },
  responses: { 200: json(Tag) },
})
const remove = defineRoute('DELETE /api/v1/tags/{id}', {
  summary: 'Archive a tag: it is given and shown no longer, and what had it is remembered',
  request: { params },
  responses: { 204: { description: 'Done' } },
})
const merge = defineRoute('POST /api/v1/tags/{id}/merge', {
  summary: 'Put another tag in its place, for its responses, rules and corrections',
  request: { params, body: body(MergeTag) },
  responses: { 200: json(Tag) },
})
const preview = defineRoute('POST /api/v1/tags/preview', {
  summary: `What rules would do to the newest ${previewed.toLocaleString('en')} comments; nothing is stored`,
  request: { body: body(PreviewRules) },
  responses: { 200: json(RulesPreview) },
})
const starter = defineRoute('GET /api/v1/tags/starter', {
  summary: 'Tags to begin with, made for shops',
  responses: { 200: json(StarterTags) },
})
const addStarter = defineRoute('POST /api/v1/tags/starter', {
  summary: 'Make those of them whose names the site does not use yet',
  responses: { 200: json(Tags) },
})

export const tagRoutes = manageRouter()
  .openapi(list, async (c) => c.json(await tagsView(c), 200))
  .openapi(starter, async (c) => c.json({ tags: await readStarterTags(c.env.ASSETS) }, 200))
  .openapi(addStarter, async (c) => {
    const { db, now, site } = c.var
    const [book, tags] = await Promise.all([readTagBook(db, site.id), readStarterTags(c.env.ASSETS)])
    const missing = tags.filter(({ name }) => !tagNamed(book, name))
    const made = missing.map((tag, i) => newTag(tag, book.active.length + i, now))
    const stored = made.length === 0 ? 'stored' : await insertTags(db, site.id, made, limits.tagsPerSite)
    if (stored !== 'stored') return problem(c, refusals[stored])
    tagAnew(c)
    return c.json(await tagsView(c), 200)
  })
  .openapi(preview, async (c) => {
    const { db, site } = c.var
    const { rules: given, tag: id } = c.req.valid('json')
    const rules = cleanRules(given)
    const faults = ruleFaults(rules)
    if (faults.length > 0) return problem(c, { status: 422, errors: faults })
    const tag = id === undefined ? null : await findTag(db, site.id, id)
    if (tag === undefined) return problem(c, notFound)
    const surveys = await listSurveys(db, site.id)
    const { rows } = await readComments(db, site.id, surveys, {}, previewed)
    const seen = rows.map((row) => ({ ...row, tagging: readTagging(row.tagging), judged: judgedOf(row) }))
    return c.json(previewRules(rules, tag && { id: tag.id, createdAt: tag.created_at }, seen), 200)
  })
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const given = c.req.valid('json')
    const name = cleanName(given.name)
    const rules = cleanRules(given.rules)
    const faults = [...ruleFaults(rules), ...nameFaults(name)]
    if (faults.length > 0) return problem(c, { status: 422, errors: faults })
    const { active } = await readTagBook(db, site.id)
    const tag = newTag({ ...given, name, rules, description: cleanText(given.description) }, active.length, now)
    const stored = await insertTags(db, site.id, [tag], limits.tagsPerSite)
    if (stored !== 'stored') return problem(c, refusals[stored])
    tagAnew(c)
    return c.json(tagView({ ...tag, archived_at: null }), 201)
  })
  .openapi(patch, async (c) => {
    const { db, now, site } = c.var
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const name = given.name === undefined ? undefined : cleanName(given.name)
    const wanted = given.rules && cleanRules(given.rules)
    const faults = [...ruleFaults(wanted ?? []), ...(name === undefined ? [] : nameFaults(name))]
    if (faults.length > 0) return problem(c, { status: 422, errors: faults })
    const tag = await findTag(db, site.id, id)
    if (!tag) return problem(c, notFound)
    const changed = { ...tag, ...changeOf({ ...given, name, rules: wanted }, tag, now) }
    c.set('before', tagView(tag))
    const retags = changed.rules !== tag.rules || changed.archived_at !== tag.archived_at
    const { name: named, colour, description, rules, archived_at } = changed
    const stored = await updateTag(db, site.id, id, { name: named, colour, description, rules, archived_at }, retags)
    if (stored !== 'stored') return problem(c, refusals[stored])
    if (retags) tagAnew(c)
    else forgetSite(db, site.key)
    return c.json(tagView(changed), 200)
  })
  .openapi(remove, async (c) => {
    const { db, now, site } = c.var
    const { id } = c.req.valid('param')
    const tag = await findTag(db, site.id, id)
    if (!tag) return problem(c, notFound)
    c.set('before', { name: tag.name })
    if (tag.archived_at === null) {
      await updateTag(db, site.id, id, { archived_at: now }, true)
      tagAnew(c)
    }
    return c.body(null, 204)
  })
  .openapi(merge, async (c) => {
    const { db, site } = c.var
    const { id } = c.req.valid('param')
    const [tag, into] = await Promise.all([findTag(db, site.id, id), findTag(db, site.id, c.req.valid('json').into)])
    if (!tag || !into) return problem(c, notFound)
    if (tag.id === into.id || tag.archived_at !== null || into.archived_at !== null) return problem(c, notMergeable)
    const rules = JSON.stringify([...(JSON.parse(into.rules) as Rule[]), ...(JSON.parse(tag.rules) as Rule[])])
    await mergeTag(db, site.id, tag.id, into.id, rules)
    tagAnew(c)
    return c.json(tagView({ ...into, rules }), 200)
  })

const refusals = {
  taken: { status: 409, detail: 'the site has a tag of this name' },
  'too many': { status: 409, detail: `a site has at most ${limits.tagsPerSite} tags` },
} as const satisfies Record<string, Refusal>

const notMergeable: Refusal = { status: 422, errors: [{ pointer: '/into', detail: 'another tag; archived ones are not merged' }] }

const nameFaults = (name: string) => (name === '' ? [{ pointer: '/name', detail: 'a name that can be seen' }] : [])

function changeOf({ rules, archived, description, ...rest }: PatchTag, tag: TagRow, now: number): Partial<TagRow> {
  const { name = tag.name, colour = tag.colour } = rest
  return {
    name,
    colour,
    ...(description !== undefined && { description: cleanText(description) }),
    ...(rules && { rules: JSON.stringify(rules) }),
    ...(archived !== undefined && { archived_at: archived ? (tag.archived_at ?? now) : null }),
  }
}

async function tagsView(c: Context<ManageEnv>): Promise<Tags> {
  const { db, site } = c.var
  const [tags, { state }] = await Promise.all([listTags(db, site.id), readTagger(db, site.id)])
  return { tags: tags.map(tagView), retagging: retaggingView(state) }
}

/** What is answered next in this isolate knows of the change; the past follows in the background. */
function tagAnew(c: Context<ManageEnv>): void {
  const { db, site } = c.var
  forgetSite(db, site.key)
  afterAnswer(c, 'tags are worked on later', workOnTags(db, site))
}
