import { batch, type Db, rowsOf } from './db.ts'
import type { Schema } from './schema.ts'

/** What earlier steps of a submission said. */
export interface Before {
  /** Nothing of it may be stored any more. */
  erased: boolean
  /** Of the newest step; 0 where nothing is stored. */
  seq: number
  complete: boolean
  score: number | null
  comment: string
  closed: Record<string, string | string[]>
  texts: Record<string, string>
  /** Questions about contact that are answered; by what, nobody here needs to know. */
  contacts: string[]
}

export async function answeredBefore(db: Db, site: string, submission: string, hash: string): Promise<Before> {
  const own = db.query.selectFrom('responses').where('responses.site', '=', site).where('submission', '=', submission)
  const [tombstones, rows, contacts] = await batch(db, [
    db.query.selectFrom('tombstones').select('hash').where('site', '=', site).where('hash', '=', hash),
    own.select(['seq', 'complete', 'score', 'comment', 'answers', 'texts']),
    own.innerJoin('contacts', 'contacts.response', 'responses.id').select('contacts.question'),
  ])
  const [row] = rowsOf<Pick<Schema['responses'], 'seq' | 'complete' | 'score' | 'comment' | 'answers' | 'texts'>>(rows)
  return {
    erased: rowsOf(tombstones).length > 0,
    seq: row?.seq ?? 0,
    complete: row?.complete === 1,
    score: row?.score ?? null,
    comment: row?.comment ?? '',
    closed: JSON.parse(row?.answers ?? '{}') as Before['closed'],
    texts: JSON.parse(row?.texts ?? '{}') as Before['texts'],
    contacts: rowsOf<{ question: string }>(contacts).map(({ question }) => question),
  }
}
