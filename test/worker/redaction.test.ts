import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ImportView } from '../../worker/contract/import.ts'
import { limits } from '../../worker/contract/limits.ts'
import type { Contacts, Feed, ResponseItem } from '../../worker/contract/response.ts'
import type { Outcomes, SiteView } from '../../worker/contract/site.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop
let survey: string

const choices = [{ id: 'size', text: 'Size' }]
const questions = [
  { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
  { id: 'why', type: 'text', text: 'Why?' },
  { id: 'more', type: 'text', text: 'Anything else?' },
  { id: 'missing', type: 'choices', text: 'Missing?', choices, other: 'Something else' },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
]
const phone = '+49 171 7654321'
const mail = 'zanzibar@hidden.example'
const card = '4111 1111 1111 1111'
const iban = 'DE89 3704 0044 0532 0130 00'
/** What may be found nowhere: the parts by which each would be recognised. */
const canaries = ['zanzibar', 'hidden.example', '7654321', '1111 1111', '3704 0044', '0532 0130']
const typed = {
  why: `Write to ${mail} or call ${phone}. Order 1002345678, 59,90 EUR.`,
  more: `Card ${card}`,
  missing: ['other'],
  'missing.other': `Refund to ${iban}`,
}
const kept = {
  why: 'Write to [e-mail] or call [phone]. Order 1002345678, 59,90 EUR.',
  more: 'Card [card]',
  'missing.other': 'Refund to [IBAN]',
}

beforeAll(async () => {
  await migrate()
  shop = await setUp()
  survey = await publishSurvey(shop, { questions })
})
beforeEach(() => redacting(true))

const redacting = async (redact: boolean) => {
  const site = await json<SiteView>(manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { redact }))
  expect(site.redact).toBe(redact)
}
const newest = async () => (await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses?limit=1'))).items[0] as ResponseItem
const found = async (q: string) =>
  (await json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses?${new URLSearchParams({ q })}`))).items.length
const download = async (ending: string) =>
  await (await manage(shop.apiKey, 'GET', `/api/v1/exports/responses.${ending}?survey=${survey}`)).text()
const importFile = (type: string, body: string, query = '') =>
  send(`/api/v1/imports?survey=${survey}${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': type },
    body,
  })
const importCsv = (body: string, query = '') => json<ImportView>(importFile('text/csv', body, query))

async function redactions(): Promise<number> {
  await runScheduled()
  const { days } = await json<Outcomes>(manage(shop.apiKey, 'GET', '/api/v1/outcomes'))
  return days[0]?.outcomes.redacted ?? 0
}

/** Every cell of every table as text, those of the search index's own tables too. */
async function everything(): Promise<string> {
  // A virtual table can't be read as one; what it holds lies in tables of its own.
  const tables = await db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE '%\\_cf\\_%' ESCAPE '\\'",
    )
    .all<{ name: string }>()
  const cells: string[] = []
  for (const { name } of tables.results) {
    const { results } = await db.prepare(`SELECT * FROM "${name}"`).all()
    for (const cell of results.flatMap((row) => Object.values(row)))
      cells.push(Array.isArray(cell) ? String.fromCharCode(...cell) : String(cell))
  }
  expect(tables.results.length).toBeGreaterThan(15)
  return cells.join('\n').toLowerCase()
}
async function expectNoCanary(): Promise<void> {
  const all = await everything()
  expect(canaries.filter((canary) => all.includes(canary))).toEqual([])
}

describe('what a shopper types', () => {
  it('is stored, shown, searched and exported without addresses and numbers, in whichever step it comes', async () => {
    const submission = crypto.randomUUID()
    const { why, ...others } = typed
    expect((await respond(shop, survey, { submission, answers: { score: 3, why } })).status).toBe(201)
    expect((await respond(shop, survey, { submission, seq: 2, answers: others, complete: true })).status).toBe(201)
    expect(await newest()).toMatchObject({ score: 3, comment: kept.why, answers: { ...kept, missing: ['other'] } })
    await expectNoCanary()

    for (const canary of ['zanzibar', 'hidden', '7654321', '1111']) expect([canary, await found(canary)]).toEqual([canary, 0])
    expect(await found('1002345678')).toBe(1)
    expect(await found('"[phone]" "[e-mail]" "[card]" "[IBAN]"')).toBe(1)
    for (const ending of ['csv', 'ndjson']) {
      const file = await download(ending)
      expect(canaries.filter((canary) => file.includes(canary))).toEqual([])
      expect(file).toContain(kept.why)
    }
  })

  it('is counted by what was replaced, once it is stored', async () => {
    const before = await redactions()
    const step = { submission: crypto.randomUUID(), answers: { score: 3, ...typed } }
    await respond(shop, survey, step)
    await respond(shop, survey, step)
    await respond(shop, survey, { answers: { score: 3, why: 'Nothing to replace' } })
    await respond(shop, survey, { answers: { score: 30, why: mail } })
    expect(await redactions()).toBe(before + 4)
  })

  it('is compared with a repeat as it was sent', async () => {
    const submission = crypto.randomUUID()
    const step = (why: string) => respond(shop, survey, { submission, answers: { score: 3, why } })
    expect([(await step(`a ${mail}`)).status, (await step(`a ${mail}`)).status]).toEqual([201, 200])
    // Another address leaves the same text, and is another answer all the same.
    expect((await step('a ben@shop.example')).status).toBe(409)
    expect((await newest()).comment).toBe('a [e-mail]')
  })

  it('answers a required question, and is taken back, whatever is left of it', async () => {
    const asked = await publishSurvey(shop, { questions: [questions[0], { ...questions[1], required: true }] })
    const submission = crypto.randomUUID()
    expect((await respond(shop, asked, { submission, answers: { score: 3, why: mail } })).status).toBe(201)
    expect((await respond(shop, asked, { submission, seq: 2, answers: { score: 4 }, complete: true })).status).toBe(201)
    expect(await newest()).toMatchObject({ score: 4, comment: '[e-mail]' })
    const other = crypto.randomUUID()
    await respond(shop, survey, { submission: other, answers: { score: 3, why: mail, more: card } })
    await respond(shop, survey, { submission: other, seq: 2, answers: { why: null, more: null } })
    const taken = await newest()
    expect([taken.comment, taken.answers]).toEqual(['', { score: 3 }])
  })

  it('may be as long as before, and marks that are longer than what they replace are stored whole', async () => {
    const at = (length: number) => 'a@b.co '.repeat(1_000).slice(0, length)
    for (const [length, status] of [
      [limits.comment, 201],
      [limits.comment + 1, 422],
    ] as const) {
      const answer = await respond(shop, survey, { answers: { score: 3, why: at(length), more: at(length) } })
      expect([length, answer.status]).toEqual([length, status])
    }
    const { comment, answers } = await newest()
    for (const text of [comment, String(answers.more)]) {
      expect(text.length).toBeLessThanOrEqual(limits.comment)
      expect(text.length).toBeGreaterThan(limits.comment - 9)
      expect(text).toMatch(/^(\[e-mail\] )+(\[e-mail\])?$/)
    }
  })

  it('is kept where it was given on purpose: in a contact question', async () => {
    await respond(shop, survey, { answers: { score: 2, why: 'Call me', mail: 'ann@contact.example' } })
    const { contacts } = await json<Contacts>(manage(shop.apiKey, 'GET', `/api/v1/responses/${(await newest()).id}/contacts`))
    expect(contacts.map(({ value }) => value)).toEqual(['ann@contact.example'])
  })
})

describe('an imported file', () => {
  const header = 'score,why,more,missing,missing.other,at'
  const row = `2,"${typed.why}",${typed.more},other,${typed['missing.other']},2026-01-05`

  it('is redacted as what shoppers type is', async () => {
    const before = await redactions()
    expect(await importCsv(`${header}\n${row}\n`)).toMatchObject({ stored: 1, rejected: 0 })
    const { items } = await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses?to=2026-01-05'))
    expect(items[0]).toMatchObject({ comment: kept.why, answers: { ...kept, missing: ['other'] } })
    await expectNoCanary()
    expect(await redactions()).toBe(before + 4)
    // Nothing was stored, so nothing was replaced.
    expect(await importCsv(`${header}\n${row}\n`)).toMatchObject({ stored: 0, duplicates: 1 })
    expect(await redactions()).toBe(before + 4)
  })

  it('tells why a row is refused without what it says', async () => {
    const mapping = encodeURIComponent(JSON.stringify({ columns: { Note: 'score', Choice: 'answer.found' } }))
    const asked = await publishSurvey(shop, {
      questions: [questions[0], { id: 'found', type: 'choice', text: 'Found?', choices: [...choices, { id: 'b', text: 'B' }] }],
    })
    const file = `Note,Choice\n9,${mail}\n8,call ${phone}\n`
    const { reasons } = await json<ImportView>(
      send(`/api/v1/imports?survey=${asked}&mapping=${mapping}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'text/csv' },
        body: file,
      }),
    )
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'found: “[e-mail]” is none of the choices',
      'found: “call [phone]” is none of the choices',
    ])
    await expectNoCanary()
  })

  it('of ours comes back as it went, marks and all', async () => {
    const file = await download('csv')
    const rows = (await download('ndjson')).trim().split('\n').length
    expect(await importCsv(file)).toMatchObject({ stored: 0, duplicates: rows, rejected: 0 })
    const copy = await publishSurvey(shop, { questions })
    const answer = await send(`/api/v1/imports?survey=${copy}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'text/csv' },
      body: file,
    })
    expect(await json<ImportView>(answer)).toMatchObject({ stored: rows, rejected: 0 })
    const texts = (items: ResponseItem[]) => items.map(({ comment, answers }) => JSON.stringify([comment, answers])).sort()
    const of = async (id: string) =>
      texts((await json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${id}&limit=200`))).items)
    expect(await of(copy)).toEqual(await of(survey))
  })

  it('that waits for the job waits redacted, and is the same file whatever was replaced in it', async () => {
    const before = await redactions()
    const rows = Array.from({ length: limits.importRowsAtOnce + 1 }, (_, i) =>
      i % 1_000 === 0 ? `${i % 11},Row ${i}: ${mail} ${phone},,,` : `${i % 11},Row ${i},,,`,
    )
    const file = `score,comment,more,missing,missing.other\n${rows.join('\n')}\n`
    const first = await importCsv(file)
    expect(first.state).toBe('running')
    expect(await db.prepare('SELECT count(*) AS n FROM import_chunks').first('n')).toBeGreaterThan(10)
    await expectNoCanary()
    const finished = async (id: string) => {
      const progress = () => json<ImportView>(manage(shop.apiKey, 'GET', `/api/v1/imports/${id}`))
      while ((await progress()).state !== 'done') await runScheduled()
      return await progress()
    }
    expect(await finished(first.import)).toMatchObject({ stored: rows.length, rejected: 0 })
    await expectNoCanary()
    expect(await redactions()).toBe(before + 12)

    // The same rows as they are, and a start of them short enough to be stored at once.
    await redacting(false)
    expect(await finished((await importCsv(file)).import)).toMatchObject({ stored: 0, duplicates: rows.length })
    const start = file.split('\n').slice(0, 1_002).join('\n')
    expect(await importCsv(start)).toMatchObject({ state: 'done', stored: 0, duplicates: 1_001 })
  })
})

describe('a site that keeps personal data', () => {
  it('stores what is typed and imported as it is, and changes nothing of that when it decides otherwise', async () => {
    await redacting(false)
    const before = await redactions()
    await respond(shop, survey, { answers: { score: 3, ...typed } })
    const { id, comment, answers } = await newest()
    expect([comment, answers.more, answers['missing.other']]).toEqual([typed.why, typed.more, typed['missing.other']])
    expect(await found('zanzibar')).toBe(1)
    expect(await importCsv(`score,comment\n5,Imported ${mail}\n`)).toMatchObject({ stored: 1 })
    expect(await found('zanzibar')).toBe(2)
    expect(await redactions()).toBe(before)
    // What looks for canaries in every table finds them where they are.
    const all = await everything()
    expect(canaries.filter((canary) => !all.includes(canary))).toEqual([])
    await redacting(true)
    expect((await json<ResponseItem>(manage(shop.apiKey, 'GET', `/api/v1/responses/${id}`))).comment).toBe(typed.why)
  })
})
