import type { BrowserContextOptions } from 'playwright-core'
import type { HostOptions } from '../../support/widget-host.ts'
import type { useWidgetPage } from '../../support/widget-page.ts'
import type { Screen } from './screens.ts'

export type Shopper = ReturnType<typeof useWidgetPage>

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
export const desktop = { viewport: { width: 1280, height: 800 } } as const

/** A shop that asks at once, whoever comes, and may ask anything. */
export const anyShop: HostOptions = {
  surveys: [{ more: true, gates: {} }],
  css: '#here { min-height: 200px }',
  body: `<header><p>Fern &amp; Loom</p></header>
    <main><h1>Your order</h1><p>Order 1001 is on its way.</p><div id="here"></div></main>
    <footer><p>Fern &amp; Loom, Harbour Lane 3</p></footer>`,
}

/** A shopper comes and sees this. Nothing moves. */
export async function visit(shopper: Shopper, screen: Screen, profile: BrowserContextOptions = desktop): Promise<void> {
  await shopper.visit({ ...anyShop, contents: { srv_1: screen.content } }, { reducedMotion: 'reduce', ...profile })
  await reach(shopper, screen)
}

/** On the page that is open, as if the shopper had never been there and the shop had another survey. */
export async function show(shopper: Shopper, screen: Screen): Promise<void> {
  shopper.host.serve({ ...anyShop, contents: { srv_1: screen.content } })
  await shopper.page.evaluate("earshot('reset');earshot('page')")
  await reach(shopper, screen)
}

async function reach({ host, page }: Shopper, { statuses = [], reach }: Screen) {
  host.statuses.push(...statuses)
  // Seen, and what it asks is said. A tab says nothing by itself.
  await page.locator('earshot-survey :is([aria-live]:not(:empty), .launcher)').waitFor({ state: 'attached' })
  await reach?.(page)
}
