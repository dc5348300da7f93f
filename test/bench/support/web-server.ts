import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { brotliCompressSync, constants } from 'node:zlib'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

export interface WebServer {
  origin: string
  stop: () => Promise<void>
}

/** Answers over HTTP/1.1 on a free port, text in brotli at its best: what a network in front of a server does for it. */
export async function startWebServer(answer: (request: IncomingMessage) => Promise<Answer> | Answer): Promise<WebServer> {
  const server = createServer(async (request, reply) => {
    try {
      const { status, headers, body } = compressed(await answer(request))
      // An empty 204 must not say how long it is.
      if (status !== 204) headers['Content-Length'] = `${body.length}`
      reply.writeHead(status, headers).end(body)
    } catch (error) {
      process.stderr.write(`${request.method} ${request.url}: ${error}\n`)
      reply.writeHead(502, { 'Content-Type': 'text/plain' }).end(`${error}`)
    }
  })
  // Longer than any visit, so that no visit meets a connection that is just being closed.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** By the hash of what was compressed: the best quality takes longer than the answer itself, so it is done once. */
const done = new Map<string, Buffer>()

function compressed({ status, headers, body }: Answer): Answer {
  if (body.length === 0 || !/text|javascript|json|svg/.test(headers['Content-Type'] ?? '')) return { status, headers, body }
  const key = createHash('sha256').update(body).digest('base64')
  const small = done.get(key) ?? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  done.set(key, small)
  return { status, headers: { ...headers, 'Content-Encoding': 'br', Vary: 'Accept-Encoding' }, body: small }
}
