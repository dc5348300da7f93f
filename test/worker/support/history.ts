import { publicId } from '../../../worker/domain/response-id.ts'
import { type Model, type ModelRow, take } from '../../support/response-model.ts'
import { beatsOf, compareBeats } from './beats.ts'
import type { Event } from './events.ts'
import { clear, compare, equal, type Ground, wipe } from './recounted.ts'
import { db, manage, respond, send, shopOrigin } from './shop.ts'

type Sending = Extract<Event, { do: 'send' }>

/** Plays one history against the worker and the model at once; throws where they part, `then` included. Leaves nothing behind. */
export async function play(ground: Ground, events: readonly Event[], then?: () => Promise<void>): Promise<void> {
  try {
    await playAll(ground, events, then)
  } catch (error) {
    await wipe()
    throw error
  }
}

async function playAll(ground: Ground, events: readonly Event[], then?: () => Promise<void>): Promise<void> {
  const model: Model = { rows: new Map(), erased: new Set() }
  const sent: Sending[] = []
  let shown = 0
  let beats = await beatsOf(ground)
  for (const one of events) {
    if (one.do === 'send') await sendStep(ground, model, one, sent)
    else if (one.do === 'resend') await resend(ground, model, one.which, sent)
    else if (one.do === 'misfit') await sendMisfit(ground, one)
    else if (one.do === 'show') shown += await show(ground, one)
    else if (one.do === 'check') await compare(ground, model, shown)
    else await change(ground, model, one)
    const later = await beatsOf(ground)
    // A copy is made past every door; what stores responses beats by itself.
    if (one.do !== 'copy') compareBeats(beats, later, one)
    beats = later
  }
  await then?.()
  await compare(ground, model, shown)
  await clear(ground)
}

const submissionOf = (who: number) => `01935b5e-0000-7000-8000-00000000000${who}`

async function sendStep(ground: Ground, model: Model, event: Sending, sent: Sending[]): Promise<void> {
  sent.push(event)
  const survey = ground.surveys[event.survey] ?? ''
  const { version, seq, complete, answers, at, by } = event
  const step = { survey, submission: submissionOf(event.who), version, seq, complete, answers }
  const late = event.lateDays * 86_400_000
  const context = {
    touchpoint: at,
    answeredAt: 1_000_000_000_000,
    sentAt: 1_000_000_000_000 + late,
    ...(by === 'link' && { source: by }),
  }
  const headers = {
    'Content-Type': 'application/json',
    ...(by === 'api' ? { Authorization: `Bearer ${ground.shop.apiKey}` } : { Origin: shopOrigin }),
  }
  const before = berlinDay(Date.now() - late)
  const replies = await Promise.all(
    Array.from({ length: event.times }, () =>
      respond(ground.shop, survey, { ...step, context }, { headers, body: bodyOf(ground, step, context) }),
    ),
  )
  const days = [before, berlinDay(Date.now() - late)]
  const expected = replies.map(() => take(model, { ...step, touchpoint: at, source: by, days }))
  // At once means in any order; each of them must have the one status that is left for it.
  const statuses = replies.map((reply) => reply.status)
  equal(statuses.sort(), expected.sort(), `the answers to ${JSON.stringify(event)}`)
  for (const reply of replies) {
    const body = await reply.json<{ submission?: string; seq?: number }>()
    if (reply.ok) equal(body, { submission: step.submission, seq }, 'the receipt')
  }
}

function bodyOf(ground: Ground, step: object, context: object): string {
  return JSON.stringify({ site: ground.shop.site.key, ...step, context })
}

async function resend(ground: Ground, model: Model, which: number, sent: Sending[]): Promise<void> {
  const again = sent[which % sent.length]
  // Other fields may differ between retries.
  if (again) await sendStep(ground, model, { ...again, times: 1, lateDays: 0, at: 'delivery' }, sent)
}

async function sendMisfit(ground: Ground, event: Extract<Event, { do: 'misfit' }>): Promise<void> {
  const reply = await respond(ground.shop, ground.surveys[0] ?? '', {
    submission: submissionOf(event.who),
    seq: 9,
    answers: event.answers,
  })
  equal(reply.status, 422, 'a misfit')
}

async function show(ground: Ground, event: Extract<Event, { do: 'show' }>): Promise<number> {
  const survey = ground.surveys[event.survey]
  const body = JSON.stringify({
    site: ground.shop.site.key,
    key: crypto.randomUUID(),
    events: [{ survey, type: 'shown', touchpoint: event.at }],
  })
  const reply = await send('/v1/displays', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: shopOrigin },
    body,
  })
  equal(reply.status, 201, 'a display')
  return 1
}

/** Changes behind the worker's back: the counts must hold for every path a row can take. */
async function change(ground: Ground, model: Model, event: Extract<Event, { which: number }> & { do: string }): Promise<void> {
  const keys = [...model.rows.keys()]
  const key = keys[event.which % keys.length]
  const row = key === undefined ? undefined : model.rows.get(key)
  if (key === undefined || !row) return
  switch (event.do) {
    case 'erase': {
      const id = await db.prepare('SELECT id FROM responses WHERE submission = ?').bind(key).first<number>('id')
      const reply = await manage(ground.shop.apiKey, 'DELETE', `/api/v1/responses/${publicId(id ?? 0)}`)
      equal(reply.status, 204, 'an erasure')
      model.rows.delete(key)
      model.erased.add(key)
      return
    }
    case 'erase-own': {
      const body = JSON.stringify({ site: ground.shop.site.key, submission: key })
      const reply = await send('/v1/erasures', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', Origin: shopOrigin },
        body,
      })
      // A copy made by hand has a key no widget makes.
      equal(reply.status, key.startsWith('copy') ? 400 : 204, "a shopper's erasure")
      if (reply.status !== 204) return
      model.rows.delete(key)
      model.erased.add(key)
      return
    }
    case 'resolve':
    case 'reopen': {
      const id = await db.prepare('SELECT id FROM responses WHERE submission = ?').bind(key).first<number>('id')
      const status = event.do === 'resolve' ? 'resolved' : 'in-progress'
      const reply = await manage(ground.shop.apiKey, 'PATCH', `/api/v1/responses/${publicId(id ?? 0)}`, { status })
      equal(reply.status, 200, 'a change of status')
      row.resolved = event.do === 'resolve'
      return
    }
    case 'tag': {
      const { tags } = event as Extract<Event, { do: 'tag' }>
      const id = await db.prepare('SELECT id FROM responses WHERE submission = ?').bind(key).first<number>('id')
      const reply = await manage(ground.shop.apiKey, 'PUT', `/api/v1/responses/${publicId(id ?? 0)}/tags`, { tags })
      equal(reply.status, 200, 'a correction')
      row.tags = tags.toSorted()
      row.judged = true
      return
    }
    case 'delete':
      await db.prepare('DELETE FROM responses WHERE submission = ?').bind(key).run()
      model.rows.delete(key)
      return
    case 'copy': {
      const submission = `copy-${model.rows.size}-${crypto.randomUUID()}`
      await db.prepare(copy).bind(submission, key).run()
      // Contacts stand apart, and nobody copied them.
      model.rows.set(submission, { ...structuredClone(row), contacts: {}, resolved: false })
      return
    }
    case 'age':
      await db.prepare('UPDATE responses SET created_at = created_at - 604800001 WHERE submission = ?').bind(key).run()
      row.old = true
      return
    case 'edit':
      return await edit(ground, model, event as Extract<Event, { do: 'edit' }>, key)
  }
}

const columns = `site, survey, seq, complete, version, score, answers, comment, texts, segment_set, traits, source, day, answered_at,
                 created_at, updated_at, test, quarantined, digest, receipt, spaced, tags, tagging, judged, judged_at, tagger`
const copy = `INSERT INTO responses (id, submission, ${columns})
              SELECT (SELECT max(id) + 1 FROM responses), ?1, ${columns} FROM responses WHERE submission = ?2`

async function edit(ground: Ground, model: Model, event: Extract<Event, { do: 'edit' }>, key: string): Promise<void> {
  const value = event.column === 'survey' ? (ground.surveys[Number(event.value)] ?? '') : event.value
  // The column is one of `values`, never input.
  const update = db.prepare(`UPDATE responses SET ${event.column} = ?1 WHERE ?2 OR submission = ?3`)
  await update.bind(value, event.all ? 1 : 0, key).run()
  for (const [submission, row] of model.rows) if (event.all || submission === key) setColumn(row, event.column, value)
}

function setColumn(row: ModelRow, column: string, value: string | number | null): void {
  if (column === 'day') row.days = [String(value)]
  else if (column === 'segment_set') row.set = Number(value)
  else if (column === 'answers') row.closed = JSON.parse(String(value))
  else if (column === 'complete') row.complete = value === 1
  else Object.assign(row, { [column]: value })
}

const berlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' })
const berlinDay = (instant: number) => berlin.format(instant)
