import { exportedId } from '../domain/exported-row.ts'
import { newReceipt } from '../domain/ids.ts'
import type { FileRow } from '../domain/import-file.ts'
import { type ImportTarget, readImportRow } from '../domain/import-row.ts'
import { redactAnswers } from '../domain/redaction/answers.ts'
import { redact } from '../domain/redaction/redact.ts'
import { sha256 } from '../domain/secrets.ts'
import { tagNamed } from '../domain/tagging/book.ts'
import { stepTagging } from '../domain/tagging/step-tagging.ts'
import { batch, type Db, isConstraintError } from '../store/db.ts'
import { contentHash, findSubmissions, keyOfContent, keyOfExternalId } from '../store/import-keys.ts'
import { bookSlice, countTaken, deleteChunk, distinctKeys, type ImportRow, moveImport, undoSlice } from '../store/imports.ts'
import { definitionOf, type LiveSite, type LiveSurvey, liveSite } from '../store/live-sites.ts'
import { type ResponseStep, saveSteps } from '../store/responses.ts'
import { segmentSetOf } from '../store/segments.ts'
import { findSurvey } from '../store/surveys.ts'
import { countScored, type RedactedStep, tallyRedacted } from '../store/tally.ts'
import { makeTags } from './tags.ts'

/** Rows in one transaction: far below D1's limits, and short enough not to hold up shoppers' answers. */
export const sliceRows = 250
/** Responses deleted in one go. */
const undoRows = 1_000
/** Where an import's rows go. */
export interface Destination {
  live: LiveSite
  survey: LiveSurvey
  target: ImportTarget
}

/** The site, survey and version an import is read against; undefined when the survey can't take answers. */
export async function destinationOf(db: Db, siteKey: string, surveyId: string, now: number): Promise<Destination | undefined> {
  const live = await liveSite(db, siteKey, now)
  const survey = live?.surveys.get(surveyId)
  const definition = survey && (await definitionOf(db, survey, survey.version))
  if (!live || !survey || !definition) return
  const { dimensions, timeZone, settings } = live.site
  const { bands } = settings
  return { live, survey, target: { definition, touchpoint: survey.touchpoint, dimensions, bands, timeZone, now } }
}

/** Why a survey takes no import, in words for whoever asked. */
export const closedToImports = {
  unknown: 'the site has no such survey',
  closed: 'this survey is closed',
  draft: 'publish the survey first: rows are read by a published version',
} as const

/** Where a new import's rows go, or why nowhere. */
export async function openDestination(
  db: Db,
  site: { id: string; key: string },
  surveyId: string,
  now: number,
): Promise<Destination | keyof typeof closedToImports> {
  const survey = await findSurvey(db, site.id, surveyId)
  if (!survey) return 'unknown'
  if (survey.state === 'closed') return 'closed'
  return (await destinationOf(db, site.key, survey.id, now)) ?? 'draft'
}

interface Slice {
  steps: ResponseStep[]
  rejected: number
  reasons: { row: number; reason: string }[]
  redacted: RedactedStep[]
}

/** Reads rows into steps ready to store. */
export async function readSlice(
  db: Db,
  { live, survey, target }: Destination,
  importId: string,
  rows: FileRow[],
): Promise<Slice> {
  const slice: Slice = { steps: [], rejected: 0, reasons: [], redacted: [] }
  const isRedacting = live.site.settings.redact
  const ids = rows.flatMap(([, cells]) => (typeof cells === 'string' ? [] : (exportedId(cells) ?? [])))
  const here = await findSubmissions(db, live.site.id, survey.id, ids)
  for (const [number, cells, before] of rows) {
    const read = typeof cells === 'string' ? { ok: false as const, reason: cells } : readImportRow(target, cells)
    if (!read.ok) {
      slice.rejected++
      // A reason may quote the cell.
      slice.reasons.push({ row: number, reason: isRedacting ? redact(read.reason).text : read.reason })
      continue
    }
    const { externalId, answers, contacts, answeredAt, day, segments, traits, order, locale, tags } = read.row
    const submission = externalId
      ? (here.get(externalId) ?? keyOfExternalId(survey.id, externalId))
      : keyOfContent(survey.id, before?.hash ?? (await contentHash(cells)), number)
    const kept = isRedacting ? redactAnswers(answers) : { answers, found: 0 }
    const receipt = newReceipt()
    const redacted = kept.found + (before?.found ?? 0)
    if (redacted > 0) slice.redacted.push({ submission, receipt, redacted })
    slice.steps.push({
      site: live.site.id,
      survey: survey.id,
      submission,
      submissionHash: await sha256(submission),
      seq: 1,
      complete: true,
      version: survey.version,
      answers: kept.answers,
      contacts,
      digest: '',
      tagging: stepTagging(
        { tagger: live.tagger, now: target.now },
        { comment: kept.answers.comment ?? '', locale: locale || target.definition.locale, scale: survey },
        tags && new Set(tags.flatMap((name) => tagNamed(live.tagger.book, name)?.id ?? [])),
      ),
      segmentSet: await segmentSetOf(db, live.site.id, live.segments, segments),
      traits: JSON.stringify(traits),
      order: JSON.stringify(order),
      respondent: '',
      locale,
      url: '',
      source: 'import',
      day,
      answeredAt,
      receivedAt: target.now,
      import: importId,
      receipt,
    })
  }
  return slice
}

/**
 * Stores and books one slice of an import; `position` names the chunk it came from, which goes in the
 * same transaction. If the database refuses a row nobody foresaw, the others are stored one by one
 * and that one is booked as refused: one odd row must not hold up a file.
 */
export async function storeSlice(
  db: Db,
  destination: Destination,
  found: ImportRow,
  rows: FileRow[],
  position?: number,
): Promise<void> {
  try {
    await storeRows(db, destination, found, rows, position)
  } catch (error) {
    if (!isConstraintError(error)) throw error
    if (rows.length > 1) for (const row of rows) await storeSlice(db, destination, found, [row])
    else await storeRows(db, destination, found, [[rows[0]?.[0] ?? 0, 'the database refuses this row']])
    if (position !== undefined) await batch(db, [deleteChunk(db, found.id, position)])
  }
}

async function storeRows(db: Db, destination: Destination, found: ImportRow, rows: FileRow[], position?: number) {
  await makeTags(db, destination.live, rows)
  const { steps, rejected, reasons, redacted } = await readSlice(db, destination, found.id, rows)
  const { now } = destination.target
  const counted = redacted.length > 0 ? [tallyRedacted(db, destination.live.site.id, redacted, now)] : []
  const labelled = steps.filter(({ answers }) => answers.comment && answers.score !== undefined)
  const scored = labelled.length > 0 ? [countScored(db, destination.live.site.id, labelled)] : []
  await saveSteps(db, destination.live.segments, steps, {
    before: [bookSlice(db, found, steps, { rejected, reasons }, now)],
    after: [...counted, ...scored, ...(position === undefined ? [] : [deleteChunk(db, found.id, position)])],
  })
}

/** What storing the rows would come to; nothing is written. */
export async function trySlice(db: Db, destination: Destination, rows: FileRow[]) {
  const { steps, rejected, reasons } = await readSlice(db, destination, '', rows)
  const distinct = distinctKeys(steps).length
  const taken = await countTaken(db, destination.live.site.id, steps)
  return { stored: distinct - taken, duplicates: steps.length - distinct + taken, rejected, reasons }
}

/** Takes back what an import stored, until `until`. True when nothing is left of it. */
export async function continueUndo(db: Db, found: ImportRow, until: number): Promise<boolean> {
  while (Date.now() < until) {
    if (await undoSlice(db, found.id, undoRows)) continue
    await moveImport(db, found.id, 'undoing', 'undone', Date.now())
    return true
  }
  return false
}
