import { parse } from 'csv-parse/sync'
import type { ImportView } from '../../../worker/contract/import.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp } from '../support/shop.ts'

export let shop: Shop
/** A survey with one of every question, answered in every way by `answerAll`. */
export let survey: string

const choices = [
  { id: 'price', text: 'Price' },
  { id: 'size', text: 'Size' },
]
export const score = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
/** `day` and `trait` are names that mean something else in an export. */
export const questions = [
  score,
  { id: 'fit', type: 'rating', points: 5, text: 'How was the fit?', low: '', high: '' },
  { id: 'missing', type: 'choices', text: 'What was missing?', choices, other: 'Something else' },
  { id: 'trait', type: 'choice', text: 'Which one?', choices, other: 'Another' },
  { id: 'why', type: 'text', text: 'Why?' },
  { id: 'day', type: 'text', text: 'Which day?' },
  { id: 'news', type: 'consent', text: 'Send me news' },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
]
export const canary = 'canary@shop.example'

export async function prepareGround(): Promise<void> {
  await migrate()
  shop = await setUp({ name: 'Käse "R" Us\u202e', dimensions: ['touchpoint', 'tier', 'source', 'fit'] })
  survey = await publishSurvey(shop, { questions, touchpoint: 'checkout' })
  await answerAll()
}

async function answerAll(): Promise<void> {
  const days = 86_400_000
  for (let i = 0; i < 24; i++) {
    const answers = {
      ...(i % 6 !== 5 && { score: i % 11 }),
      ...(i % 2 && { why: `Comment ${i},\r\n"twice"; | and more` }),
      ...(i % 3 && { fit: 1 + (i % 5) }),
      ...(i % 4 === 1 && { missing: ['size', 'other', 'price'], 'missing.other': `Colour ${i}` }),
      ...(i % 4 === 2 && { missing: ['price'], trait: 'size' }),
      ...(i % 4 === 3 && { trait: 'other', 'trait.other': 'None' }),
      ...(i % 5 === 0 && { day: 'Monday', news: 'yes', mail: canary }),
    }
    const context = {
      ...(i % 3 && { touchpoint: i % 2 ? 'checkout' : 'delivery' }),
      locale: 'de-AT',
      answeredAt: 1,
      sentAt: 1 + (i % 6) * days,
    }
    const traits = { tier: i % 2 ? 'gold' : 'silver', orders: i, 'a;"b,\n': '-5', constructor: true }
    const order =
      i % 3 === 0 ? undefined : { id: `=${i}`, value: i / 8, currency: 'EUR', skus: i % 2 ? ['A-1', '-B|2'] : ['"C"'] }
    const answer = await respond(shop, survey, { answers, context, traits, order, complete: i % 2 === 0 })
    if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${await answer.text()}`)
  }
}

export const download = (ending: string, query = '') => manage(shop.apiKey, 'GET', `/api/v1/exports/responses.${ending}${query}`)
export type Row = Record<string, string>

/** Parsed by a reader that is not ours to write; every row has the header's number of cells, or it throws. */
export function parseCsv(text: string): Row[] {
  return parse<Row>(text, { bom: true, columns: true, record_delimiter: '\r\n' })
}
export async function exportCsv(query = `?survey=${survey}`): Promise<Row[]> {
  return parseCsv(await textOf(await download('csv', query)))
}
export async function exportNdjson(query = `?survey=${survey}`): Promise<Record<string, unknown>[]> {
  const lines = (await textOf(await download('ndjson', query))).split('\n')
  if (lines.pop() !== '') throw new Error('the last line does not end')
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** With the byte order mark, which `text()` drops. */
export async function textOf(answer: Response): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(await answer.arrayBuffer())
}

export async function importFile(into: string, type: string, body: string): Promise<ImportView> {
  const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': type }
  return await json(send(`/api/v1/imports?survey=${into}`, { method: 'POST', headers, body }))
}

/** Many responses to a new survey, written straight into the table. */
export async function manyResponses(rows: number): Promise<string> {
  const id = await publishSurvey(shop, {})
  await db
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
       INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set, traits,
         source, day, answered_at, created_at, updated_at, digest, receipt)
       SELECT (1760000000 + i) * 1048576, ?2, ?3, ?3 || i, 1, 0, 1, i % 11, '{}', 'Comment ' || i, '{}', 1, '{}', 'api', '2025-10-09',
         1760000000000 + i * 1000, 1760000000000, 1760000000000, '', '' FROM n`,
    )
    .bind(rows, shop.site.id, id)
    .run()
  return id
}
