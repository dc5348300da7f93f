import { sql } from 'kysely'
import type { Order } from '../contract/order.ts'
import type { RespondentExport } from '../contract/respondent.ts'
import { publicId } from '../domain/response-id.ts'
import { searchExpression } from '../domain/search.ts'
import { listCaseEvents } from './cases.ts'
import { deleteClocks } from './clocks.ts'
import { listContacts } from './contacts.ts'
import { allTold, deleteCustomer } from './customers.ts'
import { batch, type Db } from './db.ts'
import { noteErasures, personHash } from './erasure-ledger.ts'
import { eraseRows } from './erasures.ts'
import { findResponses } from './feed.ts'

/** Of one transaction, and of one answer of the index of words. */
const slice = 100
const mostFound = 2_000

interface Row {
  id: number
  survey: string
  submission: string
}

/**
 * Responses of one person: given under this id, or with this submission key; of an e-mail address also those that left it as a contact or
 * have it typed in a text. Tests and set-aside ones too, the last answered first.
 */
async function listRows(db: Db, site: string, who: string): Promise<Row[]> {
  const columns = sql`responses.id, survey, submission`
  const own = sql<Row>`
    SELECT ${columns} FROM responses WHERE site = ${site} AND respondent = ${who} AND respondent <> ''
    UNION SELECT ${columns} FROM responses WHERE site = ${site} AND submission IN (${who}, ${who.toLowerCase()})`
  const found = [...(await own.execute(db.query)).rows]
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
  for (;;) {
    const rows = await listRows(db, site, who)
    for (let i = 0; i < rows.length; i += slice) await eraseRows(db, site, rows.slice(i, i + slice), now)
    erased += rows.length
    if (rows.length < mostFound) break
  }
  await deleteClocks(db, site, who)
  await deleteCustomer(db, site, who)
  await db.query.deleteFrom('links').where(sql`+site`, '=', site).where('respondent', '=', who).execute()
  // At last: what the ledger has is done. A database that is set back erases by it again.
  await batch(db, [noteErasures(db, site, [{ hash: await personHash(site, who), created_at: now }])])
  return erased
}

/** All that a site has of one person, to be handed over to them. */
export async function readRespondent(db: Db, site: string, who: string, now: number): Promise<RespondentExport> {
  const rows = await listRows(db, site, who)
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
    allTold(db, site, who),
    db.query.selectFrom('respondent_clocks').selectAll().where('site', '=', site).where('respondent', '=', who).execute(),
    db.query
      .selectFrom('links')
      .selectAll()
      .where(sql`+site`, '=', site)
      .where('respondent', '=', who)
      .where('respondent', '!=', '')
      .execute(),
  ])
  return {
    respondent: who,
    exportedAt: new Date(now).toISOString(),
    responses,
    told,
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
