import { sql } from 'kysely'
import { limits } from '../contract/limits.ts'
import type { Source } from '../contract/response.ts'
import type { StepAnswers, StepContacts } from '../domain/answers.ts'
import { utcDay } from '../domain/calendar.ts'
import type { Person } from '../domain/person.ts'
import { firstId, idsPerSecond } from '../domain/response-id.ts'
import { spacedTexts } from '../domain/search.ts'
import type { StepTagging } from '../domain/tagging/step-tagging.ts'
import { answerClock } from './clocks.ts'
import { contactStatements } from './contacts.ts'
import { batch, type Db, type Statement } from './db.ts'
import { entryOf, judgedBy, remember, type Suspicion, sayingEntryOf, suspicionValues } from './judged-steps.ts'
import { outboxStatement } from './outbox.ts'
import { withRetry } from './retry.ts'
import { insertSegmentSet, type KnownSegments, rememberSegmentSet, type SegmentSet } from './segments.ts'

/** One step of a response, checked and ready to store. Times are ms since 1970. */
export interface ResponseStep {
  site: string
  survey: string
  submission: string
  seq: number
  complete: boolean
  version: number
  answers: StepAnswers
  contacts: StepContacts
  /** Fingerprint of `answers` and `complete`: tells a retry from a conflict. */
  digest: string
  /** What its comment was tagged with; nothing where it has none. */
  tagging: StepTagging
  segmentSet: SegmentSet
  /** JSON objects; '{}' for none. */
  traits: string
  order: string
  respondent: string
  /** Somebody tries a draft out: in no number, and listed apart. */
  test?: boolean
  /** Something waits for it (LiveSite.listens). */
  told?: boolean
  /** Whose clocks it moves, if anybody's. */
  person?: Person | undefined
  locale: string
  url: string
  source: Source
  day: string
  answeredAt: number
  receivedAt: number
  /** '' unless it came by an import. */
  import: string
  /** SHA-256 of the submission key, by which an erased one is recognised. */
  submissionHash: string
  /** Names this write. */
  receipt: string
  /** What it is judged by; undefined of whom nothing is known, or who is trusted. */
  suspicion?: Suspicion | undefined
}

/** What became of a step; the database decides, in the same transaction as the row. */
export type Outcome = 'stored' | 'quarantined' | 'duplicate' | 'conflict' | 'frozen' | 'late' | 'erased'

// SQL by hand: one text prepared once on the hottest path, with expressions Kysely has no words for.
// A step that leaves a question out leaves its earlier answer; json_patch takes back what is null. A comment that changes after
// somebody has tagged it by hand keeps those tags, and no tagger having made them (-1) the job adds what else it gets.
const insertOf = (judged: boolean) => `${judged ? judgedBy(35) : ''}
INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set, traits,
                       order_info, respondent, locale, url, source, day, answered_at, created_at, updated_at, import, digest, receipt, spaced,
                       tags, tagging, language, tones, tagger, judged, judged_at, test${judged ? ', quarantined, held, verified_order' : ''})
SELECT coalesce((SELECT max(id) + 1 FROM responses WHERE id >= ?1 AND id < ?1 + ${idsPerSecond}), ?1),
       ?2, ?3, ?4, ?5, ?6, ?7, ?8, json_patch('{}', ?9), coalesce(?10, ''), json_patch('{}', ?11), ?12, ?13,
       ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?21, ?22, ?23, ?24, json_patch('{}', ?26),
       ?27, ?28, ?29, ?30, ?31, CASE ?32 WHEN 0 THEN '' ELSE 'all' END, ?32, ?33${judged ? ", judged.held <> '[]', judged.held, judged.verified_order FROM judged" : ''}
WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE site = ?2 AND hash = ?25)
  AND (?22 = '' OR EXISTS (SELECT 1 FROM imports WHERE id = ?22 AND state IN ('receiving', 'running')))
ON CONFLICT (site, submission) `

// A first step finds nothing to change: whatever is there is as new or newer. Without the update SQLite
// need not prepare the update triggers either.
const firstOf = (judged: boolean) => `${insertOf(judged)}DO NOTHING`

// Whether a visitor counts is decided with their first step; a later one can only bring words that were said before. What somebody has let
// in again (`held` tells why it was set aside) stays in.
const laterOf = (judged: boolean) => `${insertOf(judged)}DO UPDATE SET
  seq = excluded.seq, complete = excluded.complete, version = excluded.version,
  score = CASE WHEN ?34 THEN excluded.score ELSE score END,
  answers = json_patch(answers, ?9),
  comment = coalesce(?10, comment),
  texts = json_patch(texts, ?11),
  spaced = json_patch(spaced, ?26),
  tags = CASE WHEN ?10 IS NULL OR judged <> '' THEN tags ELSE excluded.tags END,
  tagging = CASE WHEN ?10 IS NULL OR judged <> '' THEN tagging ELSE excluded.tagging END,
  tagger = CASE WHEN ?10 IS NULL THEN tagger WHEN judged <> '' THEN -1 ELSE excluded.tagger END,
  language = CASE WHEN ?10 IS NULL THEN language ELSE excluded.language END,
  tones = CASE WHEN ?10 IS NULL THEN tones ELSE excluded.tones END,
  traits = CASE WHEN excluded.traits = '{}' THEN traits ELSE excluded.traits END,
  order_info = CASE WHEN excluded.order_info = '{}' THEN order_info ELSE excluded.order_info END,${
    judged
      ? `
  quarantined = CASE WHEN held = '[]' AND instr(excluded.held, '"text"') > 0 THEN 1 ELSE quarantined END,
  held = CASE WHEN held = '[]' AND instr(excluded.held, '"text"') > 0 THEN '["text"]' ELSE held END,`
      : ''
  }
  updated_at = excluded.updated_at, digest = excluded.digest, receipt = excluded.receipt
WHERE excluded.survey = survey AND excluded.seq > seq AND complete = 0 AND created_at > excluded.updated_at - ${limits.lateMs}`

// One text for each kind of step, made once.
const trusted = { first: firstOf(false), later: laterOf(false) }
const judged = { first: firstOf(true), later: laterOf(true) }

// Erased, then older or equal steps, then complete, then age: the order CONTRACT.md gives.
// The newest row is the survey's pulse (store/pulse.ts): just after midnight a request that began before it, or on a machine
// whose clock is behind, counts for the newer day, since a beat in an older row would be missed.
const outcomeOf = `coalesce((
    SELECT CASE
      WHEN receipt = ?3 THEN CASE quarantined WHEN 1 THEN 'quarantined' ELSE 'stored' END
      WHEN survey <> ?4 THEN 'conflict'
      WHEN seq > ?5 OR (seq = ?5 AND digest = ?6) THEN 'duplicate'
      WHEN seq = ?5 THEN 'conflict'
      WHEN complete = 1 THEN 'frozen'
      ELSE 'late' END
    FROM responses WHERE site = ?1 AND submission = ?7), 'erased')`

const countedFor = (day: string) => `
INSERT INTO outcomes (site, survey, day, outcome, n${day})
SELECT ?1, ?4, max(?2, coalesce((SELECT max(day) FROM outcomes WHERE site = ?1 AND survey = ?4), '')), ${outcomeOf}, 1`

const countOutcome = `${countedFor('')}
WHERE true
ON CONFLICT DO UPDATE SET n = n + 1
RETURNING outcome`

// What the day remembers of an answer that counts (store/judged-steps.ts): the visitor with the step that made the row, the words with theirs.
const ownRow = 'site = ?1 AND submission = ?7 AND receipt = ?3 AND quarantined = 0'
const countAndRemember = `${countedFor(', visitors, texts')},
  coalesce((SELECT ?8 FROM responses WHERE ${ownRow} AND created_at = updated_at), ''),
  coalesce((SELECT ?9 FROM responses WHERE ${ownRow}), '')
WHERE true
ON CONFLICT DO UPDATE SET n = n + 1, ${remember}
RETURNING outcome`

/**
 * Stores one step: the row, its counts (by triggers), its contacts, its place in the outbox and its outcome in one transaction. Harmless to
 * repeat, so a lost connection is tried again. Throws `Unavailable` when D1 can't be reached.
 */
export async function saveStep(db: Db, known: KnownSegments, step: ResponseStep): Promise<Outcome> {
  return await withRetry(async (attempt) => {
    // A write whose answer was lost may have been committed: then it is stored, and counted, already.
    const stored = attempt > 1 ? await storedBy(db, step) : undefined
    if (stored) return stored
    const statements = [
      ...insertSegmentSet(db, step.site, known, step.segmentSet),
      ...stepStatements(db, step),
      ...(step.person && step.seq === 1 ? [answerClock(db, step.person, step)] : []),
      ...(step.told ? [outboxStatement(db, step)] : []),
      prepareOutcome(db, step),
    ]
    const results = await batch(db, statements)
    rememberSegmentSet(known, step.segmentSet)
    return results.at(-1)?.results[0]?.outcome as Outcome
  })
}

/**
 * Stores many steps that need no outcome counted (an import), all or nothing, with the statements
 * that book them. Not tried again here: the booking is not harmless to repeat.
 */
export async function saveSteps(
  db: Db,
  known: KnownSegments,
  steps: ResponseStep[],
  booking: { before: Statement[]; after: Statement[] },
): Promise<void> {
  const sets = new Map(steps.map((step) => [step.segmentSet.canonical, step.segmentSet]))
  const site = steps[0]?.site ?? ''
  const inserts = [...sets.values()].flatMap((set) => insertSegmentSet(db, site, known, set))
  await batch(db, [...booking.before, ...inserts, ...steps.flatMap((step) => stepStatements(db, step)), ...booking.after])
  for (const set of sets.values()) rememberSegmentSet(known, set)
}

/** The row, and what lies apart from it. */
function stepStatements(db: Db, step: ResponseStep): Statement[] {
  return [prepareStep(db, step), ...contactStatements(db, step, step.contacts)]
}

function prepareStep(db: Db, step: ResponseStep): D1PreparedStatement {
  const { tagging } = step
  const { score, comment, closed, texts } = step.answers
  const values = [
    firstId(step.answeredAt),
    step.site,
    step.survey,
    step.submission,
    step.seq,
    step.complete ? 1 : 0,
    step.version,
    score ?? null,
    JSON.stringify(closed),
    comment ?? null,
    JSON.stringify(texts),
    step.segmentSet.id,
    step.traits,
    step.order,
    step.respondent,
    step.locale,
    step.url,
    step.source,
    step.day,
    step.answeredAt,
    step.receivedAt,
    step.import,
    step.digest,
    step.receipt,
    step.submissionHash,
    JSON.stringify(spacedTexts({ ...(comment !== undefined && { '': comment }), ...texts })),
    tagging.tags,
    tagging.tagging,
    tagging.language,
    tagging.tones,
    tagging.tagger,
    tagging.judgedAt,
    step.test ? 1 : 0,
  ]
  const scored = score === undefined ? 0 : 1
  const { suspicion } = step
  if (suspicion)
    return db.d1.prepare(step.seq === 1 ? judged.first : judged.later).bind(...values, scored, ...suspicionValues(suspicion))
  return step.seq === 1 ? db.d1.prepare(trusted.first).bind(...values) : db.d1.prepare(trusted.later).bind(...values, scored)
}

function prepareOutcome(db: Db, step: ResponseStep): D1PreparedStatement {
  const day = utcDay(step.receivedAt)
  // A test is in no number, this one included.
  const { suspicion } = step
  const values = [step.site, day, step.receipt, step.survey, step.seq, step.digest, step.submission]
  if (suspicion) return db.d1.prepare(countAndRemember).bind(...values, entryOf(suspicion), sayingEntryOf(suspicion))
  return db.d1.prepare(step.test ? `SELECT ${outcomeOf} AS outcome` : countOutcome).bind(...values)
}

async function storedBy(db: Db, step: ResponseStep): Promise<'stored' | 'quarantined' | undefined> {
  const row = await db.query
    .selectFrom('responses')
    .select(['receipt', 'quarantined'])
    .where('site', '=', step.site)
    .where('submission', '=', step.submission)
    .executeTakeFirst()
  if (row?.receipt !== step.receipt) return
  return row.quarantined ? 'quarantined' : 'stored'
}

/** How many test responses a survey has. */
export async function countTests(db: Db, site: string, survey: string): Promise<number> {
  const row = await db.query
    .selectFrom('responses')
    .select(sql<number>`count(*)`.as('n'))
    .where(sql`+site`, '=', site)
    .where('survey', '=', survey)
    .where(sql<boolean>`test = 1`)
    .executeTakeFirst()
  return row?.n ?? 0
}

/** Deletes a survey's test responses; how many there were. */
export async function deleteTests(db: Db, site: string, survey: string): Promise<number> {
  const deleted = await db.query
    .deleteFrom('responses')
    .where(sql`+site`, '=', site)
    .where('survey', '=', survey)
    .where(sql<boolean>`test = 1`)
    .returning('id')
    .execute()
  // What the database calls changed counts the triggers' work too.
  return deleted.length
}
