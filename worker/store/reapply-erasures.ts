import { sql } from 'kysely'
import { sha256 } from '../domain/secrets.ts'
import { anonymiseRows, isAnonymous } from './anonymise.ts'
import { batch, type Db } from './db.ts'
import { type Erasure, noteErasures, personHash, siteHash } from './erasure-ledger.ts'
import { eraseRows, exportedHash } from './erasures.ts'
import { eraseRespondent } from './respondents.ts'
import { endAtOnce } from './site-end.ts'

/** What was erased once more. */
export interface Reapplied {
  responses: number
  people: number
  /** Of those that were only parted from who gave them, and stay. */
  anonymised: number
  /** Deleted once more; the job erases them. */
  sites: number
}

/** Of one transaction, and of one reading. */
const slice = 200

/**
 * Erases in a database that was set back what was erased since: submissions by the hash of their key, people by that of the id their shop has
 * for them, and whole sites. Of the ledger counts what the database doesn't know yet, so that who came back after an earlier erasure stays. Harmless to
 * repeat; what was broken off goes on so.
 */
export async function reapplyErasures(db: Db, ledger: readonly Erasure[], now: number): Promise<Reapplied> {
  const done: Reapplied = { responses: 0, anonymised: 0, people: 0, sites: 0 }
  for (const [site, erasures] of Map.groupBy(ledger, (erasure) => erasure.site)) {
    const isThere = await db.query.selectFrom('sites').select('id').where('id', '=', site).executeTakeFirst()
    if (!isThere) continue
    const since = await newIn(db, site, erasures)
    const hashes = new Set(since.map(({ hash }) => hash))
    if (hashes.has(await siteHash(site))) {
      await endAtOnce(db, site, now)
      done.sites++
      continue
    }
    await eraseSubmissions(db, site, since, done, now)
    for (const who of await listPeople(db, site)) {
      if (!hashes.has(await personHash(site, who))) continue
      done.responses += await eraseRespondent(db, site, who, now)
      done.people++
    }
    // At last, since what stands there counts as done; then no answer that is still on its way comes back.
    for (let i = 0; i < since.length; i += slice) await batch(db, [noteErasures(db, site, since.slice(i, i + slice))])
  }
  return done
}

/** What of the ledger the database doesn't know, or not of so late. */
async function newIn(db: Db, site: string, erasures: readonly Erasure[]): Promise<Erasure[]> {
  const rows = await db.query.selectFrom('tombstones').select(['hash', 'created_at']).where('site', '=', site).execute()
  const known = new Map(rows.map(({ hash, created_at }) => [hash, created_at]))
  return erasures.filter(({ hash, created_at }) => created_at > (known.get(hash) ?? 0))
}

async function eraseSubmissions(db: Db, site: string, since: readonly Erasure[], done: Reapplied, now: number): Promise<void> {
  const anonymised = new Map(since.map((erasure) => [erasure.hash, erasure.anonymised]))
  let after = 0
  for (;;) {
    const rows = await db.query
      .selectFrom('responses')
      .select(['id', 'survey', 'submission'])
      .where(sql`+site`, '=', site)
      .where('id', '>', after)
      .orderBy('id')
      .limit(slice)
      .execute()
    const found = await Promise.all(
      // By both of its keys: one that was erased after it had lost its own is known by the other alone.
      rows.map(async (row) => [anonymised.get(await sha256(row.submission)), anonymised.get(await exportedHash(row))]),
    )
    const gone = rows.filter((_, i) => found[i]?.includes(0))
    const parted = rows.filter(({ submission }, i) => !found[i]?.includes(0) && found[i]?.includes(1) && !isAnonymous(submission))
    if (gone.length > 0) await eraseRows(db, site, gone, now)
    if (parted.length > 0) await anonymiseRows(db, site, parted, now, [])
    done.responses += gone.length
    done.anonymised += parted.length
    const last = rows.at(-1)
    if (!last || rows.length < slice) return
    after = last.id
  }
}

/** Whoever a site knows anything of, by the shop's id for them. */
async function listPeople(db: Db, site: string): Promise<string[]> {
  const { rows } = await sql<{ who: string }>`
    SELECT respondent AS who FROM responses WHERE site = ${site} AND respondent <> ''
    UNION SELECT respondent FROM respondent_clocks WHERE site = ${site}
    UNION SELECT respondent FROM links WHERE site = ${site} AND respondent <> ''
    UNION SELECT id FROM customers WHERE site = ${site}
    UNION SELECT customer FROM customer_orders WHERE site = ${site}`.execute(db.query)
  return rows.map(({ who }) => who)
}
