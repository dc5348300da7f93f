import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, startWebServer, type WebServer } from '../support/web-server.ts'
import { productPage } from './shop/page.ts'

const own = (file: string) => readFileSync(join(import.meta.dirname, 'shop', file))

/** The shop on its own origin: every other path is its product page, `?tag=URL` with that script in its head. */
export function startShop(picture: Buffer): Promise<WebServer> {
  const files: Record<string, [type: string, body: Buffer]> = {
    '/shop.css': ['text/css', own('shop.css')],
    '/shop.js': ['text/javascript', own('shop.js')],
    '/shirt.jpg': ['image/jpeg', picture],
  }
  return startWebServer((request): Answer => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop')
    const src = searchParams.get('tag')
    const page = () => Buffer.from(productPage(src ? `<script async src="${src}"></script>` : ''))
    const [type, body] = files[pathname] ?? ['text/html; charset=utf-8', page()]
    return { status: 200, headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=600' }, body }
  })
}
