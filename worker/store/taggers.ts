import { sql } from 'kysely'
import type { Retagging } from '../contract/tags.ts'
import type { Db, Statement } from './db.ts'
import type { Schema } from './schema.ts'

export type TaggerRow = Schema['taggers']

export const taggerOf = (db: Db, site: string) => db.query.selectFrom('taggers').selectAll().where('site', '=', site)

/** Every comment of the site is to be tagged anew, from its first survey on: for the batch of whatever changed what tags they get. */
export function retagStatement(db: Db, site: string): Statement {
  return db.query
    .updateTable('taggers')
    .set({
      revision: sql<number>`revision + 1`,
      survey: '',
      below: null,
      done: 0,
      total: sql<number>`(SELECT count(*) FROM responses WHERE site = ${site})`,
    })
    .where('site', '=', site)
}

export const retaggingView = ({ survey, done, total }: TaggerRow): Retagging => ({
  state: survey === null ? 'idle' : 'running',
  done: Math.min(done, total),
  total,
})

/** Sites whose past isn't tagged as it should be, or where responses wait for a newer tagger, or whose corrections are being learned. */
export async function listSitesToTag(db: Db, enoughCorrections: number): Promise<string[]> {
  const rows = await db.query
    .selectFrom('taggers')
    .select('site')
    .where((where) =>
      where.or([
        where('survey', 'is not', null),
        where('training', '!=', ''),
        where('corrections', '>=', enoughCorrections),
        where.exists(where.selectFrom('untagged').select('response').whereRef('untagged.site', '=', 'taggers.site')),
      ]),
    )
    .execute()
  return rows.map(({ site }) => site)
}
