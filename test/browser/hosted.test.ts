import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Feed } from '../../worker/contract/response.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { axeFaults, injectAxe } from '../support/axe.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { ibmFaults, injectIbmChecker } from '../support/ibm-checker.ts'
import { whole } from '../support/whole.ts'

let demo: Demo
let manager: Page
let survey: string

const word = (id: string) => ({ id, text: `The ${id}` })
const questions = [
  { id: 'score', type: 'metric', text: 'How likely are you to come back?', low: 'Not at all', high: 'Extremely' },
  { id: 'missing', type: 'choices', text: 'What was missing?', choices: ['price', 'size'].map(word), other: 'Something else' },
  { id: 'again', type: 'choice', text: 'Again?', choices: ['yes', 'no'].map(word), required: true },
  { id: 'stars', type: 'rating', text: 'Quality?', points: 5, low: 'poor', high: 'good', style: 'stars', required: true },
  { id: 'mood', type: 'rating', text: 'Mood?', points: 5, low: 'bad', high: 'great', style: 'smileys' },
  { id: 'read', type: 'statement', text: 'Nearly there', body: 'One more thing.' },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To call back' },
  { id: 'agree', type: 'consent', text: 'You may quote me' },
  { id: 'why', type: 'text', text: 'Why?' },
]
const thanks = {
  title: 'Thank you',
  text: 'Here is something for you.',
  coupon: 'TAKE10',
  link: { text: 'Back to the shop', url: 'https://fern-and-loom.example/' },
}

/**
 * What IBM's checker only asks a person to look at: that colour isn't all that tells something, on every page with a sheet that names
 * one; and rings, whose colour, the text's by a custom property, it can't tell.
 */
const notes = ['ibm style_color_misuse: <link', 'ibm style_focus_visible: <']

beforeAll(async () => {
  demo = await startDemo()
  manager = await demo.signIn()
  const post = async (path: string, data: object = {}) =>
    (await (await manager.request.post(path, { data, headers: { Origin: demo.url } })).json()) as Survey
  survey = (await post('/api/v1/surveys', { name: 'Receipt', metric: 'nps', questions, thanks })).id
  await post(`/api/v1/surveys/${survey}/publish`)
})
afterAll(async () => await demo?.stop())

const visit = async (query: string, look: BrowserContextOptions = {}) => {
  const page = await (await demo.browser.newContext({ baseURL: demo.url, ...look })).newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`/s/${survey}${query}`)
  return { page, complaints }
}

/** Answers question by question as a person would; `seen` is told of each page before it is answered. */
async function answerAll(page: Page, seen: (page: Page) => Promise<void> = async () => undefined): Promise<void> {
  const next = () => page.locator('.send').click()
  const steps: (() => Promise<void>)[] = [
    () => page.locator('.scale label').nth(9).click(),
    async () => {
      await page.locator('[name="missing"][value="other"]').check()
      await page.locator('[name="missing.other"]').fill('A mirror')
    },
    () => page.locator('[name="again"]').first().check(),
    () => page.locator('.scale label').nth(3).click(),
    () => page.locator('.scale label').nth(4).click(),
    async () => undefined,
    () => page.locator('[name="mail"]').fill('ann@shop.example'),
    () => page.locator('[name="agree"]').check(),
    () => page.locator('textarea').fill('Fast delivery'),
  ]
  for (const step of steps) {
    await seen(page)
    await step()
    await next()
  }
  await page.locator('main.thanks').waitFor()
  await seen(page)
}

describe("a survey's own page", () => {
  test('is answered from end to end by a browser that runs no script, in one response', async () => {
    const { page, complaints } = await visit('?location=Till', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    })
    await answerAll(page, async () => {
      const { width } = (await page.locator('main').boundingBox()) ?? { width: 999 }
      expect(width).toBeLessThanOrEqual(320)
    })
    expect(await page.locator('code').innerText()).toBe('TAKE10')
    expect(complaints).toEqual([])
    const { items } = (await (await manager.request.get(`/api/v1/responses?survey=${survey}`)).json()) as Feed
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ score: 9, comment: 'Fast delivery', source: 'link', complete: true, contact: true })
    expect(items[0]?.answers).toMatchObject({
      missing: ['other'],
      'missing.other': 'A mirror',
      again: 'yes',
      stars: 4,
      mood: 5,
      agree: 'yes',
    })
  })

  const looks: [string, string, BrowserContextOptions][] = [
    ['dark, on a phone, from right to left', '?lang=ar&score=7', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
    ['in a shop', '?kiosk=1', { viewport: { width: 1024, height: 768 } }],
    ['light, on a desktop', '', {}],
  ]
  test.each(looks.slice(0, whole ? 3 : 2))('has no fault that axe or IBM’s checker finds, %s', async (_, query, look) => {
    const found: string[] = []
    const { page } = await visit(query, look)
    await answerAll(page, async () => {
      await injectAxe(page)
      await injectIbmChecker(page)
      found.push(...(await axeFaults(page)), ...(await ibmFaults(page)))
    })
    expect(found.filter((fault) => !notes.some((note) => fault.startsWith(note)))).toEqual([])
    await page.context().close()
  })

  test('in a shop begins anew by itself, after the thank-you and when somebody left', async () => {
    const { page, complaints } = await visit('?kiosk=1')
    await page.clock.install()
    await page.reload()
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 30_000))
    await page.locator('.scale label').nth(2).click()
    await page.clock.fastForward(44_000)
    expect(await page.locator('[name="score"]:checked').count()).toBe(1)
    await page.clock.fastForward(2_000)
    await expect.poll(() => page.locator('[name="score"]:checked').count()).toBe(0)
    await answerAll(page)
    await page.clock.fastForward(9_000)
    await page.locator('[name="score"]').first().waitFor({ state: 'attached' })
    expect(await page.locator('[name="score"]:checked').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
