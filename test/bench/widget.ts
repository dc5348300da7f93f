import process from 'node:process'
import { build } from '../../scripts/build.ts'
import { openAccount } from '../support/account.ts'
import { launchChromium } from '../support/chromium.ts'
import { startProduct } from '../support/product.ts'
import { buildFloor } from './widget/floor.ts'
import { goalLines } from './widget/goals.ts'
import { fast, slow } from './widget/profile.ts'
import { resultLines } from './widget/report.ts'
import { runRounds } from './widget/rounds.ts'
import { startService } from './widget/service.ts'
import { drawPicture } from './widget/shop/picture.ts'
import { startShop } from './widget/shop.ts'

/**
 * What a tag costs a shop's page in Chromium until an NPS survey is visible and where nothing is due, beside a bare
 * Preact popup behind a loader, in turns within one run. A missed goal is a result, not an error.
 */
export async function widget(): Promise<void> {
  await using running = new AsyncDisposableStack()
  await build((line) => tell(`  ${line}\n`))
  const product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
  running.defer(product.stop)
  const service = await startService(product.url, await buildFloor())
  running.defer(service.stop)
  const browser = await launchChromium()
  running.defer(() => browser.close())
  const shop = await startShop(await drawPicture(browser))
  running.defer(shop.stop)

  const earshot = `${service.origin}/w/${await publishSurvey(product.url, shop.origin)}.js`
  const sights = {
    floor: { path: '/product/shirt', tag: `${service.origin}/floor/loader.js`, popup: true },
    earshot: { path: '/product/shirt', tag: earshot, popup: true },
    nothingDue: { path: '/lookbook/shirt', tag: earshot, popup: false },
  }
  for (const profile of [slow, fast]) {
    tell(`  ${profile.name}, ${profile.rounds} rounds\n\n`)
    const results = await runRounds(browser, profile, shop.origin, sights)
    tell(`${resultLines(results)}\n`)
    const preflights = service.requests.filter((request) => request.startsWith('OPTIONS')).length
    if (profile === slow) tell(`${goalLines(results, preflights)}\n`)
  }
}

/** A live NPS survey, due at once on product pages and nowhere else, with the rest most surveys have. Answers the site's key. */
async function publishSurvey(url: string, shopOrigin: string): Promise<string> {
  const { siteKey, call } = await openAccount(url, [shopOrigin])
  const targeting = { include: ['/product/*'], delaySeconds: 0 }
  const survey = await call<{ id: string }>('/api/v1/surveys', { name: 'Bench', metric: 'nps', targeting })
  await call(`/api/v1/surveys/${survey.id}/publish`, {})
  return siteKey
}

function tell(text: string): void {
  process.stdout.write(text)
}
