import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SendDisplays } from '../../worker/contract/display.ts'
import type { SendResponse } from '../../worker/contract/response.ts'
import type { LoaderConfig, LoaderSurvey, SurveyContent, SurveyGates } from '../../worker/contract/widget.ts'
import { bakeDraft, bakeLoader, bakePreview } from '../../worker/domain/gates/bake.ts'
import type { Verdict } from '../../worker/domain/gates/gate.ts'
import { builtWidget } from './built-widget.ts'

export interface HostOptions {
  surveys?: Partial<LoaderSurvey>[]
  /** Settings of the site. */
  site?: Pick<LoaderConfig, 'consent' | 'hash'>
  /** By survey id; what is missing here is a 404. */
  contents?: Record<string, SurveyContent>
  /** What the API does instead of answering: says 500, says something that isn't JSON, or says nothing. */
  broken?: 'error' | 'html' | 'silent'
  /** What the site's one link to a draft, `pv_1`, shows instead. */
  draft?: Partial<LoaderSurvey>
  /** What the server says of its own gates to the panel beside that. */
  byServer?: Verdict[]
  /** Attributes of the tag. */
  tag?: string
  /** Markup of the shop's page. */
  body?: string
  /** A script of the page that runs before the tag. */
  before?: string
  css?: string
}

/** How long an answered survey rests where a test doesn't say otherwise. */
const patient: SurveyGates = { rest: [90, 30, 0] }

/**
 * A shop under a strict policy on one origin, and on another what the worker answers: the real loader and UI,
 * with the content given here. Sends are recorded and answered as a test asks.
 */
export async function startWidgetHost(initial: HostOptions = {}) {
  const { loaderSource, loaderParts, surveyPath, whyPath, sources } = await builtWidget()
  let options = initial
  const responses: SendResponse[] = []
  const displays: SendDisplays[] = []
  const erasures: object[] = []
  const requests: string[] = []
  /** Statuses of the next answers to POST /v1/responses; 201 when used up. */
  const statuses: number[] = []

  const worker = await listen((request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://worker')
    requests.push(`${request.method} ${pathname}`)
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' }
    const answer = (status: number, type: string, body: string) =>
      reply.writeHead(status, { ...headers, 'Content-Type': type }).end(body)
    const content = options.contents?.[/^\/w\/pk_test(?:\.pv_1)?\/(.+)\.json$/.exec(pathname)?.[1] ?? '']
    const script = sources.get(pathname)
    if (pathname === '/w/pk_test.js') {
      const loader = bakeLoader(loaderSource, config(), loaderParts)
      answer(200, 'text/javascript', options.draft ? bakePreview(loader, config(), loaderParts, whyPath) : loader)
    } else if (pathname === '/w/pk_test.pv_1.js') {
      const drafted = { ...config([options.draft ?? {}]), site: 'pk_test.pv_1' }
      const about = { name: 'The draft', corner: 'bottom-right', element: '' } as const
      answer(200, 'text/javascript', bakeDraft(loaderSource, drafted, loaderParts, { why: whyPath, about, needed: [] }))
    } else if (script) answer(200, 'text/javascript', script)
    else if (pathname.endsWith('/why')) answer(200, 'application/json', JSON.stringify({ gates: options.byServer ?? [] }))
    else if (options.broken === 'silent') request.resume()
    else if (options.broken === 'html') answer(200, 'text/html', '<!doctype html><title>Welcome to the hotel</title>')
    else if (options.broken) answer(500, 'text/plain', '')
    else if (content) answer(200, 'application/json', JSON.stringify(content))
    else if (request.method === 'POST') {
      let text = ''
      request.on('data', (part) => {
        text += part
      })
      request.on('end', () => {
        const body = JSON.parse(text)
        const status = pathname === '/v1/responses' ? (statuses.shift() ?? 201) : 204
        const list = { '/v1/displays': displays, '/v1/erasures': erasures }[pathname] ?? responses
        list.push(body)
        if (status === 0) reply.destroy()
        else reply.writeHead(status, headers).end(status === 204 ? undefined : '{}')
      })
    } else answer(404, 'text/plain', '')
  })

  const workerOrigin = originOf(worker)
  const config = (surveys = options.surveys ?? [{}]): LoaderConfig => {
    return {
      site: 'pk_test',
      host: workerOrigin,
      ui: surveyPath,
      ...options.site,
      surveys: surveys.map((survey) => ({ id: 'srv_1', delay: 0, gates: patient, ...survey })),
    }
  }

  const shop = await listen((_request, reply) => {
    const policy = `default-src 'none'; img-src data:; script-src 'nonce-n1' 'strict-dynamic'; style-src 'nonce-n1'; connect-src ${workerOrigin}; require-trusted-types-for 'script'; trusted-types 'none'`
    reply.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Fern &amp; Loom</title><link rel="icon" href="data:,">
<style nonce="n1">${options.css ?? ''}</style>
<script nonce="n1">window.violations=[];addEventListener('securitypolicyviolation',e=>violations.push(e.violatedDirective+' '+e.blockedURI));
window.heard=[];for(const n of ['ready','shown','answered','completed','dismissed','skipped','error'])addEventListener('earshot:'+n,e=>heard.push([n,e.detail]));
window.globalsBefore=Object.keys(window);${options.before ?? ''}</script>
<script nonce="n1" async src="${workerOrigin}/w/pk_test.js" ${options.tag ?? ''}></script>
<body>${options.body ?? '<h1>Fern &amp; Loom</h1><p>Your order 1001 is on its way.</p><button id="page">A button of the shop</button>'}</body></html>`,
    )
  })

  return {
    url: originOf(shop),
    loaderUrl: `${workerOrigin}/w/pk_test.js`,
    responses,
    displays,
    erasures,
    requests,
    statuses,
    /** Another shop from here on; what was recorded is forgotten. */
    serve(next: HostOptions) {
      options = next
      for (const list of [responses, displays, erasures, requests, statuses]) list.length = 0
    },
    async stop() {
      for (const server of [shop, worker]) {
        server.closeAllConnections()
        await new Promise((done) => server.close(done))
      }
    },
  }
}

function listen(answer: RequestListener): Promise<Server> {
  const server = createServer(answer)
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
