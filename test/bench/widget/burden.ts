import type { Browser, CDPSession } from 'playwright-core'
import type { Profile } from './profile.ts'
import type { Sight } from './visit.ts'
import { openVisitor, popupOf } from './visitor.ts'

/** What the main thread did and what the heap holds after a collection. */
export interface Burden {
  /** In JavaScript alone. */
  scriptMs: number
  /** In all tasks: layout and drawing too. */
  taskMs: number
  heapBytes: number
}

export interface Measured {
  /** The page by itself. */
  page: Burden
  /** What the tag added. */
  tag: Burden & { restToVisibleMs: number }
}

/**
 * What a tag adds to a page, measured on one page before and after: the tag comes once the page has come to rest. Two views,
 * with and without, would differ by more than the tag weighs, since a shop's own script takes another time at each.
 */
export async function burdenOf(browser: Browser, profile: Profile, shopOrigin: string, sight: Sight): Promise<Measured> {
  await using visitor = await openVisitor(browser, profile, new URL(sight.tag).origin)
  const { page, cdp } = visitor
  await page.goto(shopOrigin + sight.path, { waitUntil: 'load' })
  await visitor.settled()
  const before = await readBurden(cdp)
  const start = await readBurden(cdp)
  await evaluate(cdp, `(${addTag})(${JSON.stringify(sight.tag)})`)
  if (sight.popup) await popupOf(visitor, sight.tag)
  await visitor.settled()
  const after = await readBurden(cdp)
  return {
    page: before,
    tag: {
      scriptMs: after.scriptMs - start.scriptMs,
      taskMs: after.taskMs - start.taskMs,
      heapBytes: after.heapBytes - start.heapBytes,
      restToVisibleMs: Number(await evaluate(cdp, 'benchWatched.visible - benchWatched.scriptStart')),
    },
  }
}

/** Without Playwright's own evaluation, which brings a script of its own into the page. */
async function evaluate(cdp: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  if (exceptionDetails) throw new Error(exceptionDetails.text)
  return result.value
}

/** Runs in the page, by its source alone; ends when the script has. */
function addTag(src: string): Promise<void> {
  return new Promise((loaded, failed) => {
    const script = Object.assign(document.createElement('script'), { async: true, src, onload: () => loaded(), onerror: failed })
    document.head.appendChild(script)
  })
}

/** Times first: the collection takes some too. */
async function readBurden(cdp: CDPSession): Promise<Burden> {
  const times = await metricsOf(cdp)
  await cdp.send('HeapProfiler.collectGarbage')
  const heap = await metricsOf(cdp)
  return { scriptMs: times('ScriptDuration') * 1000, taskMs: times('TaskDuration') * 1000, heapBytes: heap('JSHeapUsedSize') }
}

async function metricsOf(cdp: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (wanted) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
}
