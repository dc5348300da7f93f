import { existsSync, readFileSync } from 'node:fs'
import { type IncomingMessage, request as send } from 'node:http'
import { join } from 'node:path'
import { root } from '../../../scripts/lib/install.mjs'
import { assetHeaders } from '../support/asset-headers.ts'
import { type Answer, startWebServer, type WebServer } from '../support/web-server.ts'

const assets = join(root, 'dist/assets')
const javascript = { 'Content-Type': 'text/javascript; charset=utf-8' }

export interface Service extends WebServer {
  /** `GET /path` of every request since it started. */
  requests: string[]
}

/**
 * The origin that shops take scripts from: the product as its host serves it (built files first, then the worker),
 * and the floor. Both go through the same server, so that both are compressed and answered alike.
 */
export async function startService(productUrl: string, floor: ReadonlyMap<string, Buffer>): Promise<Service> {
  const headersOf = assetHeaders(readFileSync(join(assets, '_headers'), 'utf8'))
  const requests: string[] = []

  const server = await startWebServer((request) => {
    const { pathname } = new URL(request.url ?? '/', productUrl)
    requests.push(`${request.method} ${pathname}`)
    const file = join(assets, pathname)
    const floorFile = floor.get(pathname)
    if (floorFile) return { status: 200, headers: { ...javascript, 'Access-Control-Allow-Origin': '*' }, body: floorFile }
    if (pathname.startsWith('/a/') && existsSync(file))
      return { status: 200, headers: { ...javascript, ...headersOf(pathname) }, body: readFileSync(file) }
    return forward(request, productUrl)
  })
  return { ...server, requests }
}

/**
 * The worker's own answer, over a connection of its own: a kept one may be closed just as it is used. The Host header goes
 * along, since the worker writes its origin into the loader.
 */
function forward(request: IncomingMessage, productUrl: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...request.headers, 'accept-encoding': 'identity' }
    const sent = send(
      new URL(request.url ?? '/', productUrl),
      { method: request.method, headers, agent: false },
      async (answer) => {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part)
        resolve({ status: answer.statusCode ?? 502, headers: endToEnd(answer), body: Buffer.concat(parts) })
      },
    )
    sent.on('error', reject)
    request.pipe(sent)
  })
}

/** Without what concerns the connection between here and the worker. Names are written as servers write them. */
function endToEnd(answer: IncomingMessage): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined || /^(connection|keep-alive|transfer-encoding|content-length|content-encoding|date)$/.test(name))
      continue
    kept[name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())] = `${value}`
  }
  return kept
}
