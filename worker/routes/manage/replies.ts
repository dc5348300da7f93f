import type { Context } from 'hono'
import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import { Reply, ReplyGround, SendReply } from '../../contract/reply.ts'
import { newId } from '../../domain/ids.ts'
import { canonicalTag } from '../../domain/languages.ts'
import { fillLine, fillPlaces } from '../../domain/reply-places.ts'
import { rowId } from '../../domain/response-id.ts'
import { cleanText, codePoints } from '../../domain/text.ts'
import { isAddress } from '../../mail/mail.ts'
import { mailerOf } from '../../mail/mailer.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import {
  findLimitingReply,
  findReply,
  findReplyByKey,
  insertReply,
  type ReplyRow,
  replyView,
  retryReply,
} from '../../store/replies.ts'
import { findReplied, type Replied } from '../../store/reply-ground.ts'
import { findReplyTemplate } from '../../store/reply-templates.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const hour = 3_600_000
const params = z.object({ id: z.string() })
const tooOften: Refusal = { status: 429, detail: `a site sends at most ${limits.repliesPerHour} replies an hour` }
const isOther: Refusal = { status: 409, detail: 'a reply was sent under this key already, in other words than these' }
const isGone: Refusal = { status: 409, detail: 'the case was closed, or the address deleted, meanwhile' }
const isNotFailed: Refusal = { status: 409, detail: 'it did not fail, or its address has been deleted' }
const noTemplate: Refusal = { status: 422, errors: [{ pointer: '/template', detail: 'the site has no such template' }] }

const ground = defineRoute('GET /api/v1/responses/{id}/reply', {
  summary: 'What a reply to the shopper would be made of, and why there can be none',
  request: { params },
  responses: { 200: json(ReplyGround) },
})
const send = defineRoute('POST /api/v1/responses/{id}/replies', {
  summary: 'Reply to the shopper by mail; it stands in the case’s history, with what became of it',
  description:
    'The text is sent as it is given; of a template the places are filled. It goes out within a minute, ten attempts over about 75 hours. A case that is new is in progress thereby. With a `key` that was used already nothing is sent: the reply it names is answered (200), or 409 where that said something else.',
  request: { params, body: body(SendReply) },
  responses: { 200: json(Reply, 'It was sent before'), 201: json(Reply, 'On its way') },
})
const retry = defineRoute('POST /api/v1/responses/{id}/replies/{reply}/retry', {
  summary: 'Try a reply again that could not be sent, now and with all its attempts',
  request: { params: z.object({ id: z.string(), reply: z.string() }) },
  responses: { 200: json(Reply) },
})

export const replyRoutes = manageRouter()
  .openapi(ground, async (c) => {
    const { site } = c.var
    const replied = await findAsked(c, c.req.valid('param').id)
    if (!replied) return problem(c, notFound)
    const { places, said, to, locale } = replied
    const from = { name: site.name, replyTo: site.settings.replyTo }
    return c.json({ refusal: refusalOf(c, replied) ?? null, to: to.filter(isReachable), from, places, said, locale }, 200)
  })
  .openapi(send, async (c) => {
    const { actor, db, now, site } = c.var
    const { id } = c.req.valid('param')
    const { key, contact, ...given } = c.req.valid('json')
    const [response, replied] = [rowId(id), await findAsked(c, id)]
    if (response === null || !replied) return problem(c, notFound)
    const words = await wordsOf(c, given, replied)
    if ('status' in words) return problem(c, words)
    const about = { response, ...words }
    const before = await findReplyByKey(db, site.id, key)
    if (before) return isSame(before, about) ? c.json(replyView(before), 200) : problem(c, isOther)
    const refusal = refusalOf(c, replied)
    if (refusal !== undefined) return problem(c, { status: 409, detail: refusal })
    const to = replied.to.filter(isReachable).find(({ question }) => contact === undefined || question === contact)
    if (!to) return problem(c, { status: 422, errors: [{ pointer: '/contact', detail: 'no address was left at this question' }] })
    const { question } = to
    const person = actor?.person?.id ?? null
    const row = { ...about, id: newId('rpl'), site: site.id, key, question, person, at: now, tried_at: null }
    if (await insertReply(db, row, limits.repliesPerHour)) {
      const view = { ...row, state: 'waiting', error: '', due_at: now } as const
      return c.json(replyView(view), 201)
    }
    // A second press that came at the same time, or what changed since it was looked at.
    const written = await findReplyByKey(db, site.id, key)
    if (written) return isSame(written, about) ? c.json(replyView(written), 200) : problem(c, isOther)
    const limiting = await findLimitingReply(db, site.id, now - hour, limits.repliesPerHour)
    if (limiting === undefined) return problem(c, isGone)
    c.header('Retry-After', String(Math.ceil((limiting + hour - now) / 1000)))
    return problem(c, tooOften)
  })
  .openapi(retry, async (c) => {
    const { db, now, site } = c.var
    const { id, reply } = c.req.valid('param')
    const found = await findReply(db, site.id, reply)
    if (!found || found.response !== rowId(id)) return problem(c, notFound)
    if (!(await retryReply(db, found, now))) return problem(c, isNotFailed)
    return c.json(replyView({ ...found, state: 'waiting', error: '', due_at: now }), 200)
  })

async function findAsked(c: Context<ManageEnv>, id: string): Promise<Replied | undefined> {
  const response = rowId(id)
  return response === null ? undefined : await findReplied(c.var.db, c.var.site, response)
}

const isReachable = ({ address }: { address: string }) => isAddress(address.toLowerCase())

/** Why nobody can reply to this, in words. */
function refusalOf(c: Context<ManageEnv>, { test, quarantined, closed, to }: Replied): string | undefined {
  if (test) return 'a test was answered by no shopper'
  if (quarantined) return 'the response is set aside'
  if (to.length === 0) return 'no e-mail address was left'
  if (!to.some(isReachable)) return 'mail can’t be sent to the address that was left'
  if (closed) return 'the case is closed; open it again to reply'
  if (!mailerOf(c.env)) return 'this installation sends no mail'
  if (c.var.site.settings.replyTo === '')
    return 'the site has no address yet for the answers to replies: an owner sets it in the settings'
}

type Words = Pick<ReplyRow, 'subject' | 'text' | 'language'>

/** What is to be read: as it was given, or the template's with its places filled. */
async function wordsOf(
  c: Context<ManageEnv>,
  { template, subject, text, language }: Omit<SendReply, 'key' | 'contact'>,
  { places, locale }: Replied,
): Promise<Words | Refusal> {
  const found = template === undefined ? undefined : await findReplyTemplate(c.var.db, c.var.site.id, template)
  if (template !== undefined && !found) return noTemplate
  const words = {
    subject: cleanText(subject ?? fillLine(found?.subject ?? '', places, limits.replySubject)),
    text: cleanText(text ?? fillPlaces(found?.text ?? '', places)),
    language: language ?? found?.language ?? (canonicalTag(locale) || 'en'),
  }
  const faults = [
    ...(words.subject === '' ? [{ pointer: '/subject', detail: 'a subject that can be seen' }] : []),
    ...(words.text === '' ? [{ pointer: '/text', detail: 'a text that can be seen' }] : []),
    ...(codePoints(words.text) > limits.reply
      ? [{ pointer: '/text', detail: `at most ${limits.reply} characters, places filled` }]
      : []),
  ]
  return faults.length > 0 ? { status: 422, errors: faults } : words
}

const isSame = (row: ReplyRow, { response, subject, text }: Words & { response: number }) =>
  row.response === response && row.subject === subject && row.text === text
