import type { Tagger } from '../domain/tagging/tagger.ts'
import { merged, readTagging, retagged, writeTagging } from '../domain/tagging/tagging.ts'
import type { Db } from '../store/db.ts'
import { listSurveys, type SurveyRow } from '../store/surveys.ts'
import { judgedOf, listUntagged, nextSlice, type Retagged, saveSlice, saveUntagged, type TaggableRow } from '../store/tagged.ts'
import { readTagger } from '../store/taggers.ts'

/** Responses in one slice: a transaction of its own, short enough not to hold up shoppers' answers. */
const sliceRows = 1_000

/** Tags a site's past anew as far as it isn't as the site's tagger would have it, until `until` (ms), so many responses at once. It may be cut off anywhere. */
export async function tagPast(db: Db, site: string, until: number, most = sliceRows): Promise<void> {
  const surveys = new Map((await listSurveys(db, site)).map((survey) => [survey.id, survey]))
  let known = await readTagger(db, site)
  while (Date.now() < until) {
    if (!(await tagWaiting(db, site, known, surveys, most)) && !(await tagSlice(db, known, surveys, most))) return
    known = await readTagger(db, site, known)
  }
}

type Known = Awaited<ReturnType<typeof readTagger>>

/** Those whose comment an older tagger has tagged. False when none wait. */
async function tagWaiting(
  db: Db,
  site: string,
  { tagger, state }: Known,
  surveys: Map<string, SurveyRow>,
  most: number,
): Promise<boolean> {
  const { waiting, rows } = await listUntagged(db, site, most)
  if (waiting.length === 0) return false
  const anew = rows.map((row) => tagRow(tagger, row, surveys.get(row.survey)))
  await saveUntagged(db, state, waiting, anew, [...new Set(rows.map(({ survey }) => survey))])
  return true
}

/** The next slice of the past. False when there is none. */
async function tagSlice(db: Db, { tagger, state }: Known, surveys: Map<string, SurveyRow>, most: number): Promise<boolean> {
  const slice = await nextSlice(db, state, most)
  if (!slice) return false
  const anew = slice.rows.map((row) => ({ row, after: tagRow(tagger, row, surveys.get(row.survey)) }))
  const changed = anew.filter(({ row, after }) => !isSame(row, after)).map(({ after }) => after)
  await saveSlice(db, state, slice, changed)
  return true
}

const isSame = (row: TaggableRow, { tagging, tones, language }: Retagged) =>
  row.tagging === tagging && row.tones === tones && row.language === language

function tagRow({ book, read }: Tagger, row: TaggableRow, survey: SurveyRow | undefined): Retagged {
  const scale = { metric: survey?.metric ?? 'none', points: survey?.points ?? 0 }
  const { language, tones, given } = read(row.comment, row.locale || (survey?.draft.locale ?? ''), scale)
  const before = merged(readTagging(row.tagging), book.merged)
  const after = writeTagging(retagged(before, judgedOf(row), book.active, given))
  return { id: row.id, receipt: row.receipt, before: row.tagging, language, tones, ...after }
}
