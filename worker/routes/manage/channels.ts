import type { Context } from 'hono'
import * as z from 'zod'
import { ChannelQuery, EmailQuery } from '../../contract/link.ts'
import { emailBlock } from '../../domain/email-block.ts'
import { undeclared } from '../../domain/personal-link.ts'
import { qrPng, qrSvg } from '../../domain/qr.ts'
import { linkTo } from '../../domain/survey-link.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { definitionOf, liveSiteOf } from '../../store/live-sites.ts'
import { findSurvey } from '../../store/surveys.ts'
import { spokenContent } from '../public/content.ts'
import { defineRoute, manageRouter } from './define.ts'

const request = { params: z.object({ id: z.string() }), query: ChannelQuery }
const file = (type: string) => ({ 200: { description: 'The file', content: { [type]: { schema: z.string() } } } })

const svg = defineRoute('GET /api/v1/surveys/{id}/qr.svg', {
  summary: "A QR code of the survey's own page as SVG; `location` says where it hangs",
  request,
  responses: file('image/svg+xml'),
})
const png = defineRoute('GET /api/v1/surveys/{id}/qr.png', {
  summary: 'The same as PNG, at least 1,024 pixels wide',
  request,
  responses: file('image/png'),
})
const email = defineRoute('GET /api/v1/surveys/{id}/email.html', {
  summary: "The survey's scale for an e-mail, as HTML that mail programs show; a link only opens the page with its score chosen",
  request: { params: request.params, query: EmailQuery },
  responses: file('text/html'),
})

const draft: Refusal = { status: 409, detail: 'publish the survey first' }
const uncounted: Refusal = { status: 422, errors: [{ pointer: '/location', detail: undeclared }] }
const scaleless: Refusal = { status: 422, errors: [{ pointer: '', detail: 'a survey that begins with a score' }] }

/** Whether a place can be counted on this site; none is fine. */
const counts = (location: string | undefined, dimensions: readonly string[]) => !location || dimensions.includes('location')

/** The address that a code holds. */
async function codedPage(c: Context<ManageEnv>, id: string, { lang, location, kiosk }: ChannelQuery): Promise<string | Refusal> {
  const { db, site } = c.var
  const survey = await findSurvey(db, site.id, id)
  if (!survey) return notFound
  if (!counts(location, site.dimensions)) return uncounted
  return linkTo(`${new URL(c.req.url).origin}/s/${survey.id}`, { lang, kiosk, location })
}

export const channelRoutes = manageRouter()
  .openapi(svg, async (c) => {
    const page = await codedPage(c, c.req.valid('param').id, c.req.valid('query'))
    return typeof page === 'string' ? c.body(qrSvg(page), 200, { 'Content-Type': 'image/svg+xml' }) : problem(c, page)
  })
  .openapi(png, async (c) => {
    const page = await codedPage(c, c.req.valid('param').id, c.req.valid('query'))
    return typeof page === 'string' ? c.body(await qrPng(page), 200, { 'Content-Type': 'image/png' }) : problem(c, page)
  })
  .openapi(email, async (c) => {
    const { db, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const { lang = '', link, location } = c.req.valid('query')
    if (!counts(location, site.dimensions)) return problem(c, uncounted)
    const live = await liveSiteOf(db, survey.id, c.var.now)
    const asked = live?.surveys.get(survey.id)
    const definition = asked && asked.version > 0 && (await definitionOf(db, asked, asked.version))
    if (!live || !definition) return problem(c, draft)
    const { content } = await spokenContent(c.env, db, { live, survey: asked, version: asked.version, definition }, lang)
    const base = link ?? `${new URL(c.req.url).origin}/s/${survey.id}`
    const block = emailBlock(content, base, { location, personal: link !== undefined })
    if (block === null) return problem(c, scaleless)
    // Opened by itself it is shown as a mail program would, and can do no more than one.
    c.header(
      'Content-Security-Policy',
      "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    return c.body(block, 200, { 'Content-Type': 'text/html; charset=utf-8' })
  })
