import { describe, expect, test } from 'vitest'
import type * as Core from '../../../widget/core/index.ts'
import { useFlakyShop } from '../../support/flaky-shop.ts'

const shop = useFlakyShop()

const tapped = async (score = 9) => {
  const page = await shop.openAsking()
  await shop.tap(page, score)
  return page
}
/** Displays are on their way too, and always get through. */
const waitingAnswers = async (page: Awaited<ReturnType<typeof tapped>>) =>
  (await shop.waiting(page)).filter(({ path }) => path === '/v1/responses')

describe('a lost line', () => {
  test('an answer tapped offline lies in storage, and is sent once the line is back', async () => {
    const page = await shop.openAsking()
    await page.getByRole('dialog').waitFor()
    await shop.settle(page)
    await shop.profile.setOffline(true)
    await shop.tap(page, 9)
    expect(await waitingAnswers(page)).toMatchObject([
      { path: '/v1/responses', body: { seq: 1, answers: { score: 9 } }, after: 0 },
    ])
    expect(shop.heardSteps()).toEqual([])
    await shop.profile.setOffline(false)
    await shop.until(async () => (await shop.waiting(page)).length === 0)
    expect(shop.heardSteps()).toHaveLength(1)
    expect(await shop.rows()).toEqual([{ as: 'ines', answers: { score: 9 }, complete: false }])
  })

  test('an answer the server took, but never said so, is sent again and stored once', async () => {
    shop.answersMeet(() => ({ kind: shop.heardSteps().length === 1 ? 'lose' : 'pass' }))
    const page = await tapped()
    await shop.until(async () => (await shop.waiting(page)).length === 0)
    const [first, second] = shop.heardSteps()
    expect(second).toMatchObject({ submission: first?.submission, seq: first?.seq, answers: first?.answers })
    expect(await shop.rows()).toHaveLength(1)
  })
})

describe('what a server says', () => {
  test.each([408, 429, 500, 502, 503])('after %d the answer stays, and the next page sends it', async (status) => {
    shop.answersMeet({ kind: 'busy', status })
    const page = await tapped()
    await shop.until(() => shop.heardSteps().length > 0)
    await shop.settle(page)
    expect(await waitingAnswers(page)).toHaveLength(1)
    await page.close()
    shop.answersMeet({ kind: 'pass' })
    const next = await shop.openQuiet()
    await shop.until(async () => (await shop.waiting(next)).length === 0)
    expect(await shop.rows()).toEqual([{ as: 'ines', answers: { score: 9 }, complete: false }])
  })

  test.each([400, 403, 404, 409, 410, 413, 422])('after %d it is dropped, and never sent again', async (status) => {
    shop.answersMeet({ kind: 'busy', status })
    const page = await tapped()
    await shop.until(async () => shop.heardSteps().length > 0 && (await shop.waiting(page)).length === 0)
    shop.answersMeet({ kind: 'pass' })
    await page.goto(shop.server.shopOrigin)
    await shop.settle(page)
    expect(shop.heardSteps()).toHaveLength(1)
    expect(await shop.rows()).toEqual([])
    expect(shop.noise).toEqual([])
  })
})

describe('a server that asks for a pause', () => {
  /** Tapped while the server asks for this pause, where the browser rolls these dice; the clock stands. */
  async function paused(status: number, retryAfter: number | undefined, dice: number) {
    shop.answersMeet({ kind: 'busy', status, ...(retryAfter !== undefined && { retryAfter }) })
    await shop.profile.addInitScript(`Math.random = () => ${dice}`)
    await shop.profile.clock.install()
    const page = await tapped()
    await shop.until(async () => (await shop.waiting(page)).some(({ after }) => after > 0) || retryAfter === undefined)
    await shop.until(() => shop.heardSteps().length === 1)
    await shop.settle(page)
    return page
  }
  /** So many steps have been sent in all once so many ms are over, and no more. */
  const sentAfter = async (page: Awaited<ReturnType<typeof tapped>>, ms: number, sent: number) => {
    await shop.profile.clock.runFor(ms)
    await shop.until(() => shop.heardSteps().length >= sent)
    await shop.settle(page)
    expect(shop.heardSteps()).toHaveLength(sent)
  }

  test.each([
    [429, 0, 30_000],
    [503, 0, 30_000],
    [503, 0.999, 44_985],
  ])('gets the answer to its %d no sooner, and not from all browsers at the same moment (dice %d)', async (status, dice, ms) => {
    const page = await paused(status, 30, dice)
    // The clock has run on a little since.
    await sentAfter(page, ms - 10_000, 1)
    await sentAfter(page, 10_000, 2)
  })

  test('is not asked any sooner by leaving, by the next page, or by a line that comes back', async () => {
    const page = await paused(503, 60, 0)
    await page.goto(shop.server.shopOrigin)
    await shop.profile.setOffline(true)
    await shop.profile.setOffline(false)
    const other = await shop.openQuiet()
    await shop.until(() => shop.server.scripts.filter((path) => path === '/w/core.js').length === 2)
    await sentAfter(other, 40_000, 1)
    shop.answersMeet({ kind: 'pass' })
    await page.close()
    await sentAfter(other, 21_000, 2)
    await shop.until(async () => (await shop.waiting(other)).length === 0)
    expect(await shop.rows()).toHaveLength(1)
  })

  test('for an hour is left alone by the next page, an hour and a half at most', async () => {
    const page = await paused(503, 3600, 0.999)
    await page.close()
    shop.answersMeet({ kind: 'pass' })
    const next = await shop.openQuiet()
    await shop.until(() => shop.server.scripts.includes('/w/core.js'))
    await shop.settle(next)
    await sentAfter(next, 80 * 60_000, 1)
    await sentAfter(next, 10 * 60_000, 2)
  })

  test('no pause is asked for: 1 second, then 2, then 4', async () => {
    const page = await paused(503, undefined, 0)
    await shop.profile.clock.pauseAt(await page.evaluate(() => Date.now() + 1000))
    await sentAfter(page, 0, 2)
    for (const [ms, sent] of [
      [1999, 2],
      [1, 3],
      [3999, 3],
      [1, 4],
    ] as const)
      await sentAfter(page, ms, sent)
  })
})

describe('a tab that is gone', () => {
  test.each(['hang', 'refuse'] as const)(
    'closed after the tap, while the server can only %s: the next page of the shop sends it, with nothing but the loader and the core',
    async (kind) => {
      shop.answersMeet({ kind })
      const page = await tapped()
      await page.close()
      shop.answersMeet({ kind: 'pass' })
      shop.server.scripts.length = 0
      const next = await shop.openQuiet()
      await shop.until(async () => (await shop.waiting(next)).length === 0)
      expect(await shop.rows()).toEqual([{ as: 'ines', answers: { score: 9 }, complete: false }])
      expect(shop.server.scripts.filter((path) => path.startsWith('/w/') || path.startsWith('/a/'))).toEqual([
        '/w/pk_test.js',
        '/w/core.js',
      ])
    },
  )

  test('crashed after the tap: the next page sends it', async () => {
    shop.answersMeet({ kind: 'refuse' })
    const page = await tapped()
    const crashed = page.waitForEvent('crash')
    const session = await shop.profile.newCDPSession(page)
    session.send('Page.crash').catch(() => {})
    await crashed
    await page.close()
    shop.answersMeet({ kind: 'pass' })
    const next = await shop.openQuiet()
    await shop.until(async () => (await shop.waiting(next)).length === 0)
    expect(await shop.rows()).toEqual([{ as: 'ines', answers: { score: 9 }, complete: false }])
  })
})

describe('another score', () => {
  test('replaces the one that still waits', async () => {
    shop.answersMeet({ kind: 'busy', status: 503 })
    const page = await tapped(3)
    await shop.tap(page, 8)
    expect(await waitingAnswers(page)).toMatchObject([{ body: { seq: 2, answers: { score: 8 } } }])
    shop.answersMeet({ kind: 'pass' })
    await shop.until(async () => (await shop.waiting(page)).length === 0)
    expect(await shop.rows()).toMatchObject([{ answers: { score: 8 } }])
  })

  test('stands against the older one that arrives after it', async () => {
    shop.answersMeet((step) => (step.seq === 1 ? { kind: 'delay', ms: 500 } : { kind: 'pass' }))
    const page = await tapped(3)
    await shop.tap(page, 8)
    await shop.until(async () => (await shop.rows()).length === 1)
    await shop.until(async () => (await shop.waiting(page)).length === 0)
    expect(await shop.rows()).toMatchObject([{ answers: { score: 8 } }])
  })

  test('is not lost when the older one, sent for an earlier page, arrives meanwhile', async () => {
    shop.answersMeet({ kind: 'hang' })
    const page = await tapped(3)
    shop.answersMeet((step) => (step.seq === 1 ? { kind: 'delay', ms: 1000 } : { kind: 'busy', status: 503 }))
    await page.reload()
    // The core sends what lay in storage; only what this page said stands in the way of the other tap.
    await shop.until(() => shop.heardSteps().length > 1)
    await shop.tap(page, 8)
    await shop.until(async () => (await shop.rows()).length === 1)
    await shop.until(async () => (await waitingAnswers(page)).length === 1)
    expect(await shop.rows()).toMatchObject([{ answers: { score: 3 } }])
    await page.close()
    shop.answersMeet({ kind: 'pass' })
    const next = await shop.openQuiet()
    await shop.until(async () => (await shop.waiting(next)).length === 0)
    expect(await shop.rows()).toMatchObject([{ answers: { score: 8 } }])
  })
})

describe('where storage is', () => {
  const denied = `for (const name of ['localStorage','sessionStorage'])
  Object.defineProperty(window,name,{get(){throw new DOMException('denied','SecurityError')}})`
  const full = "Storage.prototype.setItem=()=>{throw new DOMException('full','QuotaExceededError')}"

  test.each([
    ['denied', denied],
    ['full', full],
  ])('%s, an answer is tried again as long as the page lives, and the page hears of no error', async (_name, script) => {
    await shop.profile.addInitScript(script)
    shop.answersMeet(() => ({ kind: shop.heardSteps().length < 3 ? 'refuse' : 'pass' }))
    const page = await tapped()
    await page.getByRole('textbox').fill('Linen')
    await shop.until(async () => (await shop.rows()).length === 1)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    expect(await shop.rows()).toEqual([{ as: 'ines', answers: { score: 9, why: 'Linen' }, complete: true }])
    expect(shop.noise).toEqual([])
    if (script === full) expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })
})

describe('taken back', () => {
  test('“Delete my answer” while offline reaches the server later', async () => {
    const page = await tapped()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    await shop.until(async () => (await shop.waiting(page)).length === 0)
    await shop.profile.setOffline(true)
    await page.getByRole('button', { name: 'Delete my answer' }).click()
    expect(await shop.waiting(page)).toMatchObject([{ path: '/v1/erasures' }])
    await page.close()
    await shop.profile.setOffline(false)
    const next = await shop.openQuiet()
    await shop.until(async () => (await shop.waiting(next)).length === 0)
    // Once or more: the page may have sent it on closing, without hearing that it arrived.
    const erasures = shop.server.heard.filter(({ path }) => path === '/v1/erasures').map(({ body }) => JSON.parse(body))
    const submission = shop.heardSteps()[0]?.submission
    expect(erasures[0]).toMatchObject({ site: 'pk_test', submission })
    expect(new Set(erasures.map((erasure) => erasure.submission))).toEqual(new Set([submission]))
  })

  test('an answer that still waits is never sent: the wish to delete it takes its place', async () => {
    const page = await shop.openQuiet()
    const core = await page.evaluateHandle<typeof Core>(`import('${shop.server.origin}/w/core.js')`)
    await shop.profile.setOffline(true)
    await core.evaluate((module, host) => {
      const asked = { site: 'pk_test', survey: 'srv_1', version: 3, locale: 'en', context: {} }
      const submission = module.openSubmission(host, asked)
      submission.save({ score: 2 }, false)
      submission.erase()
    }, shop.server.origin)
    expect(await shop.waiting(page)).toMatchObject([{ path: '/v1/erasures' }])
    await shop.profile.setOffline(false)
    await shop.until(async () => (await shop.waiting(page)).length === 0)
    expect(shop.server.heard.map(({ path }) => path)).toEqual(['/v1/erasures'])
    expect(await shop.rows()).toEqual([])
  })

  test('reset forgets what waits and what is half-finished', async () => {
    const page = await shop.openAsking()
    await page.getByRole('dialog').waitFor()
    await shop.settle(page)
    await shop.profile.setOffline(true)
    await shop.tap(page, 9)
    expect(await waitingAnswers(page)).toHaveLength(1)
    await page.evaluate("earshot('reset')")
    expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([[], []])
    await shop.profile.setOffline(false)
    await page.goto(shop.server.shopOrigin)
    await shop.settle(page)
    expect(shop.heardSteps()).toEqual([])
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})
