import { type Expression, sql } from 'kysely'
import type { Retagging } from '../contract/tags.ts'
import { readSiteModel } from '../domain/tagging/site-model.ts'
import { makeTagger, type Tagger } from '../domain/tagging/tagger.ts'
import { batch, type Db, rowsOf, type Statement } from './db.ts'
import type { Schema } from './schema.ts'
import { bookOf } from './tag-book.ts'

export type TaggerRow = Schema['taggers']

export const stateOf = (db: Db, site: string | Expression<string>) =>
  db.query.selectFrom('taggers').selectAll().where('site', '=', site)

/** Whatever makes up a site's tagger: `taggerFrom` reads their results. */
export const taggerStatements = (db: Db, site: string | Expression<string>): Statement[] => [
  stateOf(db, site),
  db.query.selectFrom('tags').selectAll().where('site', '=', site).orderBy('created_at').orderBy(sql`tags.rowid`),
  db.query
    .selectFrom('models')
    .innerJoin('taggers', (join) => join.onRef('taggers.site', '=', 'models.site').onRef('taggers.model', '=', 'models.version'))
    .select('models.model')
    .where('models.site', '=', site),
]

/** The one `known` goes on where its revision is still that: making one ready takes its time. Names may have changed all the same. */
export function taggerFrom(
  [states, tags, models]: D1Result<Record<string, unknown>>[],
  known?: Tagger,
): { tagger: Tagger; state: TaggerRow | undefined } {
  const [state] = rowsOf<TaggerRow>(states)
  const [model] = rowsOf<{ model: string }>(models)
  const [revision, book] = [state?.revision ?? 0, bookOf(rowsOf(tags))]
  if (known?.revision === revision) return { tagger: { ...known, book }, state }
  return { tagger: makeTagger(revision, book, model && readSiteModel(model.model)), state }
}

/** The site's tagger as it is now; the one `known` where it is still that one, since making one takes its time. */
export async function readTagger(
  db: Db,
  site: string,
  known?: { tagger: Tagger; state: TaggerRow },
): Promise<{ tagger: Tagger; state: TaggerRow }> {
  if (known) {
    const state = await stateOf(db, site).executeTakeFirstOrThrow()
    if (state.revision === known.tagger.revision) return { tagger: known.tagger, state }
  }
  const { tagger, state } = taggerFrom(await batch(db, taggerStatements(db, site)))
  if (!state) throw new Error('a site has no tagger')
  return { tagger, state }
}

/** Every comment of the site is to be tagged anew, from its first survey on: for the batch of whatever changed what tags they get. */
export function retagStatement(db: Db, site: string) {
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

/** Corrections after which a site's tags are learned anew without being asked. */
const enoughCorrections = 10

/** New comments with a score after which they are learned from: so many, and half as many as the newest model learned from. */
const enoughScored = 100
const enoughGrowth = 0.5

/** Taggers with something to do: a past to tag anew, responses that wait for a newer tagger, or corrections or scores to learn from. */
const busy = (db: Db) =>
  db.query
    .selectFrom('taggers')
    .where((where) =>
      where.or([
        where('taggers.survey', 'is not', null),
        where('training', '!=', ''),
        where('corrections', '>=', enoughCorrections),
        where('scored', '>=', sql<number>`max(${enoughScored}, learned * ${enoughGrowth})`),
        where.exists(where.selectFrom('untagged').select('response').whereRef('untagged.site', '=', 'taggers.site')),
      ]),
    )

export async function listSitesToTag(db: Db): Promise<{ id: string; key: string }[]> {
  return await busy(db).innerJoin('sites', 'sites.id', 'taggers.site').select(['sites.id', 'sites.key']).execute()
}

export async function isAnythingToTag(db: Db, site: string): Promise<boolean> {
  return (await busy(db).select('site').where('site', '=', site).executeTakeFirst()) !== undefined
}

/** Whether the corrections made, or the scored comments that came, since the newest model are reason enough to learn from them. */
export const isWorthLearning = ({ corrections, scored, learned }: TaggerRow) =>
  corrections >= enoughCorrections || scored >= Math.max(enoughScored, learned * enoughGrowth)
