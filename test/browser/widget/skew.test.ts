import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SurveyContent } from '../../../worker/contract/widget.ts'
import { type BuiltWidget, builtWidget } from '../../support/built-widget.ts'
import { callEarshot } from '../../support/call-earshot.ts'
import type { Answer } from '../../support/flaky-server.ts'
import { useProductShop } from '../../support/product-shop.ts'

const shop = useProductShop()

let widget: BuiltWidget
let choosing = ''
beforeAll(async () => {
  widget = await builtWidget()
  const choices = ['price', 'range'].map((id) => ({ id, text: `The ${id}` }))
  const question = { id: 'missing', type: 'choice', text: 'What was missing?', required: true, choices }
  choosing = await shop.store.publish({ metric: 'none', questions: [question], targeting: { include: ['/never'] } })
})

const isLoader = (path: string) => path === `/w/${shop.store.site}.js`
const script = (body: string): Answer => ({ status: 200, type: 'text/javascript', body })
const show = (page: Page, survey: string) => callEarshot(page, 'show', survey)
const heard = (page: Page) => page.evaluate<[string, { survey: string; reason: string }][]>('heard')

/** The loader as another build made it: it names another survey. */
const naming = (ui: string) => {
  shop.answer(async (asked, product) => {
    if (!isLoader(asked.path)) return
    const answer = await product(asked)
    return { ...answer, body: `${answer.body}`.replace(widget.surveyPath, ui) }
  })
}

async function score(page: Page) {
  await page.getByRole('radio', { name: /^9 out of 10/ }).click()
  await page.getByRole('textbox').fill('The linen')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
}

async function choose(page: Page) {
  await page.getByRole('radio', { name: 'The price' }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
}

describe('a page older than a deploy', () => {
  test('asks by the present parts, and its answers are stored', async () => {
    naming('/a/survey-1.0000000.js')
    const page = await shop.open('/ask?as=old')
    await score(page)
    await page.getByRole('button', { name: 'Close' }).click()
    await show(page, choosing)
    await choose(page)
    const [one, other] = [await shop.store.rows(), await shop.store.rows(choosing)]
    expect(one).toEqual([{ as: 'old', answers: { score: 9, why: 'The linen' }, complete: true }])
    expect(other).toEqual([{ as: 'old', answers: { missing: 'price' }, complete: true }])
    expect(shop.server.scripts.filter((path) => path.startsWith('/a/survey'))).toHaveLength(2)
    expect(shop.noise).toEqual([])
  })

  test('that loaded its own survey already passes over what this can’t ask, and goes on with what it can', async () => {
    naming('/a/survey-1.0000000.js')
    const before = await shop.open()
    await before.close()
    shop.answer(async (asked, product) => {
      if (asked.path === '/a/survey-1.0000000.js') return script(widget.sources.get(widget.surveyPath) ?? '')
      if (!isLoader(asked.path)) return
      const answer = await product(asked)
      return { ...answer, body: `${answer.body}`.replace(widget.surveyPath, '/a/survey-1.0000000.js') }
    })
    const page = await shop.open('/?as=own')
    await show(page, shop.store.survey)
    await score(page)
    await page.getByRole('button', { name: 'Close' }).click()
    await show(page, choosing)
    await expect.poll(() => heard(page)).toContainEqual(['error', { survey: choosing, reason: expect.stringContaining('older') }])
    expect(await page.getByRole('dialog').count()).toBe(0)
    await show(page, shop.store.survey)
    await page.getByRole('dialog').waitFor()
    expect(await shop.store.rows(choosing)).not.toContainEqual(expect.objectContaining({ as: 'own' }))
    expect(shop.noise).toEqual([])
  })

  test('and than what the parts agree to is left in peace, asks for each once, and sends what waits', async () => {
    naming('/a/survey-9.0000000.js')
    const before = await shop.open()
    const context = { source: 'widget', answeredAt: Date.now() }
    const step = {
      site: shop.store.site,
      survey: shop.store.survey,
      version: 1,
      seq: 1,
      complete: true,
      answers: { score: 3 },
      context,
    }
    const waiting = {
      path: '/v1/responses',
      body: { ...step, submission: crypto.randomUUID(), traits: { as: 'left' } },
      at: Date.now(),
      after: 0,
    }
    await before.evaluate(([key, text]) => localStorage.setItem(`earshot:${key}:1`, text), [
      shop.store.site,
      JSON.stringify(waiting),
    ] as const)
    await before.close()
    const page = await shop.open('/ask')
    await expect
      .poll(() => heard(page))
      .toContainEqual(['error', { survey: shop.store.survey, reason: 'Error: this page is too old' }])
    for (let again = 0; again < 3; again++) await show(page, choosing)
    await expect.poll(async () => (await shop.store.rows()).map(({ as }) => as)).toContain('left')
    expect(shop.server.scripts.filter((path) => path.includes('-9.'))).toEqual(['/a/survey-9.0000000.js'])
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(shop.noise).toEqual([])
  })

  test('named by the former half of a deploy, which names it back, is passed over in silence', async () => {
    shop.answer(({ path }) => {
      if (path === widget.surveyPath) return script("export * from './survey-1.0000000.js'\n")
      return
    })
    const page = await shop.open('/ask')
    await expect.poll(() => heard(page)).toContainEqual(['error', expect.objectContaining({ survey: shop.store.survey })])
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(shop.noise).toEqual([])
  })
})

test('a page older than the version that needs the second part loads that too', async () => {
  shop.answer(async (asked, product) => {
    if (!isLoader(asked.path)) return
    const answer = await product(asked)
    return { ...answer, body: `${answer.body}`.replaceAll(',more:true', '') }
  })
  const due = await shop.store.publish({
    metric: 'none',
    questions: [
      {
        id: 'again',
        type: 'choice',
        text: 'Again?',
        choices: [
          { id: 'yes', text: 'Yes' },
          { id: 'no', text: 'No' },
        ],
      },
    ],
    targeting: { include: ['/other'], delaySeconds: 0 },
  })
  const page = await shop.open('/other?as=late')
  await page.getByRole('radio', { name: 'Yes' }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  expect(await shop.store.rows(due)).toEqual([{ as: 'late', answers: { again: 'yes' }, complete: true }])
  expect(shop.noise).toEqual([])
})

describe('a survey of a version to come', () => {
  const unknown = { id: 'order', type: 'ranking', text: 'Rank these', items: [{ id: 'a' }] }
  const content = (change: (content: SurveyContent) => object) =>
    shop.answer(async (asked, product) => {
      if (!asked.path.includes(`${shop.store.survey}.json`)) return
      const answer = await product(asked)
      return { ...answer, body: JSON.stringify(change(JSON.parse(`${answer.body}`))) }
    })
  /** Its words as well, so that the second part comes along. */
  const all = async () =>
    (await shop.store.behind({ method: 'GET', path: `/w/${shop.store.site}/${choosing}.json`, headers: {}, body: '' })).body
  const rowOf = async (name: string) => (await shop.store.rows()).find(({ as }) => as === name)

  test('asks what this widget knows, and leaves a kind of question that it doesn’t without an answer, even if there must be one', async () => {
    const { words } = JSON.parse(`${await all()}`)
    content((one) => ({ ...one, words, questions: [unknown, ...one.questions] }))
    const page = await shop.open('/ask?as=second')
    await page.getByRole('heading', { name: 'Rank these' }).waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await score(page)
    expect(await rowOf('second')).toEqual({ as: 'second', answers: { score: 9, why: 'The linen' }, complete: true })
    expect(shop.noise).toEqual([])
  })

  test('may say more than this widget reads, anywhere, and look as it can’t', async () => {
    const { words } = JSON.parse(`${await all()}`)
    const more = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(more)
        : value && typeof value === 'object'
          ? { ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, more(inner)])), later: { than: ['this'] } }
          : value
    content((one) => {
      const wider = more({ ...one, words }) as SurveyContent
      const { tokens } = one.appearance
      return { ...wider, appearance: { ...wider.appearance, tokens, shape: 'drawer', corner: 'middle', theme: 'sepia' } }
    })
    const page = await shop.open('/ask?as=wider')
    await score(page)
    expect(await rowOf('wider')).toEqual({ as: 'wider', answers: { score: 9, why: 'The linen' }, complete: true })
    expect(shop.noise).toEqual([])
  })
})
