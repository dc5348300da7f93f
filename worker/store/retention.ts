import { sql } from 'kysely'
import type { CutOff } from '../domain/retention.ts'
import { anonymiseRows, known } from './anonymise.ts'
import { retentionAction } from './audit.ts'
import { batch, type Db } from './db.ts'
import { eraseRows } from './erasures.ts'
import type { Schema } from './schema.ts'
import { type Site, siteOf } from './sites.ts'

/** Responses of one transaction. */
export const sliceRows = 100

type Retention = Schema['retentions']

/** Sites that don't keep everything for ever. */
export async function listKeeping(db: Db): Promise<{ site: Site; doneFor: string }[]> {
  const rows = await db.query
    .selectFrom('sites')
    .leftJoin('retentions', 'retentions.site', 'sites.id')
    .selectAll('sites')
    .select('done_for')
    .where(sql<boolean>`coalesce(settings ->> 'keepMonths', settings ->> 'anonymiseMonths') IS NOT NULL`)
    .execute()
  return rows.map(({ done_for, ...row }) => ({ site: siteOf(row), doneFor: done_for ?? '' }))
}

/** How far a site's run has come. */
export async function beginRetention(db: Db, site: string): Promise<Retention> {
  await db.query
    .insertInto('retentions')
    .values({ site, done_for: '', forgotten: 0, imports: 0, deleted: 0, anonymised: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return await db.query.selectFrom('retentions').selectAll().where('site', '=', site).executeTakeFirstOrThrow()
}

/** Some of a site's responses with ids from `least` on, below `below`, survey by survey, the oldest first. */
async function listBetween(db: Db, site: string, least: number, below: number) {
  const { rows } = await sql<{ id: number; survey: string; submission: string }>`
    SELECT responses.id, responses.survey, submission FROM surveys CROSS JOIN responses
      ON responses.survey = surveys.id AND responses.id >= ${least} AND responses.id < ${below}
    WHERE surveys.site = ${site} AND (${least} = 0 OR submission NOT GLOB 'anon:*')
    LIMIT ${sliceRows}`.execute(db.query)
  return rows
}

/** Deletes some of what is too old to be kept, as an erasure does, and answers how many. */
export async function deleteSlice(db: Db, site: string, cut: CutOff, now: number): Promise<number> {
  const rows = await listBetween(db, site, 0, cut.delete)
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const there = sql<number>`(SELECT count(*) FROM responses WHERE id IN (SELECT value FROM json_each(${ids})))`
  const booked = db.query
    .updateTable('retentions')
    .set({ deleted: sql<number>`deleted + ${there}` })
    .where('site', '=', site)
  if (rows.length > 0) await eraseRows(db, site, rows, now, [booked])
  return rows.length
}

/** Takes the people out of some of what is too old for them, and answers how many responses that were. */
export async function anonymiseSlice(db: Db, { site, forgotten }: Retention, cut: CutOff, now: number): Promise<number> {
  const rows = await listBetween(db, site, Math.max(1, forgotten), cut.anonymise)
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const booked = db.query
    .updateTable('retentions')
    .set({ anonymised: sql<number>`anonymised + ${known(ids)}` })
    .where('site', '=', site)
  if (rows.length > 0) await anonymiseRows(db, site, rows, now, [booked])
  return rows.length
}

/** Deletes what else of people is too old: what the shop told of their orders, links made for them, and when they were asked, by whole months. `before` is ms. */
export async function deleteTraces(db: Db, site: string, before: number): Promise<void> {
  const month = new Date(before).toISOString().slice(0, 7)
  await batch(db, [
    db.query.deleteFrom('customer_orders').where('site', '=', site).where('at', '<', before),
    db.query.deleteFrom('links').where('site', '=', site).where('created_at', '<', before),
    db.query.deleteFrom('respondent_clocks').where('site', '=', site).where('month', '<', month),
  ])
}

/** Ends a run, unless an import came meanwhile, with a line of the audit log where it did anything: how many, never whose. Once, though two end it. */
export async function endRetention(
  db: Db,
  { site, imports }: Retention,
  run: string,
  forgotten: number,
  now: number,
): Promise<void> {
  const under = 'site = ?1 AND done_for <> ?2 AND imports = ?3'
  await batch(db, [
    db.d1
      .prepare(
        `INSERT INTO audit_log (site, at, actor, name, action, object, coarse, status, changes)
         SELECT ?1, ?4, 'key_retention', 'Nightly job', ?5, '', 0, 200,
           json_patch('{}', json_object('deleted', CASE deleted WHEN 0 THEN NULL ELSE json_array(NULL, deleted) END,
                                        'anonymised', CASE anonymised WHEN 0 THEN NULL ELSE json_array(NULL, anonymised) END))
         FROM retentions WHERE ${under} AND deleted + anonymised > 0`,
      )
      .bind(site, run, imports, now, retentionAction),
    db.d1
      .prepare(`UPDATE retentions SET done_for = ?2, forgotten = max(forgotten, ?4), deleted = 0, anonymised = 0 WHERE ${under}`)
      .bind(site, run, imports, forgotten),
  ])
}

/** How many responses of a site would be deleted, and how many lose their person, were they cut off so. */
export async function countBeyond(db: Db, site: string, cut: CutOff): Promise<{ deleted: number; anonymised: number }> {
  const forgotten = sql`coalesce((SELECT forgotten FROM retentions WHERE site = ${site}), 0)`
  const { rows } = await sql<{ deleted: number; anonymised: number }>`
    SELECT coalesce(sum(responses.id < ${cut.delete}), 0) AS deleted,
           coalesce(sum(responses.id >= ${cut.delete} AND responses.id >= ${forgotten}), 0) AS anonymised
    FROM surveys CROSS JOIN responses ON responses.survey = surveys.id AND responses.id < ${Math.max(cut.delete, cut.anonymise)}
    WHERE surveys.site = ${site}`.execute(db.query)
  return rows[0] ?? { deleted: 0, anonymised: 0 }
}
