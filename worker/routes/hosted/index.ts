import { type Context, Hono } from 'hono'
import { openPage } from '../../domain/hosted-pages.ts'
import { suitableLanguage } from '../../domain/languages.ts'
import { sha256 } from '../../domain/secrets.ts'
import type { Env } from '../../env.ts'
import { localeTags } from '../../generated/locales.ts'
import { problem } from '../../middleware/problem.ts'
import { sameOrigin } from '../../middleware/same-origin.ts'
import { answeredBefore } from '../../store/before.ts'
import { openDb } from '../../store/db.ts'
import { readWords } from '../../store/locales.ts'
import { isUnavailable } from '../../store/retry.ts'
import { flushWhenDue } from '../../store/tally.ts'
import { pagesOf, progressOf } from './asked.ts'
import { mayBegin, type Opened, openedBy, preselected, submissionFor } from './opened.ts'
import { emptyPage } from './page.ts'
import { readForm } from './read-form.ts'
import { erasedPage, sheetPage, thanksPage } from './sheet.ts'
import { takeForm } from './take-form.ts'

/**
 * A survey's own page, for links, codes, e-mails and devices in a shop. Without any script: a form goes back and forth. Looking at it
 * stores nothing, since mail scanners open every link there is.
 */
export const hostedRoutes = new Hono<{ Bindings: Env }>()
  .use(sameOrigin)
  .get('/:id{srv_[0-9A-Za-z_]+|lk_[0-9A-Za-z]+}', async (c) => {
    const db = openDb(c.env.DB)
    const opened = await openedBy(c, db)
    if (!opened) return await nothingHere(c, 404)
    const submission = await submissionFor(c, opened)
    if (opened.link) {
      const before = await answeredBefore(db, opened.live.site.id, submission, await sha256(submission))
      const progress = progressOf(opened, submission, before)
      if (before.erased) return erasedPage(c, opened)
      if (before.complete) return thanksPage(c, opened, submission, progress.answers)
      if (before.seq > 0 && opened.survey.state !== 'closed') {
        const at = openPage(pagesOf(opened, progress.answers), progress.answers, before.contacts)
        return sheetPage(c, opened, { submission, at, answers: progress.answers, touched: true })
      }
    }
    if (!mayBegin(opened, Date.now())) return await nothingHere(c, isOver(opened) ? 410 : 404)
    return sheetPage(c, opened, { submission, at: 0, answers: preselected(opened), touched: false })
  })
  .post('/:id{srv_[0-9A-Za-z_]+|lk_[0-9A-Za-z]+}', async (c) => {
    const now = Date.now()
    const db = openDb(c.env.DB)
    const form = await readForm(c.req.raw)
    if (!form.ok) return problem(c, form.refusal)
    const page = await takeForm(c, db, form, now)
    flushWhenDue(db, now, c.executionCtx)
    return typeof page === 'string' ? await nothingHere(c, page === 'over' ? 410 : 404) : page
  })
  .onError(async (error, c) => {
    if (!isUnavailable(error)) throw error
    c.header('Retry-After', '5')
    return await nothingHere(c, 503)
  })

/** Closed for good, or the time of a personal link is up. */
const isOver = ({ survey, link }: Opened) => survey.state === 'closed' || link !== null

/** In the language of who asks: there is no survey to ask it for its own. */
async function nothingHere(c: Context<{ Bindings: Env }>, status: 404 | 410 | 503): Promise<Response> {
  const locale = suitableLanguage(`${c.req.query('lang') ?? ''},${c.req.header('Accept-Language') ?? ''}`, localeTags) ?? 'en'
  const words = await readWords(c.env.ASSETS, locale)
  return emptyPage(c, status, locale, status === 503 ? words.failed : words.ended)
}
