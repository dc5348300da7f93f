import { sql } from 'kysely'
import type { Order } from '../contract/order.ts'
import type { RespondentExport } from '../contract/respondent.ts'
import { publicId } from '../domain/response-id.ts'
import { searchExpression } from '../domain/search.ts'
import { listCaseEvents } from './cases.ts'
import { clocksDeletion } from './clocks.ts'
import { listContacts } from './contacts.ts'
import { allTold, customerDeletions } from './customers.ts'
import { batch, type Db } from './db.ts'
import { noteErasures, personHash } from './erasure-ledger.ts'
import { eraseRows } from './erasures.ts'
import { findResponses } from './feed.ts'

/** Of one transaction, and of one answer of the index of words. */
const slice = 100
const mostFound = 2_000
/** Customers of one address: a household has a few. */
const mostIds = 20

interface Row {
  id: number
  survey: string
  submission: string
}

/** Whether a row's traits name this address as somebody's own: under a key such as "email" or "e-mail address". */
const saysEmail = (who: string) => sql<boolean>`
  instr(lower(traits), ${who.toLowerCase()}) > 0 AND EXISTS (
    SELECT 1 FROM json_each(traits) AS trait
    WHERE lower(trait.value) = ${who.toLowerCase()} AND replace(lower(trait.key), '-', '') GLOB '*mail*')`

/** The person's ids: what was asked for, and of an e-mail address the customers whom the shop says it belongs to. */
async function idsOf(db: Db, site: string, who: string): Promise<string[]> {
  if (!who.includes('@')) return [who]
  const customers = sql<{
    id: string
  }>`SELECT DISTINCT id FROM customers WHERE site = ${site} AND ${saysEmail(who)} LIMIT ${mostIds}`
  return [...new Set([who, ...(await customers.execute(db.query)).rows.map(({ id }) => id)])]
}

/**
 * Responses of one person: given under these ids, or with this submission key; of an e-mail address also those that left it as a contact,
 * have it typed in a text, or whose traits say it. Tests and set-aside ones too, the last answered first.
 */
async function listRows(db: Db, site: string, who: string, ids: readonly string[]): Promise<Row[]> {
  const columns = sql`responses.id, responses.survey, submission`
  const own = sql<Row>`
    SELECT ${columns} FROM responses WHERE site = ${site} AND respondent IN (${sql.join(ids)}) AND respondent <> ''
    UNION SELECT ${columns} FROM responses WHERE site = ${site} AND submission IN (${who}, ${who.toLowerCase()})`
  const found = [...(await own.execute(db.query)).rows]
  if (who.includes('@')) {
    // Reads all of the site's responses: a person asks seldom, and an index would be written with every answer. Survey by survey, since so they lie
    // one after another: a quarter of a second for a million of them, where any other index takes ten times that.
    const told = sql<Row>`
      SELECT ${columns} FROM surveys CROSS JOIN responses ON responses.survey = surveys.id AND responses.id > 0
      WHERE surveys.site = ${site} AND ${saysEmail(who)} LIMIT ${mostFound}`
    found.push(...(await told.execute(db.query)).rows)
  }
  const words = who.includes('@') ? searchExpression(`"${who}"`) : undefined
  if (words) {
    const left = sql<Row>`
      SELECT ${columns} FROM contacts JOIN responses ON responses.id = contacts.response
      WHERE contacts.site = ${site} AND lower(contacts.value) = lower(${who})`
    const typed = sql<Row>`
      SELECT ${columns} FROM verbatims JOIN responses ON responses.id = verbatims.rowid
      WHERE verbatims MATCH ${`scope:"${site.replaceAll('_', '')}" AND ${words}`} AND responses.site = ${site}
        AND instr(lower(comment || ' ' || texts), lower(${who})) > 0
      LIMIT ${mostFound}`
    found.push(...(await left.execute(db.query)).rows, ...(await typed.execute(db.query)).rows)
  }
  return [...new Map(found.map((row) => [row.id, row])).values()].sort((a, b) => b.id - a.id)
}

/**
 * Erases what a site has of one person: their responses with counts, contacts and whatever may still come under their keys, when they were
 * asked, what the shop told of them, and links made for them. Answers how many responses there were. Harmless to repeat; what was cut off goes on so.
 */
export async function eraseRespondent(db: Db, site: string, who: string, now: number): Promise<number> {
  let erased = 0
  const ids = await idsOf(db, site, who)
  for (;;) {
    const rows = await listRows(db, site, who, ids)
    for (let i = 0; i < rows.length; i += slice) await eraseRows(db, site, rows.slice(i, i + slice), now)
    erased += rows.length
    if (rows.length < mostFound) break
  }
  const noted = await Promise.all(
    ids.map(async (id) => ({
      hash: await personHash(site, id),
      created_at: now,
      anonymised: 0 as const,
    })),
  )
  // At last, and at once: by the customer an address is found, and what the ledger has is done. A database that is set back erases by it again.
  await batch(db, [
    ...ids.flatMap((id) => [
      clocksDeletion(db, site, id),
      db.query.deleteFrom('links').where(sql`+site`, '=', site).where('respondent', '=', id),
      ...customerDeletions(db, site, id),
    ]),
    noteErasures(db, site, noted),
  ])
  return erased
}

/** All that a site has of one person, to be handed over to them. */
export async function readRespondent(db: Db, site: string, who: string, now: number): Promise<RespondentExport> {
  const ids = await idsOf(db, site, who)
  const rows = await listRows(db, site, who, ids)
  const responses: RespondentExport['responses'] = []
  for (let i = 0; i < rows.length; i += slice) {
    const ids = rows.slice(i, i + slice).map(({ id }) => id)
    const about = await db.query
      .selectFrom('responses')
      .select(['id', 'respondent', 'url', 'locale', 'order_info'])
      .where('id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .execute()
    const byId = new Map(about.map((row) => [publicId(row.id), row]))
    for (const item of await findResponses(db, site, ids)) {
      const row = byId.get(item.id)
      const contacts = item.contact && row && (await listContacts(db, site, row.id))
      if (!row) continue
      const { respondent, url, locale, order_info } = row
      const order = JSON.parse(order_info) as Order
      const history = (await listCaseEvents(db, site, row.id)) ?? []
      responses.push({ ...item, respondent, url, locale, order, contacts: contacts || [], history })
    }
  }
  const [told, asked, links] = await Promise.all([
    Promise.all(ids.map((id) => allTold(db, site, id))),
    db.query.selectFrom('respondent_clocks').selectAll().where('site', '=', site).where('respondent', 'in', ids).execute(),
    db.query
      .selectFrom('links')
      .selectAll()
      .where(sql`+site`, '=', site)
      .where('respondent', 'in', ids)
      .where('respondent', '!=', '')
      .execute(),
  ])
  return {
    respondent: who,
    exportedAt: new Date(now).toISOString(),
    responses,
    told: { known: told.flatMap(({ known }) => known), orders: told.flatMap(({ orders }) => orders) },
    asked: asked.map(({ survey, verified, shown, answered, dismissed, never }) => ({
      ...{ survey, verified: verified === 1 },
      ...{ shown: timeOf(shown), answered: timeOf(answered), dismissed: timeOf(dismissed), never: timeOf(never) },
    })),
    links: links.map(({ survey, location, locale, traits, created_at, expires_at }) => ({
      ...{ survey, location, locale, traits: JSON.parse(traits) as Record<string, string | number | boolean> },
      createdAt: new Date(created_at).toISOString(),
      expiresAt: new Date(expires_at).toISOString(),
    })),
  }
}

/** 0 stands for never. */
const timeOf = (at: number) => (at === 0 ? null : new Date(at).toISOString())
