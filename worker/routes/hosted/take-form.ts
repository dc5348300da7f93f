import type { Context } from 'hono'
import type { WidgetQuestion } from '../../contract/widget.ts'
import { faultOf } from '../../domain/asking.ts'
import type { Answers } from '../../domain/branching.ts'
import type { Fault } from '../../domain/definition.ts'
import { type Given, givenBy } from '../../domain/hosted-form.ts'
import { pageWith } from '../../domain/hosted-pages.ts'
import { sha256 } from '../../domain/secrets.ts'
import type { Env } from '../../env.ts'
import { answeredBefore } from '../../store/before.ts'
import type { Db } from '../../store/db.ts'
import { eraseSubmission } from '../../store/erasures.ts'
import { tally } from '../../store/tally.ts'
import { type Progress, pagesOf, progressOf } from './asked.ts'
import { type Opened, openedBy, submissionFor } from './opened.ts'
import type { SentForm } from './read-form.ts'
import { erasedPage, sheetPage, thanksPage } from './sheet.ts'
import { storeForm } from './store-form.ts'

/** One press of a page's button, and the page that comes next; 'over' where nothing is taken any more, 'unknown' where nothing is. */
export async function takeForm(
  c: Context<{ Bindings: Env }>,
  db: Db,
  form: SentForm,
  now: number,
): Promise<Response | 'over' | 'unknown'> {
  const opened = await openedBy(c, db, form.version)
  if (!opened) return 'unknown'
  const site = opened.live.site.id
  // Whoever has a personal link answers under its key, whatever the form says.
  const submission = opened.link ? await submissionFor(c, opened) : form.submission
  const hash = await sha256(submission)
  if (form.go === 'erase') {
    if (await eraseSubmission(db, site, submission, hash, now)) tally(site, 'erased_by_respondent', now)
    return await erasedPage(c, opened)
  }
  tally(site, 'received', now)
  const progress = progressOf(opened, submission, await answeredBefore(db, site, submission, hash))
  const { before, answers } = progress
  if (before.erased) return await erasedPage(c, opened)
  if (before.complete) return await thanksPage(c, opened, submission, answers)
  if (opened.survey.state === 'closed' || (opened.link && before.seq === 0 && opened.link.expiresAt <= now)) return 'over'
  if (form.go === 'back') {
    const at = Math.max(0, pageWith(pagesOf(opened, answers), form.asked) - 1)
    return await sheetPage(c, opened, { submission, at, answers, touched: true })
  }
  return await goOn(c, db, opened, progress, form, now)
}

async function goOn(
  c: Context,
  db: Db,
  opened: Opened,
  { submission, before, answers }: Progress,
  { asked, fields }: SentForm,
  now: number,
): Promise<Response | 'over'> {
  const questions = opened.content.questions.filter(({ id }) => asked.includes(id))
  const given = givenBy(fields, questions, answers)
  const said = saidNow(answers, given)
  const pages = pagesOf(opened, said)
  const here = pageWith(pages, asked)
  const draw = (at: number, more: { faults?: Record<string, string>; failed?: boolean } = {}) =>
    sheetPage(c, opened, { submission, at, answers: said, touched: true, ...more })

  const faults = faultsOf(opened, questions, given, before.contacts)
  if (here < 0 || Object.keys(faults).length > 0) return await draw(Math.max(0, here), { faults })
  const complete = here + 1 >= pages.length
  if (Object.keys(given).length > 0 || (complete && before.seq > 0)) {
    const stored = await storeForm(c, db, opened, { submission, seq: before.seq, given, complete, now })
    if (stored === 'unavailable') {
      c.header('Retry-After', '5')
      return await draw(here, { failed: true })
    }
    if ('faults' in stored) {
      const misfits = misfitsOf(opened, stored.faults)
      return await draw(Math.max(0, pageWith(pages, Object.keys(misfits))), { faults: misfits })
    }
    if (stored.outcome === 'erased') return await erasedPage(c, opened)
    if (stored.outcome === 'late') return 'over'
    if (stored.outcome === 'frozen') return await thanksPage(c, opened, submission, answers)
  }
  return complete ? await thanksPage(c, opened, submission, said) : await draw(here + 1)
}

/** Earlier answers with this press's over them. */
function saidNow(before: Answers, given: Given): Answers {
  const all = Object.entries({ ...before, ...given }).filter(([, answer]) => answer !== null)
  return Object.fromEntries(all)
}

/** What stands in the way of going on. A contact that was left before needs no second time, and isn't shown again. */
function faultsOf({ words }: Opened, questions: readonly WidgetQuestion[], given: Given, left: readonly string[]) {
  const faults = questions.map((question): [string, string | undefined] => [
    question.id,
    left.includes(question.id) && given[question.id] === undefined ? undefined : faultOf(question, given[question.id], words),
  ])
  return Object.fromEntries(faults.filter((one): one is [string, string] => one[1] !== undefined))
}

/** What the one way in refuses, on the question it belongs to: a browser that keeps to the form sends no such thing. */
const misfitsOf = ({ words }: Opened, faults: readonly Fault[]) =>
  Object.fromEntries(faults.map(({ pointer }) => [pointer.split('/')[2]?.split('.')[0] ?? '', words.missing]))
