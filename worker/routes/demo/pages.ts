import { html } from 'hono/html'
import type { Order } from '../../contract/order.ts'
import { cart, cartTotal, catalogue, delivery, jumper, type Product, priceOf } from './catalogue.ts'
import { drawing } from './drawings.ts'
import { page } from './layout.ts'

export function homePage() {
  return page({
    title: 'Linen and knitwear',
    body: html`<section class="hero">
        <div>
          <p class="eyebrow">The winter knits</p>
          <h1>Warm things,<br>slowly made.</h1>
          <p class="lead">Lambswool from three farms, spun and knitted within a day's ride of each other. Wear it for years, then send it back to be mended.</p>
          <a class="button" href="/demo/product">See the Halden jumper</a>
        </div>
        <a class="stage" href="/demo/product">${picture(jumper)}</a>
      </section>
      <section id="all" aria-labelledby="all-title">
        <h2 id="all-title">This season</h2>
        <ul class="grid">${catalogue.map(card)}</ul>
      </section>
      <section class="promises" aria-label="Our promises">
        <p><b>Mended for life</b>Every seam, any year, at our workshop.</p>
        <p><b>Thirty days to decide</b>Send it back in the bag it came in.</p>
        <p><b>Paper, not plastic</b>Parcels you can put on the compost.</p>
      </section>`,
  })
}

export function productPage() {
  return page({
    title: jumper.name,
    touchpoint: 'product',
    body: html`<div class="product">
        <div class="stage">${picture(jumper)}</div>
        <div>
          <p class="eyebrow">Knitwear</p>
          <h1>${jumper.name}</h1>
          <p class="price">${priceOf(jumper.price)} <small>with tax</small></p>
          <p class="lead">A fisherman's cable in soft lambswool, knitted in one piece, so there is no seam to rub or give way.</p>
          <dl>
            <dt>Colour</dt>
            <dd class="swatches"><span class="swatch moss on"><span>Moss, chosen</span></span><span class="swatch rust"><span>Rust</span></span><span class="swatch ink"><span>Ink</span></span></dd>
            <dt>Size</dt>
            <dd class="sizes"><span>S</span><span class="on">M</span><span>L</span><span>XL</span></dd>
          </dl>
          <a class="button wide" href="/demo/cart">Add to cart</a>
          <ul class="facts">
            <li>100 % lambswool, 480 g</li>
            <li>Hand wash, dry flat, air often</li>
            <li>Here in two to four days</li>
          </ul>
        </div>
      </div>`,
  })
}

export function cartPage() {
  return page({
    title: 'Your cart',
    touchpoint: 'cart',
    body: html`<h1>Your cart</h1>
      <div class="checkout">
        <ul class="lines">${cart.map(line)}</ul>
        <div class="sum">
          <h2>Summary</h2>
          ${totals()}
          <a class="button wide" href="/demo/order-success">Place the order</a>
          <p class="small">No account needed. This order costs nothing and sends nothing.</p>
        </div>
      </div>`,
  })
}

export function orderSuccessPage(order: Required<Order>) {
  return page({
    title: 'Thank you',
    touchpoint: 'order-success',
    order,
    body: html`<div class="thanks">
        <p class="eyebrow">Order ${order.id}</p>
        <h1>Thank you.<br>It's on the loom.</h1>
        <p class="lead">We have written to you with the details. Your parcel leaves the workshop tomorrow and arrives in two to four days.</p>
        <ol class="steps">
          <li class="done">Ordered</li>
          <li>Packed</li>
          <li>On its way</li>
          <li>With you</li>
        </ol>
        <ul class="lines">${cart.map(line)}</ul>
        ${totals()}
        <a class="button quiet" href="/demo">Back to the shop</a>
      </div>`,
  })
}

function picture({ garment, cloth, name, colour }: Product) {
  return drawing(garment, cloth, `${name} in ${colour.toLowerCase()}`)
}

function card(product: Product) {
  return html`<li><a href="/demo/product">
    <span class="stage">${picture(product)}</span>
    <span class="name">${product.name}</span><span class="price">${priceOf(product.price)}</span>
    <span class="small">${product.note}</span>
  </a></li>`
}

function line(product: Product) {
  return html`<li>
    <span class="stage">${picture(product)}</span>
    <span><b>${product.name}</b><br><span class="small">${product.colour} · ${product.note}</span></span>
    <span class="price">${priceOf(product.price)}</span>
  </li>`
}

function totals() {
  return html`<dl class="totals">
    <dt>Delivery</dt><dd>${priceOf(delivery)}</dd>
    <dt><b>Total</b></dt><dd><b>${priceOf(cartTotal())}</b></dd>
  </dl>`
}
