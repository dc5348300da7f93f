import * as z from 'zod'
import { CaseCounts, CaseFigures, CaseOwners, CaseQuery, Cases, PatchCases } from '../../contract/case.ts'
import { strictQuery } from '../../contract/query.ts'
import { addDays, dayOf } from '../../domain/calendar.ts'
import { caseFigures } from '../../domain/case-figures.ts'
import { publicId, rowId } from '../../domain/response-id.ts'
import { mayDo } from '../../domain/roles.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { type CaseKey, countCases, findCases, listCaseKeys, listCaseTimes } from '../../store/cases.ts'
import { findResponses } from '../../store/feed.ts'
import { matchingIds, ofSite } from '../../store/matching.ts'
import { listMembers } from '../../store/members.ts'
import { matchingSets } from '../../store/segments.ts'
import { changeAsked } from './case-changes.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'
import { rangeOf, responseFilters } from './filters.ts'

/** Cases looked at for one page, however few of them match. */
const lookedAt = 500
/** Cases whose times are read at once. */
const mostTimes = 50_000

const list = defineRoute('GET /api/v1/cases', {
  summary: 'The inbox: responses that need somebody, by the feed’s filters and by their case',
  request: { query: CaseQuery },
  responses: { 200: json(Cases) },
})
const counts = defineRoute('GET /api/v1/cases/counts', {
  summary: 'How many cases are open, and how many of them are whoever’s asks, nobody’s, overdue or waiting',
  responses: { 200: json(CaseCounts) },
})
const owners = defineRoute('GET /api/v1/cases/owners', {
  summary: 'Who a case can be given to',
  responses: { 200: json(CaseOwners) },
})
const figures = defineRoute('GET /api/v1/cases/figures', {
  summary: 'How fast cases that rules have opened were acted on and closed, those still open included',
  request: { query: strictQuery({ from: z.iso.date().optional(), to: z.iso.date().optional() }, []) },
  responses: { 200: json(CaseFigures) },
})
const many = defineRoute('POST /api/v1/responses/status', {
  summary: 'Change the cases of several responses at once: all of them, or none',
  request: { body: body(PatchCases) },
  responses: { 200: json(z.object({ changed: z.int() })) },
})

export const caseRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { actor, db, now, part, site } = c.var
    const { status, owner, overdue, waiting, cursor, limit, ...filters } = c.req.valid('query')
    const after = cursor === undefined ? undefined : readCursor(cursor)
    if (after === null) return problem(c, { status: 400, errors: [{ pointer: '/cursor', detail: 'not a cursor of ours' }] })
    const asked = await responseFilters(c, filters)
    if ('status' in asked) return problem(c, asked)
    // A key has no cases of its own.
    const person = owner === 'me' ? (actor?.person?.id ?? '') : owner === 'none' ? null : owner
    const wanted = { status, owner: person, overdue: overdue === '1', waiting: waiting === '1', part, now }
    const keys = await listCaseKeys(db, site.id, wanted, after, lookedAt)
    const matching = new Set(
      await matchingIds(
        db,
        site.id,
        asked,
        keys.map(({ response }) => response),
      ),
    )
    const page = keys.filter(({ response }) => matching.has(response)).slice(0, limit)
    const ids = page.map(({ response }) => response)
    const [items, cases] = await Promise.all([findResponses(db, site.id, ids, part), findCases(db, site.id, ids)])
    const byId = new Map(items.map((item) => [item.id, item]))
    const last = page.length === limit ? page.at(-1) : keys.length === lookedAt ? keys.at(-1) : undefined
    return c.json(
      {
        items: ids.flatMap((id) => {
          const [item, about] = [byId.get(publicId(id)), cases.get(id)]
          return item && about ? [{ ...item, ...about }] : []
        }),
        next: last ? cursorOf(last) : null,
      },
      200,
    )
  })
  .openapi(counts, async (c) => {
    const { actor, db, now, part, site } = c.var
    return c.json(await countCases(db, site.id, { person: actor?.person?.id ?? null, part, now }), 200)
  })
  .openapi(owners, async (c) => {
    const members = await listMembers(c.var.db, c.var.site.id)
    const people = members.filter(({ role }) => mayDo(role, 'agent')).map(({ id, name }) => ({ id, name }))
    return c.json({ people }, 200)
  })
  .openapi(figures, async (c) => {
    const { db, now, site } = c.var
    const range = rangeOf(c.req.valid('query'), site.timeZone, now)
    if ('status' in range) return problem(c, range)
    // Days begin and end elsewhere at other times: a day more on both sides, then by each case's own day.
    const [from, to] = [Date.parse(addDays(range.from, -1)), Date.parse(addDays(range.to, 2))]
    const times = await listCaseTimes(db, site.id, from, to, mostTimes)
    const within = times.filter(({ opened_at }) => {
      const day = dayOf(opened_at, site.timeZone)
      return day >= range.from && day <= range.to
    })
    const shortened = times.length === mostTimes
    return c.json({ ...range, timeZone: site.timeZone, ...caseFigures(within, now), shortened }, 200)
  })
  .openapi(many, async (c) => {
    const { db, part, site } = c.var
    const { responses, ...change } = c.req.valid('json')
    const ids = [...new Set(responses.map(rowId))]
    const known = ids.filter((id) => id !== null)
    let query = ofSite(db, site.id, known).select('responses.id')
    if (part) query = query.where('segment_set', 'in', matchingSets(db, site.id, part))
    if ((await query.execute()).length < ids.length) return problem(c, notFound)
    const refusal = await changeAsked(c, known, change)
    return refusal ? problem(c, refusal) : c.json({ changed: known.length }, 200)
  })

const cursorOf = ({ at, response }: CaseKey) => `${at}.${publicId(response)}`

function readCursor(cursor: string): CaseKey | null {
  const [, at, id] = /^(\d{1,16})\.(\w+)$/.exec(cursor) ?? []
  const response = id === undefined ? null : rowId(id)
  return response === null ? null : { at: Number(at), response }
}
