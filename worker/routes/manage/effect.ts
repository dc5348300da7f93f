import * as z from 'zod'
import { EffectQuery, NoteEffect } from '../../contract/effect.ts'
import { dayOf } from '../../domain/calendar.ts'
import { effectOf, noEffectYet, sidesOf } from '../../domain/effect.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { readTwoRanges } from '../../store/counts.ts'
import { findNote } from '../../store/notes.ts'
import { findSurvey } from '../../store/surveys.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { segmentFilters } from './filters.ts'

const effect = defineRoute('GET /api/v1/surveys/{id}/notes/{note}/effect', {
  summary: 'The score before and after a note, and whether the change is more than noise; `segment.DIMENSION=VALUE` filters',
  description:
    'Before and after, not because of: whatever else changed then is in it too. Compares `days` whole local days on either side of the note, its own day in neither; while fewer are over, as many on both sides.',
  request: { params: z.object({ id: z.string(), note: z.string() }), query: EffectQuery },
  responses: { 200: json(NoteEffect) },
})

export const effectRoutes = manageRouter().openapi(effect, async (c) => {
  const { db, now, site } = c.var
  const { id, note: noteId } = c.req.valid('param')
  const [survey, note] = await Promise.all([findSurvey(db, site.id, id), findNote(db, site.id, noteId)])
  // A note on another survey doesn't stand on this one.
  if (!survey || !note || (note.survey ?? survey.id) !== survey.id) return problem(c, notFound)
  const filters = segmentFilters(c, site.dimensions)
  if ('status' in filters) return problem(c, filters)
  const about = { survey: survey.id, note, metric: survey.metric, timeZone: site.timeZone }
  const sides = sidesOf(note.day, c.req.valid('query').days, dayOf(now, site.timeZone))
  if (!sides) return c.json({ ...about, ...noEffectYet }, 200)
  const crowd = { site: site.id, surveys: [survey.id], filters: filters.segments }
  const [before, after] = await readTwoRanges(db, crowd, sides.before, sides.after)
  return c.json({ ...about, ...effectOf(survey, sides, { before, after }) }, 200)
})
