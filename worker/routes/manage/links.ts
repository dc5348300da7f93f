import type { Context } from 'hono'
import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import { CreatedLinks, CreateLinks, Links, LinksQuery, ListLinks, Revoked } from '../../contract/link.ts'
import { csvLine } from '../../domain/csv.ts'
import { newSecret } from '../../domain/ids.ts'
import { type FileRow, readFile } from '../../domain/import-file.ts'
import type { Cells } from '../../domain/import-row.ts'
import { type LinkData, type LinkResult, readLink, readLinkRow } from '../../domain/personal-link.ts'
import { sha256, submissionOfLink } from '../../domain/secrets.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { deleteLink, deleteLinks, insertLinks, listLinks } from '../../store/links.ts'
import { findSurvey, type SurveyRow } from '../../store/surveys.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const day = 24 * 60 * 60_000
const usualDays = 30
const tooMany: Refusal = { status: 413, detail: `at most ${limits.linksAtOnce} rows at once` }

const create = defineRoute('POST /api/v1/surveys/{id}/links', {
  summary: "Make personal links to a survey's own page: each for one response, and shown this once",
  description: `Whom a link asks and about which order is kept with it, never in the address. Up to ${limits.linksAtOnce} at once; they lapse after ${usualDays} days unless \`expiresAt\` says otherwise.`,
  request: { params, body: body(CreateLinks) },
  responses: { 201: json(CreatedLinks) },
})
const createFromFile = defineRoute('POST /api/v1/surveys/{id}/links.csv', {
  summary: 'The same for the rows of a CSV file, which comes back with a column `link`',
  description:
    'Columns `respondent`, `locale`, `location`, `order.id`, `order.value`, `order.currency`, `order.skus`, `trait.NAME` and those called like a dimension are kept; all others only come back. All rows or none.',
  request: {
    params,
    query: LinksQuery,
    // Read as a stream by the handler, so nothing of it is parsed before.
    body: { required: false, content: { 'text/csv': { schema: z.string() } } },
  },
  responses: { 201: { description: 'The file with its links', content: { 'text/csv': { schema: z.string() } } } },
})

const list = defineRoute('GET /api/v1/surveys/{id}/links', {
  summary: 'The personal links of a survey that have not been forgotten, the newest first; the links themselves are not kept',
  request: { params, query: ListLinks },
  responses: { 200: json(Links) },
})
const revokeAll = defineRoute('DELETE /api/v1/surveys/{id}/links', {
  summary: 'Revoke all personal links of a survey; answers given by them stay',
  request: { params },
  responses: { 200: json(Revoked) },
})
const revoke = defineRoute('DELETE /api/v1/surveys/{id}/links/{link}', {
  summary: 'Revoke a personal link; an answer given by it stays',
  request: { params: params.extend({ link: z.string() }) },
  responses: { 204: { description: 'Done' } },
})

export const linkRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { db, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const links = await listLinks(db, site.id, survey.id, c.req.valid('query').cursor)
    return links
      ? c.json(links, 200)
      : problem(c, { status: 400, errors: [{ pointer: '/cursor', detail: 'not a cursor of ours' }] })
  })
  .openapi(revokeAll, async (c) => {
    const { db, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    return survey ? c.json({ revoked: await deleteLinks(db, site.id, survey.id) }, 200) : problem(c, notFound)
  })
  .openapi(revoke, async (c) => {
    const { id, link } = c.req.valid('param')
    return (await deleteLink(c.var.db, c.var.site.id, id, link)) ? c.body(null, 204) : problem(c, notFound)
  })
  .openapi(create, async (c) => {
    const { links: wanted, expiresAt } = c.req.valid('json')
    const survey = await findSurvey(c.var.db, c.var.site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const made = await makeLinks(c, survey, expiresAt, async () => wanted.map((one) => readLink(one, c.var.site.dimensions)))
    if ('status' in made) return problem(c, made)
    const links = made.links.map(({ respondent, url }) => ({ respondent, url }))
    return c.json({ links, expiresAt: made.expiresAt }, 201)
  })
  .openapi(createFromFile, async (c) => {
    const survey = await findSurvey(c.var.db, c.var.site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
    if (type !== 'text/csv') return problem(c, { status: 415, detail: 'send text/csv' })
    const file = c.req.raw.body
    if (!file) return problem(c, { status: 400, detail: 'the body is the file, and it is empty' })
    let columns: string[] = []
    const rows: Cells[] = []
    const made = await makeLinks(c, survey, c.req.valid('query').expiresAt, async () => {
      const onHeader = (names: string[]) => {
        columns = names
      }
      return await readRows(readFile(file, { format: 'csv', onHeader }), rows, c.var.site.dimensions)
    })
    if ('status' in made) return problem(c, made)
    const link = columns.includes('link') ? 'survey link' : 'link'
    const lines = [
      csvLine([...columns, link]),
      ...rows.map((row, i) => csvLine([...columns.map((name) => String(row[name] ?? '')), made.links[i]?.url ?? ''])),
    ]
    return c.body(`\uFEFF${lines.join('')}`, 201, { 'Content-Type': 'text/csv; charset=utf-8' })
  })

/** The file's rows as links; what comes after too many is not read. */
async function readRows(file: AsyncIterable<FileRow>, rows: Cells[], dimensions: readonly string[]) {
  const read: LinkResult[] = []
  let bytes = 0
  for await (const [, cells] of file) {
    if (typeof cells === 'string') read.push({ ok: false, reason: cells })
    else {
      bytes += JSON.stringify(cells).length
      rows.push(cells)
      read.push(readLinkRow(cells, dimensions))
    }
    if (read.length > limits.linksAtOnce || bytes > limits.linkFileBytes) return 'too-many'
  }
  return read
}

type Made = { links: (LinkData & { url: string })[]; expiresAt: string }

/** All of them, or what is wrong with the first that can't be made. */
async function makeLinks(
  c: Context<ManageEnv>,
  survey: SurveyRow,
  wantedExpiry: string | undefined,
  read: () => Promise<LinkResult[] | 'too-many'>,
): Promise<Made | Refusal> {
  const { db, now, site } = c.var
  if (survey.state === 'closed') return { status: 409, detail: 'this survey is closed' }
  const expires = wantedExpiry === undefined ? now + usualDays * day : Date.parse(wantedExpiry)
  if (expires <= now || expires > now + limits.linkDays * day)
    return { status: 422, errors: [{ pointer: '/expiresAt', detail: `lies in the next ${limits.linkDays} days` }] }
  const results = await read()
  if (results === 'too-many') return tooMany
  const faults = results.flatMap((one, i) => (one.ok ? [] : [{ pointer: `/links/${i}`, detail: one.reason }]))
  if (faults.length > 0) return { status: 422, errors: faults.slice(0, 20) }
  if (results.length === 0) return { status: 422, errors: [{ pointer: '/links', detail: 'there are no rows' }] }
  const { origin } = new URL(c.req.url)
  const made = await Promise.all(
    results.flatMap((one) => (one.ok ? [one.link] : [])).map(async (link) => ({ link, token: newSecret('lk') })),
  )
  await insertLinks(
    db,
    await Promise.all(
      made.map(async ({ link, token }) => ({
        hash: await sha256(token),
        site: site.id,
        survey: survey.id,
        submission: await submissionOfLink(token),
        respondent: link.respondent,
        locale: link.locale,
        location: link.location,
        traits: JSON.stringify(link.traits),
        order_info: JSON.stringify(link.order),
        created_at: now,
        expires_at: expires,
      })),
    ),
  )
  return {
    links: made.map(({ link, token }) => ({ ...link, url: `${origin}/s/${token}` })),
    expiresAt: new Date(expires).toISOString(),
  }
}
