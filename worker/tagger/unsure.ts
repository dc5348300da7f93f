import { type JudgedTag, lesson, readTagging } from '../domain/tagging/tagging.ts'
import { unsureOf } from '../domain/tagging/unsure.ts'
import { readComments } from '../store/comments.ts'
import type { Db } from '../store/db.ts'
import { listSurveys } from '../store/surveys.ts'
import { judgedOf } from '../store/tagged.ts'
import { readTagger } from '../store/taggers.ts'

/** Comments looked at, the newest. */
const mostComments = 1_000
/** As many as somebody judges in a minute or two. */
const wanted = 10

/** Ids of the responses whose judgement would teach a tag most, the most telling first; none that was judged already. */
export async function listUnsure(db: Db, site: string, tag: JudgedTag): Promise<number[]> {
  const [surveys, { tagger }] = await Promise.all([listSurveys(db, site), readTagger(db, site)])
  const { rows } = await readComments(db, site, surveys, {}, mostComments)
  const open = rows.filter((row) => lesson(readTagging(row.tagging), judgedOf(row), tag) === undefined)
  const { least, of } = tagger.doubts(tag.id)
  const candidates = open.map(({ comment, locale }) => of(comment, locale))
  return unsureOf(candidates, least, wanted).flatMap((place) => open[place]?.id ?? [])
}
