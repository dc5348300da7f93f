import { partOfScore } from '../domain/sentiment/by-score.ts'
import { folds, type HeldOut, hearHeldOut, type ScoredComment, trainSentiment } from '../domain/sentiment/train.ts'
import { corpusOf } from '../domain/tagging/corpus.ts'
import { hinted } from '../domain/tagging/hint.ts'
import { judged, learnTag } from '../domain/tagging/learn.ts'
import { roomFor } from '../domain/tagging/model.ts'
import { compileRules } from '../domain/tagging/rules.ts'
import type { SiteModel } from '../domain/tagging/site-model.ts'
import type { Tagger } from '../domain/tagging/tagger.ts'
import { lesson, merged } from '../domain/tagging/tagging.ts'
import { readWords } from '../domain/words/reading.ts'
import { readComments } from '../store/comments.ts'
import { type Lesson, listLessons } from '../store/corrections.ts'
import type { Db } from '../store/db.ts'
import { beginTraining, finishTraining, saveTrained, trainingOf } from '../store/models.ts'
import { listSurveys } from '../store/surveys.ts'
import { isWorthLearning, readTagger } from '../store/taggers.ts'

/** The newest corrections are learned from: more change little, and take their time. */
const mostLessons = 5_000
const mostScored = 3_000

/**
 * Learns what is to be learned for a site, a tag at a time, until `until` (ms); each is stored when it is done, so that this may be cut
 * off anywhere and goes on from there. True when a new model is in use.
 */
export async function learn(db: Db, site: string, until: number): Promise<boolean> {
  const before = await readTagger(db, site)
  if (before.state.training === '' && !isWorthLearning(before.state)) return false
  if (before.state.training === '') await beginTraining(db, site)
  const { tagger, state } = await readTagger(db, site, before)
  const training = trainingOf(state)
  if (!training) return false
  const done = new Map(Object.entries(training.done))
  const keep = async (part: string, learned: object | null) => {
    const json = JSON.stringify(learned)
    await saveTrained(db, site, training, part, json)
    done.set(part, json)
  }
  const missing = tagger.book.active.filter(({ id }) => !done.has(id))
  if (missing.length > 0) {
    const learnOne = teacherOf(tagger, hinted(await listLessons(db, site, mostLessons), await listSurveys(db, site)))
    for (const tag of missing) {
      if (Date.now() >= until) return false
      await keep(tag.id, learnOne(tag))
    }
  }
  const room = roomFor(tagger.book.active.length).sentiment
  let scored: ScoredComment[] | undefined
  for (const [fold, part] of heldOutParts.entries()) {
    if (done.has(part)) continue
    if (Date.now() >= until) return false
    scored ??= await scoredComments(db, site)
    await keep(part, hearHeldOut(scored, fold, room))
  }
  const heldOut = heldOutParts.flatMap((part) => JSON.parse(done.get(part) ?? '[]') as HeldOut[])
  if (!done.has(sentiment)) {
    if (Date.now() >= until) return false
    await keep(sentiment, trainSentiment(scored ?? (await scoredComments(db, site)), heldOut, room))
  }
  await finishTraining(db, site, training, { model: JSON.stringify(modelOf(done)), learned: heldOut.length }, Date.now())
  return true
}

/** What a training calls the parts that are no tag: what is heard of the comments held out, a slice each, and what was learned. */
const sentiment = 'sentiment'
const heldOutParts = Array.from({ length: folds }, (_, fold) => `${sentiment} ${fold}`)

function modelOf(done: ReadonlyMap<string, string>): SiteModel {
  const tags = [...done].filter(([part]) => part !== sentiment && !heldOutParts.includes(part))
  return {
    tags: Object.fromEntries(tags.map(([tag, json]) => [tag, JSON.parse(json)])),
    sentiment: JSON.parse(done.get(sentiment) ?? 'null'),
  }
}

/** The site's newest comments with a score: labels that nobody had to give. */
async function scoredComments(db: Db, site: string): Promise<ScoredComment[]> {
  const surveys = await listSurveys(db, site)
  const scales = new Map(surveys.map((survey) => [survey.id, survey]))
  const { rows } = await readComments(db, site, surveys, {}, mostScored)
  return rows.flatMap(({ survey, score, comment, locale }) => {
    const scale = scales.get(survey)
    const part = scale && score !== null ? partOfScore(scale, score) : null
    return part === null ? [] : [{ reading: readWords(comment, locale), text: comment, part }]
  })
}

/** The lessons read once, for all tags. */
function teacherOf({ book }: Tagger, lessons: readonly Lesson[]) {
  const matcher = compileRules(book.active)
  const readings = lessons.map(({ comment, locale }) => readWords(comment, locale))
  const hits = readings.map((reading) => matcher.match(reading))
  const corpus = corpusOf(readings, hits)
  const taggings = lessons.map((one) => ({ ...one, tagging: merged(one.tagging, book.merged) }))
  return (tag: { id: string; createdAt: number }) => {
    const fits = Uint8Array.from(hits, (hit) => Number(hit.has(tag.id)))
    const labels = Uint8Array.from(taggings, (one) => labelOf(lesson(one.tagging, one.judged, tag)))
    return learnTag(corpus, fits, labels, roomFor(book.active.length).tag)
  }
}

const labelOf = (belongs: boolean | undefined) => (belongs === undefined ? judged.unknown : belongs ? judged.yes : judged.no)
