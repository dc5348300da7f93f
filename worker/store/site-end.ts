import { limits } from '../contract/limits.ts'
import { batch, type Db } from './db.ts'
import { noteErasures, siteHash } from './erasure-ledger.ts'
import { withRetry } from './retry.ts'

/** Rows of one transaction: of a response some ten further rows go along. */
const sliceRows = 500

const ofSite = 'site = ?1'
const ofSurveys = 'survey IN (SELECT id FROM surveys WHERE site = ?1)'
const ofImports = 'import IN (SELECT id FROM imports WHERE site = ?1)'
const ofAlerts = 'alert IN (SELECT id FROM alerts WHERE site = ?1)'
const ofDigests = 'digest IN (SELECT id FROM digests WHERE site = ?1)'

/**
 * Every table that holds rows of a site but its members, each after those that refer to it: responses first, since counts follow them.
 * Those that may hold any number of rows go in slices, by what tells one row from another; the others whole.
 */
const tables: readonly [table: string, condition: string, key?: string][] = [
  ['responses', ofSurveys, 'id'],
  ['answer_counts', ofSurveys, 'survey, question, day, segment_set, answer'],
  ['display_counts', ofSurveys, 'survey, day, segment_set'],
  ['display_totals', ofSurveys],
  ['recount_findings', ofSurveys],
  ['survey_versions', ofSurveys],
  ['import_chunks', ofImports, 'import, position'],
  ['alert_firings', ofAlerts, 'alert, subject'],
  ['digest_optouts', ofDigests],
  ['outcomes', ofSite, 'site, survey, day, outcome'],
  ['display_batches', ofSite, 'site, key'],
  ['deliveries', ofSite, 'id'],
  ['links', ofSite, 'hash'],
  ['customers', ofSite, 'site, id, at'],
  ['customer_orders', ofSite, 'site, customer, id'],
  ['customers_due', ofSite, 'site, customer'],
  ['respondent_clocks', ofSite, 'site, respondent, verified, survey'],
  ['products', ofSite, 'site, sku'],
  ['segment_values', ofSite, 'site, dimension, value'],
  ['segment_sets', ofSite, 'site, id'],
  ['audit_log', ofSite, 'id'],
  ...[
    ...['outbox', 'untagged', 'contacts', 'case_events', 'cases', 'replies', 'attribute_changes', 'imports', 'notes', 'shares'],
    ...['previews', 'views', 'checks', 'sightings', 'zone_changes', 'retentions', 'alerts', 'digests', 'endpoints'],
    ...['inbox_rules', 'reply_templates', 'invitations', 'api_keys', 'models', 'taggers', 'tags', 'surveys'],
  ].map((table): [string, string] => [table, ofSite]),
]

export const siteTables = tables.map(([table]) => table)

/** Where somebody's name may still stand at another site. */
const namedIn = {
  ...{ members: 'person', surveys: 'edited_by', notes: 'person', shares: 'person', previews: 'person' },
  ...{ invitations: 'person', inbox_rules: 'owner', views: 'person' },
}

/** Sites that were deleted, and that nobody can bring back any more. */
export async function listEnded(db: Db, now: number): Promise<string[]> {
  const sites = db.query.selectFrom('sites').select('id').where('erased_at', 'is', null)
  const rows = await sites.where('deleted_at', '<=', now - limits.restorableMs).execute()
  return rows.map(({ id }) => id)
}

/** Nobody works with a site any more, nor can it be brought back: the job erases it next. */
export async function endAtOnce(db: Db, site: string, now: number): Promise<void> {
  const ended = { deleted_at: now - limits.restorableMs }
  await db.query.updateTable('sites').set(ended).where('id', '=', site).where('erased_at', 'is', null).execute()
}

/**
 * Erases a slice of what belongs to a site that was deleted, and in the end what it was called. True when nothing is left of it. Harmless to repeat: what was
 * broken off goes on so.
 */
export async function eraseSlice(db: Db, site: string, now: number): Promise<boolean> {
  const next = await nextTable(db, site)
  if (next) {
    const [table, condition, key] = next
    const some = key ? `(${key}) IN (SELECT ${key} FROM ${table} WHERE ${condition} LIMIT ${sliceRows})` : condition
    await withRetry(() => db.d1.prepare(`DELETE FROM ${table} WHERE ${some}`).bind(site).run())
  } else await endSite(db, site, now)
  return !next
}

/** The first table that holds anything of a site. */
async function nextTable(db: Db, site: string) {
  const cases = tables.map(([table, condition], i) => `WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${condition}) THEN ${i}`)
  const query = db.d1.prepare(`SELECT CASE ${cases.join(' ')} END AS next`).bind(site)
  const next = await withRetry(() => query.first<number | null>('next'))
  return next === null ? undefined : tables[next]
}

/** Its members, the people who were members nowhere else, and its name. The row stays: its key is never given again, and the ledger says that it ended. */
async function endSite(db: Db, site: string, now: number): Promise<void> {
  const members = await db.query.selectFrom('members').select('person').where('site', '=', site).execute()
  const ids = JSON.stringify(members.map(({ person }) => person))
  const unnamed = Object.entries(namedIn).map(
    ([table, column]) => `id NOT IN (SELECT ${column} FROM ${table} WHERE ${column} NOT NULL)`,
  )
  const lone = `SELECT id FROM people WHERE id IN (SELECT value FROM json_each(?1)) AND id NOT IN (SELECT person FROM members)`
  const statements = [
    db.query.deleteFrom('members').where('site', '=', site),
    db.d1.prepare(`DELETE FROM sessions WHERE person IN (${lone})`).bind(ids),
    db.d1.prepare(`DELETE FROM login_tokens WHERE person IN (${lone})`).bind(ids),
    db.d1.prepare(`DELETE FROM people WHERE id IN (SELECT value FROM json_each(?1)) AND ${unnamed.join(' AND ')}`).bind(ids),
    db.query.deleteFrom('tombstones').where('site', '=', site),
    noteErasures(db, site, [{ hash: await siteHash(site), created_at: now, anonymised: 0 }]),
    db.query
      .updateTable('sites')
      .set({ name: 'Deleted', origins: '[]', dimensions: '[]', settings: '{}', identity_secret: '', erased_at: now })
      .where('id', '=', site),
  ]
  await withRetry(() => batch(db, statements))
}
