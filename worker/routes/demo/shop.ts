import { Hono } from 'hono'
import type { Env } from '../../env.ts'
import { orderOf } from './catalogue.ts'
import { cartPage, homePage, orderSuccessPage, productPage } from './pages.ts'

/** As strict as a careful shop's policy: the survey must work under it without a grant of its own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** As a shop's own script tells what was ordered, before the tag has loaded; the policy allows none within the page. */
const orderScript = `window.earshot = window.earshot || function () { (earshot.q = earshot.q || []).push(arguments) }
earshot('set', { order: JSON.parse(document.currentScript.dataset.order) })
`

/** A small shop with the tag in it, to be mounted at /demo. Without DEMO = "1" there is no such place. */
export const demoRoutes = new Hono<{ Bindings: Env }>()

demoRoutes.use(async (c, next) => {
  if (c.env.DEMO !== '1') return c.notFound()
  await next()
  c.header('Content-Security-Policy', policy)
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cache-Control', 'no-cache')
})

demoRoutes.get('/', (c) => c.html(homePage()))
demoRoutes.get('/product', (c) => c.html(productPage()))
demoRoutes.get('/cart', (c) => c.html(cartPage()))
demoRoutes.get('/order-success', (c) => c.html(orderSuccessPage(orderOf(Date.now()))))
demoRoutes.get('/order.js', (c) => c.body(orderScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
