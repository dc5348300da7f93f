import type { Browser } from 'playwright-core'
import type { Profile } from './profile.ts'
import { type Weight, weighTraffic } from './traffic.ts'
import { openVisitor, popupOf } from './visitor.ts'
import type { Watched } from './watch.ts'

/** One request of the tag, by the page's clock in ms. */
export interface Loaded extends Weight {
  start: number
  end: number
}

/** How a page with a tag in it appeared to one visitor. */
export interface Visit extends Watched {
  /** What came from the tag's origin, in the order it was asked for. */
  loaded: Loaded[]
}

export interface Sight {
  /** Path of the shop's page. */
  path: string
  /** Address of the tag's script. */
  tag: string
  /** Whether a popup comes. */
  popup: boolean
}

/** Views a page that has the tag in its head. */
export async function visit(browser: Browser, profile: Profile, shopOrigin: string, sight: Sight): Promise<Visit> {
  const serviceOrigin = new URL(sight.tag).origin
  await using visitor = await openVisitor(browser, profile, serviceOrigin)
  const { page, cdp } = visitor
  const weights = weighTraffic(cdp, serviceOrigin)
  const url = `${shopOrigin}${sight.path}?${new URLSearchParams({ tag: sight.tag })}`
  await page.goto(url, { waitUntil: 'load' })
  if (sight.popup) await popupOf(visitor, url)
  await visitor.settled()
  const { watched, timed } = await page.evaluate(readPage, serviceOrigin)
  return { ...watched, loaded: timed.map((time) => ({ ...time, ...weightOf(weights, time.url) })) }
}

/** Runs in the page. Of other origins the browser tells when a request began and ended, which is all that is wanted. */
function readPage(origin: string) {
  const { benchWatched } = window as unknown as { benchWatched: Watched }
  const timed = (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ name }) => name.startsWith(origin))
    .map(({ name, startTime, responseEnd }) => ({ url: name, start: startTime, end: responseEnd }))
  return { watched: benchWatched, timed: timed.sort((a, b) => a.start - b.start) }
}

function weightOf(weights: Weight[], url: string): Weight {
  const weight = weights.find((one) => one.url === url)
  if (!weight) throw new Error(`${url} was loaded and not weighed`)
  return weight
}
