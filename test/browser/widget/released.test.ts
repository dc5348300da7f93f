/**
 * Records what the present widget sends and reads, and holds it against the recording of this version. A release adds a recording:
 * EARSHOT_RECORD=1 node_modules/.bin/vitest run --project browser test/browser/widget/released.test.ts
 */
import process from 'node:process'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../../worker/contract/report.ts'
import { callEarshot } from '../../support/call-earshot.ts'
import { useProductShop } from '../../support/product-shop.ts'
import { type Story, stories } from '../../support/release-stories.ts'
import {
  actual,
  neutral,
  presentVersion,
  type RecordedStory,
  readAs,
  releases,
  type Sent,
  writeRelease,
} from '../../support/released.ts'

const shop = useProductShop()
const recorded: RecordedStory[] = []

/** Notes in the page whatever is read of a survey's content. */
const watching = `window.reads = {}
const watch = (value, path) => !value || typeof value !== 'object' ? value : new Proxy(value, {
  get(target, key) {
    const read = Reflect.get(target, key)
    if (typeof key !== 'string' || typeof read === 'function' || !Object.hasOwn(target, key) || key === 'length') return read
    const at = path ? path + '.' + key : key
    window.reads[at] = read
    return (seen[at] ??= watch(read, at))
  },
})
const seen = {}
const { json } = Response.prototype
Response.prototype.json = async function () { return watch(await json.call(this), '') }`

const waitingOf = (page: Page) =>
  page.evaluate<string[]>(
    'Object.keys(localStorage).filter((key) => /^earshot:[^:]+:/.test(key)).map((key) => localStorage.getItem(key))',
  )

const order = ['/v1/displays', '/v1/responses', '/v1/erasures']
const rank = ({ path, body }: Pick<Sent, 'path' | 'body'>) =>
  [order.indexOf(path), body.seq ?? 0, JSON.stringify(body.events ?? '')].join()

async function reportOf(survey: string) {
  const { displays } = await shop.store.ask<Report>(`/api/v1/surveys/${survey}/report`)
  return { shown: displays.shown, started: displays.started, dismissed: displays.dismissed }
}

async function play(story: Story): Promise<RecordedStory> {
  const survey = await shop.store.publish({ ...story.survey, targeting: { include: ['/never'] } })
  const place = { site: shop.store.site, survey, shop: shop.server.shopOrigin }
  const sent: { path: string; body: string; status: number }[] = []
  // One after another: of two steps at once the later may be first, and the earlier is told so.
  let last: Promise<unknown> = Promise.resolve()
  shop.answer((asked, product) => {
    if (!asked.path.startsWith('/v1/')) return
    if (story.away) return { status: 503, type: 'text/plain', body: '' }
    const answer = last.then(() => product(asked))
    last = answer.then(({ status }) => sent.push({ path: asked.path, body: asked.body, status }))
    return answer
  })
  const page = await shop.open('/?as=ines', watching)
  await callEarshot(page, 'set', {
    ...{ touchpoint: 'order-success', locale: 'en', traits: { orders: 3, club: true } },
    order: { id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1'] },
  })
  await callEarshot(page, 'identify', 'c_17', { tier: 'gold' }, 'no signature')
  await callEarshot(page, 'show', survey)
  await page.getByRole('dialog').waitFor()
  await expect.poll(() => page.evaluate('heard.some(([name]) => name === "shown")')).toBe(true)
  await story.act(page)
  if (story.away) await expect.poll(async () => (await waitingOf(page)).length).toBe(3)
  else await expect.poll(async () => (await waitingOf(page)).length).toBe(0)
  const read = await page.evaluate<Record<string, unknown>>('reads')
  const waiting = story.away ? await waitingOf(page) : []
  const parsed = (text: string) => JSON.parse(neutral(text, place))
  const [row] = await shop.store.rows(survey)
  expect(shop.noise.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([])
  return {
    name: story.name,
    survey: story.survey,
    requests: parsed(JSON.stringify(sent.map((one) => ({ ...one, body: JSON.parse(one.body) })))).sort((a: Sent, b: Sent) =>
      rank(a) < rank(b) ? -1 : 1,
    ),
    waiting: parsed(`[${waiting}]`)
      .sort((a: Sent, b: Sent) => (rank(a) < rank(b) ? -1 : 1))
      .map(({ path, body }: Sent) => ({ path, body })),
    reads: Object.fromEntries(
      Object.entries(read)
        .map(([path, value]) => [path, readAs(path, value)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    stored: row ? { answers: row.answers, complete: row.complete } : null,
    displays: await reportOf(survey),
  }
}

describe('what this widget does', () => {
  test.each(stories)('$name', async (story) => {
    recorded.push(await play(story))
  })

  test('is recorded for this version', () => {
    if (process.env.EARSHOT_RECORD === '1') writeRelease({ version: presentVersion, stories: recorded })
    else expect(tidied(recorded)).toEqual(tidied(releases.find(({ version }) => version === presentVersion)?.stories))
  })
})

/** Keys are numbered in the order in which requests came, which is any. */
const tidied = (all: RecordedStory[] | undefined) => JSON.parse(JSON.stringify(all ?? null).replace(/KEY\d+/g, 'KEY'))

describe.each(releases)('what $version left in a browser', ({ stories: left }) => {
  test.each(left.filter(({ waiting }) => waiting.length > 0))(
    'is sent by this widget: $name',
    async ({ survey: request, waiting }) => {
      const survey = await shop.store.publish({ ...request, targeting: { include: ['/never'] } })
      const place = { site: shop.store.site, survey, shop: shop.server.shopOrigin }
      const keys = new Map<string, string>()
      const before = await shop.open()
      const items = waiting.map(
        ({ path, body }) => `{"path":"${path}","body":${actual(body, place, keys)},"at":${Date.now()},"after":0}`,
      )
      await before.evaluate(
        ([site, all]) => {
          for (const [i, text] of all.entries()) localStorage.setItem(`earshot:${site}:0.${i}`, text)
        },
        [place.site, items] as const,
      )
      await before.close()
      const page = await shop.open()
      await expect.poll(async () => (await waitingOf(page)).length).toBe(0)
      expect(await shop.store.rows(survey)).toEqual([{ as: 'ines', answers: { score: 3 }, complete: false }])
      expect(await reportOf(survey)).toEqual({ shown: 1, started: 1, dismissed: 0 })
      expect(shop.noise).toEqual([])
    },
  )
})
