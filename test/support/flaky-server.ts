import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'

/** What answers once a request got through. */
export type Behind = (request: Asked) => Promise<Answer> | Answer

export interface Asked {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface Answer {
  status: number
  type: string
  body: string | Buffer
}

/**
 * What becomes of one request. `refuse`: the line breaks before the server has heard it. `lose`: the server does what was asked, but
 * its answer never arrives. `hang`: nothing is done, and the line breaks only after `hangMs`.
 */
export type Fate =
  | { kind: 'pass' | 'refuse' | 'lose' | 'hang' }
  | { kind: 'delay'; ms: number }
  | { kind: 'busy'; status: number; retryAfter?: number }

/** Browsers open six lines to a server like this one: hanging for good, it would soon hear nothing any more. */
const hangMs = 2000

export const pass: Fate = { kind: 'pass' }

export type FlakyServer = Awaited<ReturnType<typeof startFlakyServer>>

/**
 * A shop and the service it takes its script from, on one port under two names. Whatever lies under /v1/ and /w/core.js meets the
 * fate that `fateOf` chooses; the shop's pages, the loader and the survey always arrive. The shop tells the survey, as a trait, the
 * name its address gives (`?as=…`).
 */
export async function startFlakyServer() {
  let behind: Behind = () => ({ status: 404, type: 'text/plain', body: '' })
  let fateOf = (_asked: Asked): Fate => pass
  let site = ''
  const heard: Asked[] = []
  const scripts: string[] = []

  async function serve(request: IncomingMessage, reply: ServerResponse) {
    // What is late is still that test's, not the next one's.
    const answer = behind
    const asked = await read(request)
    const isSending = asked.path.startsWith('/v1/')
    if (request.headers.host === shopHost()) return reply.writeHead(200, { 'Content-Type': 'text/html' }).end(shopPage())
    if (isSending) heard.push(asked)
    else scripts.push(asked.path)
    const fate = isSending || asked.path === '/w/core.js' ? fateOf(asked) : pass
    if (fate.kind === 'delay') await after(fate.ms)
    if (fate.kind === 'hang') await after(hangMs)
    if (fate.kind === 'refuse' || fate.kind === 'hang') return reply.destroy()
    const { status, type, body } =
      fate.kind === 'busy' ? { status: fate.status, type: 'text/plain', body: '' } : await answer(asked)
    if (fate.kind === 'lose') return reply.destroy()
    const pause = fate.kind === 'busy' && fate.retryAfter !== undefined && { 'Retry-After': `${fate.retryAfter}` }
    return reply
      .writeHead(status, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': 'Retry-After',
        'Content-Type': type,
        // A core kept by the browser would never meet a fate.
        'Cache-Control': 'no-store',
        ...pause,
      })
      .end(status === 204 ? undefined : body)
  }

  // What stands behind may be gone before the last of what was sent to it.
  const server = createServer((request, reply) => void serve(request, reply).catch(() => reply.destroy()))
  await new Promise<void>((listening) => server.listen(0, listening))
  const { port } = server.address() as AddressInfo
  const shopHost = () => `localhost:${port}`
  const origin = `http://127.0.0.1:${port}`
  const shopPage = () => `<!doctype html><html lang="en"><title>Fern &amp; Loom</title><link rel="icon" href="data:,">
<script>window.earshot=function(){(earshot.q=earshot.q||[]).push(arguments)}
earshot('set',{traits:{as:new URLSearchParams(location.search).get('as')||'nobody'}})</script>
<script async src="${origin}/w/${site}.js"></script><h1>Fern &amp; Loom</h1></html>`

  return {
    /** Where the script comes from and answers go. */
    origin,
    shopOrigin: `http://${shopHost()}`,
    /** Every request to /v1/ that reached the port, whatever became of it. */
    heard,
    /** What else was asked for: loader, content, scripts. */
    scripts,
    /** From here on this answers, for the site of this key, and nothing was heard so far. */
    stand(key: string, next: Behind) {
      site = key
      behind = next
      heard.length = scripts.length = 0
      fateOf = () => pass
    },
    weather(next: (asked: Asked) => Fate) {
      fateOf = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function read(request: IncomingMessage): Promise<Asked> {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers: request.headers, body }
}
