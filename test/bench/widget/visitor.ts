import type { Browser, CDPSession, Page } from 'playwright-core'
import { applyProfile, type Profile } from './profile.ts'
import { visibleBinding, watch } from './watch.ts'

/** Somebody with a phone who was never there before, on one page. */
export interface Visitor extends AsyncDisposable {
  page: Page
  cdp: CDPSession
  /** Ends once the page says that a popup is visible. */
  popup: Promise<void>
  /** Ends once what follows a popup has ended too: its display is counted, its entrance is over. */
  settled: () => Promise<void>
}

const patienceMs = 30_000
/** Ample on the slow profile: sending the display takes a round trip, an entrance some tenths of a second. */
const settleMs = 1_000

export async function openVisitor(browser: Browser, profile: Profile, serviceOrigin: string): Promise<Visitor> {
  const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const cdp = await context.newCDPSession(page)
  for (const domain of ['Network', 'Performance', 'Runtime', 'HeapProfiler'] as const) await cdp.send(`${domain}.enable`)
  await cdp.send('Runtime.addBinding', { name: visibleBinding })
  await page.addInitScript(watch, [serviceOrigin, visibleBinding] as [string, string])
  await applyProfile(cdp, profile)
  return {
    page,
    cdp,
    popup: new Promise((visible) => {
      cdp.on('Runtime.bindingCalled', ({ name }) => name === visibleBinding && visible())
    }),
    settled: () => new Promise((settled) => setTimeout(settled, settleMs)),
    [Symbol.asyncDispose]: () => context.close(),
  }
}

/** Waits for a popup where one must come. */
export async function popupOf({ popup }: Visitor, url: string): Promise<void> {
  let late: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise((_, reject) => {
    late = setTimeout(() => reject(new Error(`no popup within ${patienceMs / 1000} s at ${url}`)), patienceMs)
  })
  await Promise.race([popup, patience]).finally(() => clearTimeout(late))
}
