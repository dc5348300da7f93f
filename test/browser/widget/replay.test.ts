import { describe, expect, test } from 'vitest'
import { useFlakyShop } from '../../support/flaky-shop.ts'

const shop = useFlakyShop()

const [hour, day] = [3_600_000, 24 * 3_600_000]
const week = 7 * day
/** The browser's clock, standing. */
const now = Date.UTC(2026, 10, 22, 12)

const submissionOf = (n: number) => `01935b5e-0000-7000-8000-${`${n}`.padStart(12, '0')}`

/** An answer as it lies in storage, that many ms old; its comment makes it as long as a test wants. */
function answer(n: number, age: number, { after = 0, why = '' } = {}): string {
  const context = { source: 'widget', answeredAt: now - age }
  const body = { site: 'pk_test', survey: 'srv_1', version: 3, submission: submissionOf(n), seq: 1, answers: { score: 9, why } }
  return JSON.stringify({ path: '/v1/responses', body: { ...body, context }, at: now - age, after })
}

const display = (n: number, age: number) =>
  JSON.stringify({ path: '/v1/displays', body: { site: 'pk_test', key: `d${n}`, events: [] }, at: now - age, after: 0 })

const erasure = (n: number, age: number) =>
  JSON.stringify({ path: '/v1/erasures', body: { site: 'pk_test', submission: submissionOf(n) }, at: now - age, after: 0 })

const many = (number: number, one: (n: number) => string) => Array.from({ length: number }, (_, n) => one(n))

/** What is sent of what lay there: numbers of answers, and of anything else the path. Nothing stays in storage. */
async function sentOf(texts: string[]): Promise<(number | string)[]> {
  await shop.profile.clock.setFixedTime(now)
  const before = await shop.openQuiet()
  await shop.leave(before, texts)
  const page = await shop.openQuiet()
  await shop.until(async () => (await shop.waiting(page)).length === 0)
  await shop.settle(page)
  const sent = shop.server.heard.map(({ path, body }) =>
    path === '/v1/responses' ? Number(JSON.parse(body).submission.slice(-12)) : path,
  )
  return sent.sort()
}

describe('how much is kept', () => {
  test('50 requests, all of them', async () => {
    expect(await sentOf(many(50, (n) => answer(n, n * 1000)))).toHaveLength(50)
    expect(await shop.rows()).toHaveLength(50)
  })

  test('of 51 answers the oldest is let go', async () => {
    const sent = await sentOf(many(51, (n) => answer(n, n * 1000)))
    expect(sent).toHaveLength(50)
    expect(sent).not.toContain(50)
  })

  test('displays go first, however new they are; a wish to delete stays', async () => {
    const sent = await sentOf([...many(50, (n) => display(n, 0)), answer(1, 5 * day), erasure(2, 6 * day)])
    expect(sent.filter((one) => one === '/v1/displays')).toHaveLength(48)
    expect(sent).toContain(1)
    expect(sent).toContain('/v1/erasures')
  })

  /** Three answers, the middle one as long as it takes for all to be this many bytes in UTF-8. */
  const ofBytes = (bytes: number) => {
    const [newest, oldest] = [answer(1, 1000), answer(3, 3000)]
    const left = bytes - newest.length - oldest.length - answer(2, 2000).length
    // A linen leaf counts four bytes.
    const leaves = '🌿'.repeat(1000)
    return [newest, answer(2, 2000, { why: leaves + 'x'.repeat(left - 4000) }), oldest]
  }

  test('64 KiB, all of it', async () => {
    const texts = ofBytes(65_536)
    expect(Buffer.byteLength(texts.join(''))).toBe(65_536)
    expect(await sentOf(texts)).toEqual([1, 2, 3])
  })

  test('one byte more, and the oldest is let go', async () => {
    expect(await sentOf(ofBytes(65_537))).toEqual([1, 2])
  })

  test('one too long by itself takes no other with it', async () => {
    expect(await sentOf([answer(1, 0, { why: 'x'.repeat(70_000) }), answer(2, 1000)])).toEqual([2])
  })
})

describe('how long', () => {
  test.each([
    ['7 days', week, [1]],
    ['a millisecond more', week + 1, []],
    ['a millisecond less than 52 weeks', 52 * week - 1, []],
    ['52 weeks, since only a wrong clock can say so', 52 * week, [1]],
    ['ten years in the future, for the same reason', -3650 * day, [1]],
  ])('%s', async (_name, age, sent) => {
    expect(await sentOf([answer(1, age)])).toEqual(sent)
  })
})

describe('a clock that is wrong', () => {
  test.each([
    ['five years late', '2021-03-01', '2026-11-22'],
    ['five years early', '2031-03-01', '2026-11-22'],
    ['right, and then five years late', '2026-11-22', '2021-03-01'],
    ['right, and then five years early', '2026-11-22', '2031-03-01'],
  ])('%s: an answer that waits is sent by the next page', async (_name, atTap, later) => {
    shop.answersMeet({ kind: 'busy', status: 503, retryAfter: 60 })
    await shop.profile.clock.setFixedTime(new Date(atTap))
    const page = await shop.openAsking()
    await shop.tap(page, 9)
    await shop.until(async () => (await shop.waiting(page)).some(({ after }) => after > 0))
    await page.close()
    shop.answersMeet({ kind: 'pass' })
    await shop.profile.clock.setFixedTime(new Date(later))
    const next = await shop.openQuiet()
    await shop.until(async () => (await shop.waiting(next)).length === 0)
    const [first, second] = shop.heardSteps()
    expect(second?.submission).toBe(first?.submission)
    expect(second?.context).toMatchObject({ answeredAt: Date.parse(atTap), sentAt: Date.parse(later) })
    expect(await shop.rows()).toHaveLength(1)
  })

  test('a pause of more than an hour and a half can only be its doing', async () => {
    expect(await sentOf([answer(1, 0, { after: now + 1.5 * hour + 1 })])).toEqual([1])
  })
})

test('what is no request is removed, and stands in nobody’s way', async () => {
  const odd = ['', '{', 'null', '7', '"text"', '[]', '{}', '{"path":"/v1/responses"}', '{"path":7,"body":{},"at":1}']
  const elsewhere = '{"path":"@evil.example/","body":{},"at":1,"after":0}'
  await shop.profile.clock.setFixedTime(now)
  const before = await shop.openQuiet()
  await shop.leave(before, [...odd, elsewhere, '{"path":"/v1/responses","body":{"seq":1},"at":null}', answer(1, 1000)])
  const page = await shop.openQuiet()
  await shop.until(() => page.evaluate(() => !Object.keys(localStorage).some((key) => key.startsWith('earshot:pk_test:'))))
  expect(shop.heardSteps().map(({ submission }) => submission)).toEqual([submissionOf(1)])
  expect(shop.noise).toEqual([])
})

describe('two tabs at once', () => {
  const open = async (script: string) => {
    await shop.profile.addInitScript(script)
    const before = await shop.openQuiet()
    await shop.leave(
      before,
      many(10, (n) => answer(n, n * 1000)).map((text) => text.replaceAll(`${now}`, `${Date.now()}`)),
    )
    shop.answersMeet({ kind: 'delay', ms: 300 })
    const pages = await Promise.all([shop.openQuiet(), shop.openQuiet()])
    for (const page of pages) await shop.until(async () => (await shop.waiting(page)).length === 0)
    for (const page of pages) await shop.settle(page)
    expect(shop.server.scripts.filter((path) => path === '/w/core.js')).toHaveLength(2)
    return shop.heardSteps().map(({ submission }) => submission)
  }

  test('send every answer once', async () => {
    const sent = await open('')
    expect(sent).toHaveLength(10)
    expect(new Set(sent).size).toBe(10)
    expect(await shop.rows()).toHaveLength(10)
  })

  test('what one leaves behind when it is closed, the other sends in its turn', async () => {
    const before = await shop.openQuiet()
    await shop.leave(before, [answer(1, now - Date.now())])
    shop.answersMeet({ kind: 'hang' })
    const first = await shop.openQuiet()
    await shop.until(() => shop.heardSteps().length === 1)
    await shop.profile.clock.install()
    const second = await shop.openQuiet()
    await first.close()
    shop.answersMeet({ kind: 'pass' })
    await shop.until(async () => {
      await shop.profile.clock.runFor(31_000)
      return (await shop.rows()).length === 1
    })
    await shop.until(async () => (await shop.waiting(second)).length === 0)
  })

  test('where the browser has no locks every answer is stored once, whoever sent it', async () => {
    const sent = await open('delete Navigator.prototype.locks')
    expect(new Set(sent).size).toBe(10)
    expect(await shop.rows()).toHaveLength(10)
    expect(shop.noise).toEqual([])
  })
})
