import { sql } from 'kysely'
import { batch, type Db, rowsOf } from './db.ts'
import type { Schema } from './schema.ts'
import { retagStatement, stateOf, type TaggerRow } from './taggers.ts'

/** Versions that can be rolled back to; older ones are dropped. */
const keptVersions = 10

/** A training as far as it has come. */
export interface Training {
  version: number
  /** Corrections there were when it began: those made since wait for the next one. */
  corrections: number
  /** Scored comments that had come by then, likewise. */
  scored: number
  /** JSON of each part that is done, by its name. */
  done: Record<string, string>
}

export const trainingOf = ({ training }: TaggerRow): Training | undefined =>
  training === '' ? undefined : (JSON.parse(training) as Training)

/** Begins to learn from the corrections there are; nothing changes where that has begun already. */
export async function beginTraining(db: Db, site: string): Promise<void> {
  await db.query
    .updateTable('taggers')
    .set({
      versions: sql<number>`versions + 1`,
      training: sql<string>`json_object('version', versions + 1, 'corrections', corrections, 'scored', scored, 'done', json_object())`,
    })
    .where('site', '=', site)
    .where('training', '=', '')
    .execute()
}

/** Stores a part that is done, unless that training has ended meanwhile. */
export async function saveTrained(db: Db, site: string, { version }: Training, part: string, trained: string): Promise<void> {
  await db.d1
    .prepare(
      `UPDATE taggers SET training = json_set(training, '$.done.' || json_quote(?3), ?4)
       WHERE site = ?1 AND training <> '' AND training ->> 'version' = ?2`,
    )
    .bind(site, version, part, trained)
    .run()
}

/** `learned` says from how many scored comments. The model takes the place of the one in use, and the past is tagged anew by it: all at once, or not at all where the training has ended. */
export async function finishTraining(
  db: Db,
  site: string,
  { version, corrections, scored }: Training,
  { model, learned }: { model: string; learned: number },
  now: number,
): Promise<void> {
  const isThis = `EXISTS (SELECT 1 FROM taggers WHERE site = ?1 AND training <> '' AND training ->> 'version' = ?2)`
  await batch(db, [
    db.d1
      .prepare(
        `INSERT INTO models (site, version, model, corrections, made_at) SELECT ?1, ?2, ?3, ?4, ?5 WHERE ${isThis} ON CONFLICT DO NOTHING`,
      )
      .bind(site, version, model, corrections, now),
    db.query
      .deleteFrom('models')
      .where('site', '=', site)
      .where('version', '<=', version - keptVersions),
    retagStatement(db, site)
      .set({
        model: version,
        training: '',
        corrections: sql<number>`max(0, corrections - ${corrections})`,
        scored: sql<number>`max(0, scored - ${scored})`,
        learned,
      })
      .where('training', '!=', '')
      .where(sql`training ->> 'version'`, '=', version),
  ])
}

/** Goes back to an earlier model, or (0) to rules alone; what is being learned is dropped. False where there is no such version. */
export async function rollBack(db: Db, site: string, version: number): Promise<boolean> {
  if (version !== 0 && !(await findModel(db, site, version))) return false
  await retagStatement(db, site).set({ model: version, training: '' }).execute()
  return true
}

export async function findModel(db: Db, site: string, version: number): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('models')
    .select('model')
    .where('site', '=', site)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.model
}

/** The state of a site's learning, its versions (the newest first), and the model in use. */
export async function readLearning(db: Db, site: string) {
  const [states, versions, models] = await batch(db, [
    stateOf(db, site),
    db.query
      .selectFrom('models')
      .select(['version', 'made_at', 'corrections'])
      .where('site', '=', site)
      .orderBy('version', 'desc'),
    db.query
      .selectFrom('models')
      .innerJoin('taggers', (join) =>
        join.onRef('taggers.site', '=', 'models.site').onRef('taggers.model', '=', 'models.version'),
      )
      .select('models.model')
      .where('models.site', '=', site),
  ])
  return {
    state: rowsOf<TaggerRow>(states)[0],
    versions: rowsOf<Pick<Schema['models'], 'version' | 'made_at' | 'corrections'>>(versions),
    model: rowsOf<{ model: string }>(models)[0]?.model,
  }
}
