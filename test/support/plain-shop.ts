import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Page {
  /** What stands in its head: the tag. */
  head?: string
  policy?: string
}

/** A shop of one page on an origin of its own, which passes `/earshot/w|a|v1/` on as a shop's server would. */
export async function startPlainShop(earshot: string) {
  let page: Page = {}
  const server = createServer((asked, reply) => {
    const { url = '/', method, headers } = asked
    const [, path] = /^\/earshot(\/(?:w|a|v1)\/.*)$/.exec(url) ?? []
    if (path) {
      const { cookie: _, ...passed } = headers
      const onward = request(earshot + path, { method, headers: { ...passed, host: new URL(earshot).host } }, (answer) => {
        reply.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(reply)
      })
      asked.pipe(onward)
      return
    }
    const policy = page.policy ? { 'Content-Security-Policy': `default-src 'none'; ${page.policy}` } : {}
    reply.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...policy })
    reply.end(`<!doctype html><html lang="en"><title>Olive &amp; Oil</title>${page.head ?? ''}<h1>Oils</h1></html>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Another page from here on. */
    serve(next: Page) {
      page = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
