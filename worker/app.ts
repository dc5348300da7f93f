import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { logError } from './log.ts'
import { apiHeaders } from './middleware/api-headers.ts'
import { authenticate, type ManageEnv } from './middleware/authenticate.ts'
import { jsonOnly } from './middleware/json-only.ts'
import { limitShared } from './middleware/limit-shared.ts'
import { notFound, problem } from './middleware/problem.ts'
import { sameOrigin } from './middleware/same-origin.ts'
import { demoRoutes } from './routes/demo/shop.ts'
import { demoSignIn } from './routes/demo/sign-in.ts'
import { healthRoute } from './routes/health.ts'
import { hostedRoutes } from './routes/hosted/index.ts'
import { loginPage } from './routes/login.ts'
import { accountRoutes } from './routes/manage/account.ts'
import { alertRoutes } from './routes/manage/alerts.ts'
import { auditRoutes } from './routes/manage/audit.ts'
import { caseRoutes } from './routes/manage/cases.ts'
import { catalogueRoutes } from './routes/manage/catalogue.ts'
import { channelRoutes } from './routes/manage/channels.ts'
import { correctionRoutes } from './routes/manage/corrections.ts'
import { customerPageRoutes } from './routes/manage/customer-page.ts'
import { customerRoutes } from './routes/manage/customers.ts'
import { digestRoutes } from './routes/manage/digests.ts'
import { driverRoutes } from './routes/manage/drivers.ts'
import { effectRoutes } from './routes/manage/effect.ts'
import { exportRoutes } from './routes/manage/exports.ts'
import { importRoutes } from './routes/manage/imports.ts'
import { inboxRuleRoutes } from './routes/manage/inbox-rules.ts'
import { installRoutes } from './routes/manage/install.ts'
import { invitationRoutes } from './routes/manage/invitations.ts'
import { keyRoutes } from './routes/manage/keys.ts'
import { learningRoutes } from './routes/manage/learning.ts'
import { linkRoutes } from './routes/manage/links.ts'
import { memberRoutes } from './routes/manage/members.ts'
import { noteRoutes } from './routes/manage/notes.ts'
import { orderRoutes } from './routes/manage/orders.ts'
import { phraseRoutes } from './routes/manage/phrases.ts'
import { previewRoutes } from './routes/manage/previews.ts'
import { pulseRoutes } from './routes/manage/pulse.ts'
import { quarantineRoutes } from './routes/manage/quarantine.ts'
import { reorderRoutes } from './routes/manage/reorders.ts'
import { replyRoutes } from './routes/manage/replies.ts'
import { replyTemplateRoutes } from './routes/manage/reply-templates.ts'
import { reportRoutes } from './routes/manage/reports.ts'
import { respondentRoutes } from './routes/manage/respondents.ts'
import { responseRoutes } from './routes/manage/responses.ts'
import { sharedRoutes } from './routes/manage/shared.ts'
import { shareRoutes } from './routes/manage/shares.ts'
import { siteRoutes } from './routes/manage/sites.ts'
import { surveyRoutes } from './routes/manage/surveys.ts'
import { tagFigureRoutes } from './routes/manage/tag-figures.ts'
import { tagRoutes } from './routes/manage/tags.ts'
import { upkeepRoutes } from './routes/manage/upkeep.ts'
import { viewRoutes } from './routes/manage/views.ts'
import { webhookRoutes } from './routes/manage/webhooks.ts'
import { previewPage } from './routes/preview.ts'
import { privacyPage } from './routes/privacy.ts'
import { formerParts } from './routes/public/former-parts.ts'
import { sendRoutes, widgetRoutes } from './routes/public/index.ts'
import { securityText } from './routes/security-text.ts'
import { unsubscribePage } from './routes/unsubscribe.ts'
import { isUnavailable } from './store/retry.ts'

/** The table of contents of the HTTP surface. */
export const app = new OpenAPIHono<ManageEnv>()

// Under the id that its sender gave it, or a new one, a request is found in the log.
app.use(requestId({ limitLength: 64 }))
// Whatever is answered is what it says it is.
app.use(async function neverSniffed(c, next) {
  await next()
  c.header('X-Content-Type-Options', 'nosniff')
})

app.route('/healthz', healthRoute)
app.route('/.well-known/security.txt', securityText)

// Shops' pages: anybody may ask, nobody is signed in, no cookie is ever set.
app.route('/v1', sendRoutes)
app.route('/w', widgetRoutes)
app.route('/a', formerParts)
app.route('/s', hostedRoutes)

// Managers and their programs.
app.use('/api/*', apiHeaders)
app.use('/api/v1/shared/:token/*', limitShared)
app.use('/api/v1/*', sameOrigin, jsonOnly, authenticate)
for (const routes of [
  accountRoutes,
  siteRoutes,
  upkeepRoutes,
  installRoutes,
  memberRoutes,
  invitationRoutes,
  keyRoutes,
  webhookRoutes,
  auditRoutes,
  alertRoutes,
  digestRoutes,
  surveyRoutes,
  previewRoutes,
  quarantineRoutes,
  reportRoutes,
  driverRoutes,
  phraseRoutes,
  noteRoutes,
  viewRoutes,
  effectRoutes,
  pulseRoutes,
  shareRoutes,
  sharedRoutes,
  channelRoutes,
  linkRoutes,
  orderRoutes,
  reorderRoutes,
  customerRoutes,
  customerPageRoutes,
  catalogueRoutes,
  responseRoutes,
  respondentRoutes,
  caseRoutes,
  inboxRuleRoutes,
  replyRoutes,
  replyTemplateRoutes,
  correctionRoutes,
  tagRoutes,
  tagFigureRoutes,
  learningRoutes,
  exportRoutes,
  importRoutes,
]) {
  app.route('/', routes)
}
// Written by the build from these very routes (openapi.ts).
app.get('/api/openapi.json', async (c) => {
  const file = await c.env.ASSETS.fetch(new URL('/l/openapi.json', c.req.url))
  return new Response(file.body, { headers: { 'Content-Type': 'application/json' } })
})

// The few pages drawn here; every other one is the dashboard's.
app.route('/login', loginPage)
app.route('/unsubscribe', unsubscribePage)
app.route('/privacy', privacyPage)
app.route('/preview', previewPage)
app.route('/demo/sign-in', demoSignIn)
app.route('/demo', demoRoutes)

// The dashboard finds its own way by path; a mistyped one is its page too, but says 404. Files are never made up.
app.get('/', (c) => dashboard(c, 200))
app.get('/sign-in', (c) => dashboard(c, 200))
app.get('/compare', (c) => dashboard(c, 200))
app.get('/settings', (c) => dashboard(c, 200))
app.get('/install', (c) => dashboard(c, 200))
app.get('/settings/*', (c) => dashboard(c, 200))
app.get('/responses', (c) => dashboard(c, 200))
app.get('/inbox', (c) => dashboard(c, 200))
app.get('/inbox/*', (c) => dashboard(c, 200))
app.get('/import', (c) => dashboard(c, 200))
app.get('/alerts', (c) => dashboard(c, 200))
app.get('/alerts/*', (c) => dashboard(c, 200))
app.get('/digests', (c) => dashboard(c, 200))
app.get('/digests/*', (c) => dashboard(c, 200))
app.get('/customers/*', (c) => dashboard(c, 200))
app.get('/tags', (c) => dashboard(c, 200))
app.get('/tags/*', (c) => dashboard(c, 200))
app.get('/surveys/*', (c) => dashboard(c, 200))
// Reports were shared under /s/ once; surveys' own pages stand there now.
app.get('/s/:token{sh_[0-9A-Za-z]+}', (c) => {
  c.header('Referrer-Policy', 'no-referrer')
  return c.redirect(`/shared/${c.req.param('token')}`, 301)
})
app.get('/join', (c) => dashboard(c, 200))
// A shared report's. The page learns from the API whether the link works; its address is a secret.
app.get('/shared/:token', async (c) => {
  const page = await dashboard(c, 200)
  page.headers.set('Referrer-Policy', 'no-referrer')
  page.headers.set('X-Robots-Tag', 'noindex')
  page.headers.set('Cache-Control', 'no-store')
  return page
})
app.notFound((c) => (c.req.header('Accept')?.includes('text/html') ? dashboard(c, 404) : problem(c, notFound)))
app.onError((error, c) => {
  if (error instanceof HTTPException && error.status === 400) return problem(c, { status: 400, detail: 'the body is not JSON' })
  logError('a request failed', {
    request: c.get('requestId'),
    method: c.req.method,
    route: c.req.routePath,
    error: String(error),
  })
  if (!isUnavailable(error)) return problem(c, { status: 500 })
  c.header('Retry-After', '5')
  return problem(c, { status: 503 })
})

async function dashboard(c: Context<ManageEnv>, status: 200 | 404): Promise<Response> {
  const page = await c.env.ASSETS.fetch(new URL('/', c.req.url))
  return new Response(page.body, { status, headers: page.headers })
}
