import type { Context } from 'hono'
import * as z from 'zod'
import {
  CreateDigest,
  type Digest,
  DigestLanguage,
  Digest as DigestSchema,
  Digests,
  type Frequency,
  PatchDigest,
  SentDigest,
} from '../../contract/digest.ts'
import { limits } from '../../contract/limits.ts'
import { aboutTrial, writtenFor } from '../../deliver/digest-content.ts'
import { lastIssue, lastPeriod, nextIssue } from '../../domain/digest-period.ts'
import { newId, newSecret } from '../../domain/ids.ts'
import { mailOf } from '../../mail/letter.ts'
import { mailerOf } from '../../mail/mailer.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { batch } from '../../store/db.ts'
import { deliveryStatement } from '../../store/deliveries.ts'
import {
  type DigestRow,
  deleteDigest,
  findDigest,
  insertDigest,
  listDigests,
  listOptouts,
  updateDigest,
} from '../../store/digests.ts'
import { listMembers } from '../../store/members.ts'
import type { Site } from '../../store/sites.ts'
import { listSurveys } from '../../store/surveys.ts'
import { goneOf, unknownIn } from './asked-and-told.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'
import { ownOrigin } from './own-origin.ts'

const params = z.object({ id: z.string() })
const tooMany: Refusal = { status: 409, detail: `a site has at most ${limits.digestsPerSite} digests; delete one first` }
const noMailbox: Refusal = { status: 409, detail: 'a key has no mailbox: sign in to try a digest' }
const lapsed: Refusal = { status: 409, detail: 'the digest names what the site no longer has' }

const list = defineRoute('GET /api/v1/digests', {
  summary: 'What the site mails each week or month, and to whom',
  responses: { 200: json(Digests) },
})
const create = defineRoute('POST /api/v1/digests', {
  summary: 'Add a digest; the first one is of the period that is under way',
  description:
    'Of the last whole week (Monday to Sunday) or month of the site, sent once, and not at all where nobody answered: see docs/digest.md.',
  request: { body: body(CreateDigest) },
  responses: { 201: json(DigestSchema) },
})
const get = defineRoute('GET /api/v1/digests/{id}', {
  summary: 'One digest',
  request: { params },
  responses: { 200: json(DigestSchema) },
})
const patch = defineRoute('PATCH /api/v1/digests/{id}', {
  summary: 'Change a digest, pause it or go on; what passed while it was paused is not sent after',
  request: { params, body: body(PatchDigest) },
  responses: { 200: json(DigestSchema) },
})
const remove = defineRoute('DELETE /api/v1/digests/{id}', {
  summary: 'Delete a digest, and who unsubscribed from it',
  request: { params },
  responses: { 204: { description: 'Done' } },
})
const preview = defineRoute('GET /api/v1/digests/{id}/preview', {
  summary: 'The mail on the last whole period, as a page',
  request: { params },
  responses: { 200: { description: 'The mail', content: { 'text/html': { schema: z.string() } } } },
})
const send = defineRoute('POST /api/v1/digests/{id}/send', {
  summary: 'Mail the last whole period to oneself alone, within a minute',
  request: { params },
  responses: { 202: json(SentDigest) },
})

export const digestRoutes = manageRouter()
  .openapi(list, async (c) => {
    const rows = await listDigests(c.var.db, c.var.site.id)
    return c.json({ digests: await Promise.all(rows.map((row) => viewed(c, row))), mails: mails(c) }, 200)
  })
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const given = c.req.valid('json')
    const refusal = await refusalOf(c, given.frequency, given)
    if (refusal) return problem(c, refusal)
    const language = given.language ?? (await languageOf(c))
    const row = {
      ...{ id: newId('dig'), site: site.id, secret: newSecret('ds'), outcome: '' as const, created_at: now },
      ...(columnsOf({ ...given, language }) as Required<ReturnType<typeof columnsOf>>),
      ...startOf(given, site, now),
    }
    if (!(await insertDigest(db, row))) return problem(c, tooMany)
    return await answerWith(c, row.id, 201)
  })
  .openapi(get, async (c) => {
    const row = await findDigest(c.var.db, c.var.site.id, c.req.valid('param').id)
    return row ? c.json(await viewed(c, row), 200) : problem(c, notFound)
  })
  .openapi(patch, async (c) => {
    const { db, now, site } = c.var
    const row = await findDigest(db, site.id, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    const change = c.req.valid('json')
    const refusal = await refusalOf(c, change.frequency ?? row.frequency, { day: row.day, ...change })
    if (refusal) return problem(c, refusal)
    c.set('before', await viewed(c, row))
    const begins = (change.active === true && row.active === 0) || (change.frequency ?? row.frequency) !== row.frequency
    const times = begins ? startOf({ ...row, ...change }, site, now) : { due_at: 0 }
    await updateDigest(db, site.id, row.id, { ...columnsOf(change), ...times })
    return await answerWith(c, row.id, 200)
  })
  .openapi(remove, async (c) => {
    const { db, site } = c.var
    const row = await findDigest(db, site.id, c.req.valid('param').id)
    if (!row || !(await deleteDigest(db, site.id, row.id))) return problem(c, notFound)
    c.set('before', { name: row.name, frequency: row.frequency })
    return c.body(null, 204)
  })
  .openapi(preview, async (c) => {
    const { db, now, site } = c.var
    const row = await findDigest(db, site.id, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    const period = lastPeriod(row.frequency, site.timeZone, now)
    // A link to nowhere in the place of the reader's own.
    const letter = await writtenFor(db, site, row, period, { home: ownOrigin(c.env, c.req.url), now, unsubscribe: '#' })
    if (!letter) return problem(c, lapsed)
    // Shown within the dashboard, where it may do nothing; its looks stand in its elements, as in every mail.
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox")
    c.header('X-Frame-Options', 'SAMEORIGIN')
    return c.html(mailOf(letter, '').html, 200)
  })
  .openapi(send, async (c) => {
    const { actor, db, now, site } = c.var
    const row = await findDigest(db, site.id, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    const to = actor?.person?.email
    if (to === undefined) return problem(c, noMailbox)
    if ((await goneOf(c, row)).length > 0) return problem(c, lapsed)
    const period = lastPeriod(row.frequency, site.timeZone, now)
    const about = { site: site.id, type: 'digest.issued', response: null, about: aboutTrial(row.id, period) }
    await batch(db, [deliveryStatement(db, { ...about, id: newId('msg'), channel: 'email', target: to }, now)])
    return c.json({ to, mails: mails(c) }, 202)
  })

/** Whether the installation can send mail, and knows where the links in it lead. */
const mails = ({ env }: Context<ManageEnv>) => mailerOf(env) !== undefined && URL.canParse(env.PUBLIC_URL)

/** A digest begins with the issue after now: whatever is over counts as told. */
function startOf(schedule: Pick<DigestRow, 'frequency' | 'day' | 'hour'>, { timeZone }: Site, now: number) {
  return { period: lastIssue(schedule, timeZone, now).period.from, due_at: nextIssue(schedule, timeZone, now).at }
}

/** That of the site's newest survey, where there are words in it; a tag such as de-AT counts as its language. */
async function languageOf({ var: { db, site } }: Context<ManageEnv>): Promise<DigestLanguage> {
  const [newest] = await listSurveys(db, site.id)
  return DigestLanguage.safeParse(newest?.draft.locale.split('-')[0]).data ?? 'en'
}

async function answerWith<Status extends 200 | 201>(c: Context<ManageEnv>, id: string, status: Status) {
  const row = await findDigest(c.var.db, c.var.site.id, id)
  return row ? c.json(await viewed(c, row), status) : problem(c, notFound)
}

async function viewed(c: Context<ManageEnv>, row: DigestRow): Promise<Digest> {
  const { db, now, site } = c.var
  const { id, name, frequency, day, hour, language, conditions, view, people, addresses, active, period, outcome } = row
  const members = people.length > 0 ? await listMembers(db, site.id) : []
  const reading = [...addresses, ...members.filter((member) => people.includes(member.id)).map(({ email }) => email)]
  const optouts = await listOptouts(db, id)
  const { at, period: next } = nextIssue(row, site.timeZone, now)
  return {
    ...{ id, name, frequency, day, hour, language, conditions, view, people, addresses, active: active === 1 },
    unsubscribed: optouts.filter((email) => reading.includes(email)),
    gone: await goneOf(c, row),
    last: outcome === '' ? null : { from: period, outcome },
    next: active === 1 ? { at: new Date(at).toISOString(), ...next } : null,
    createdAt: new Date(row.created_at).toISOString(),
  }
}

/** What of a digest is said, as it is stored. */
function columnsOf({ conditions, people, addresses, active, ...rest }: z.infer<typeof PatchDigest>) {
  return {
    ...rest,
    ...(conditions !== undefined && { conditions: JSON.stringify(conditions) }),
    ...(people !== undefined && { people: JSON.stringify(people) }),
    ...(addresses !== undefined && { addresses: JSON.stringify([...new Set(addresses)]) }),
    ...(active !== undefined && { active: active ? (1 as const) : (0 as const) }),
  }
}

/** Only what the site has today is kept; what another has is as what isn't there. */
async function refusalOf(
  c: Context<ManageEnv>,
  frequency: Frequency,
  { day = 1, conditions, view, people = [] }: z.infer<typeof PatchDigest>,
): Promise<Refusal | undefined> {
  if (frequency === 'weekly' && day > 7) return { status: 422, errors: [{ pointer: '/day', detail: 'a week has 7 days' }] }
  return await unknownIn(c, { conditions, view, people })
}
