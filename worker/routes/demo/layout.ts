import { html } from 'hono/html'
import type { Order } from '../../contract/order.ts'
import { mark } from './drawings.ts'
import { demoSiteKey } from './identity.ts'

interface Page {
  title: string
  /** The named moment of the customer's journey; the home page is none. */
  touchpoint?: 'product' | 'cart' | 'order-success'
  /** What was ordered, to be told to the survey. */
  order?: Order
  body: ReturnType<typeof html>
}

/** One page of the shop: the bar that says what this is, the shop around the body, and the one tag. */
export function page({ title, touchpoint, order, body }: Page) {
  const tag = touchpoint
    ? html`<script async src="/w/${demoSiteKey}.js" data-touchpoint="${touchpoint}"></script>`
    : html`<script async src="/w/${demoSiteKey}.js"></script>`
  const hint = touchpoint ? 'the survey appears after a second' : 'surveys wait on a product, in the cart and after an order'
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} · Fern &amp; Loom</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/demo/shop.css">
    ${order && html`<script src="/demo/order.js" data-order="${JSON.stringify(order)}"></script>`}
    ${tag}
  </head>
  <body>
    <div class="bar">
      <p><b>Demo shop</b> · ${hint}</p>
      <form method="post" action="/demo/sign-in"><button>Open the dashboard</button></form>
    </div>
    <header>
      <a class="brand" href="/demo">${mark}<span>Fern &amp; Loom</span></a>
      <nav aria-label="Shop">
        <a href="/demo/product">Knitwear</a>
        <a href="/demo#all">Linen</a>
        <a href="/demo/cart">Cart <span class="count">2</span></a>
      </nav>
    </header>
    <main>${body}</main>
    <footer>
      <p class="brand">${mark}<span>Fern &amp; Loom</span></p>
      <p>Linen and knitwear, made to be mended. Nothing here is for sale: it is a stage for Earshot's surveys.</p>
    </footer>
  </body>
</html>`
}
