import * as z from 'zod'
import { RangeQuery } from '../../contract/report.ts'
import { TagFigures, TagsFigures } from '../../contract/tag-figures.ts'
import { idsOfTags, taggedBy } from '../../domain/tagging/book.ts'
import { tagCounted, tagEffect } from '../../domain/tagging/figures.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { listSurveys } from '../../store/surveys.ts'
import { readTagDays, readTagScores } from '../../store/tag-figures.ts'
import { findTag, readTagBook } from '../../store/tags.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { periodOf } from './filters.ts'

const ofAll = defineRoute('GET /api/v1/tags/figures', {
  summary: 'How often each tag was given, of all answers and by week, in all surveys together',
  request: { query: RangeQuery },
  responses: { 200: json(TagsFigures) },
})
const ofOne = defineRoute('GET /api/v1/tags/{id}/figures', {
  summary: 'One tag by week, and in each survey the score of those who have it beside everybody else’s',
  description: 'Association, not cause: answers with the tag score higher or lower, and nothing here says why.',
  request: { params: z.object({ id: z.string() }), query: RangeQuery },
  responses: { 200: json(TagFigures) },
})

export const tagFigureRoutes = manageRouter()
  .openapi(ofAll, async (c) => {
    const { db, now, site } = c.var
    const period = periodOf(c, site, now, c.req.valid('query'))
    if ('status' in period) return problem(c, period)
    const [surveys, book] = await Promise.all([listSurveys(db, site.id), readTagBook(db, site.id)])
    const crowd = { site: site.id, surveys: surveys.map(({ id }) => id), ...period }
    const { days, answers } = await readTagDays(db, crowd, idsOfTags(book))
    // What a merged tag still counts is the other's.
    const byTag = Map.groupBy(days, ({ tag }) => book.merged.get(tag) ?? tag)
    const tags = book.active.map(({ id }) => tagCounted(id, byTag.get(id) ?? [], answers, period.range))
    return c.json({ timeZone: site.timeZone, ...period.range, tags }, 200)
  })
  .openapi(ofOne, async (c) => {
    const { db, now, site } = c.var
    const tag = await findTag(db, site.id, c.req.valid('param').id)
    if (!tag) return problem(c, notFound)
    const period = periodOf(c, site, now, c.req.valid('query'))
    if ('status' in period) return problem(c, period)
    const [surveys, book] = await Promise.all([listSurveys(db, site.id), readTagBook(db, site.id)])
    const crowd = { site: site.id, surveys: surveys.map(({ id }) => id), ...period }
    // An archived tag is told by its own id: no report is asked for by its name.
    const ids = tag.archived_at === null ? (taggedBy(book, tag.name)?.ids ?? [tag.id]) : [tag.id]
    const [{ days, answers }, { all, tagged }] = await Promise.all([readTagDays(db, crowd, ids), readTagScores(db, crowd, ids)])
    const effects = surveys.flatMap((survey) => {
      const inside = tagged.get(survey.id)
      return inside ? (tagEffect(survey, all.get(survey.id) ?? new Map(), inside) ?? []) : []
    })
    const counted = tagCounted(tag.id, days, answers, period.range)
    return c.json({ timeZone: site.timeZone, ...period.range, ...counted, surveys: effects }, 200)
  })
