import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { type BuiltWidget, builtWidget } from '../../support/built-widget.ts'
import { launchChromium } from '../../support/chromium.ts'
import { type Mutation, mapStore, productStore } from '../../support/flaky-behind.ts'
import { type Fate, type FlakyServer, pass, startFlakyServer } from '../../support/flaky-server.ts'
import { answerAll, type Chance, chanceOf, comeBack, lossesOf } from '../../support/flaky-shoppers.ts'
import { type Earshot, startEarshot } from '../../support/server.ts'
import { whole } from '../../support/whole.ts'

let browser: Browser
let server: FlakyServer
let widget: BuiltWidget
let profiles: BrowserContext[] = []

beforeAll(async () => {
  ;[browser, server, widget] = await Promise.all([launchChromium(), startFlakyServer(), builtWidget()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
afterEach(() => Promise.all(profiles.map((profile) => profile.close())))

const open = async (number: number) => {
  profiles = await Promise.all(Array.from({ length: number }, () => browser.newContext()))
  return profiles
}

/** Of a hundred requests fifteen are never heard, fifteen lose their answer, and so on; the rest pass. */
const odds: [of100: number, fate: (chance: Chance) => Fate][] = [
  [15, () => ({ kind: 'refuse' })],
  [15, () => ({ kind: 'lose' })],
  [5, () => ({ kind: 'hang' })],
  [10, () => ({ kind: 'busy', status: 503, retryAfter: 1 })],
  [5, () => ({ kind: 'busy', status: 503 })],
  [5, () => ({ kind: 'busy', status: 429, retryAfter: 1 })],
  [20, (chance) => ({ kind: 'delay', ms: Math.floor(chance() * 400) })],
  [25, () => pass],
]
const fates = odds.flatMap(([of100, fate]) => Array.from({ length: of100 }, () => fate))

const unsettled = (chance: Chance) => () => fates[Math.floor(chance() * fates.length)]?.(chance) ?? pass

const seed = 20261122

describe('a server that drops, delays and answers 503 at random', () => {
  test(
    'gets every answer exactly once, with what was said last, and nothing stays behind in the browser',
    async () => {
      const number = whole ? 1000 : 20
      const store = mapStore(server.origin, widget)
      server.stand(store.site, store.behind)
      server.weather(unsettled(chanceOf(seed)))
      const said = await answerAll(await open(2), server, number, seed)
      server.weather(() => pass)
      await comeBack(profiles, server, store.site)
      expect(said.size).toBe(number)
      expect(lossesOf(said, await store.rows())).toEqual([])
    },
    whole ? 1_800_000 : 180_000,
  )

  describe('the real worker', () => {
    let earshot: Earshot
    beforeAll(async () => {
      earshot = await startEarshot({ demo: false, from: inject('emptyState') })
    })
    afterAll(() => earshot?.stop())

    test(
      'gets every answer exactly once too',
      async () => {
        const number = whole ? 300 : 10
        const store = await productStore(earshot, server.shopOrigin)
        server.stand(store.site, store.behind)
        server.weather(unsettled(chanceOf(seed + 1)))
        const said = await answerAll(await open(2), server, number, seed)
        server.weather(() => pass)
        await comeBack(profiles, server, store.site)
        expect(said.size).toBe(number)
        expect(lossesOf(said, await store.rows())).toEqual([])
      },
      whole ? 900_000 : 120_000,
    )
  })
})

describe('the proof can fail', () => {
  const busy: Fate = { kind: 'busy', status: 503 }
  const lost = expect.stringContaining('lost')

  test.each<[string, Mutation, unknown]>([
    ['the widget as it is loses nothing', [], ''],
    ['one that keeps nothing loses answers', ['/a/survey', 'localStorage.setItem(', 'void('], lost],
    ['one that lets go before the answer came', ['/a/survey', 'await fetch(', 'await(localStorage.clear(),fetch)('], lost],
    ['one that takes any answer for the last word', ['/a/survey', '(0|408|429|5)', '(0)'], lost],
    ['one that drops what earlier pages left', ['/w/core.js', 'Object.keys(localStorage)', '(localStorage.clear(),[])'], lost],
  ])('%s', async (_name, mutation, expected) => {
    const store = mapStore(server.origin, widget, mutation)
    server.stand(store.site, store.behind)
    server.weather(({ path }) => (path.startsWith('/v1/') ? busy : pass))
    const said = await answerAll(await open(1), server, 3, seed)
    server.weather(() => pass)
    await comeBack(profiles, server, store.site)
    expect(lossesOf(said, await store.rows()).join()).toEqual(expected)
  })
})
