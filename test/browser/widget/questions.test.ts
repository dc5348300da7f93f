import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../../worker/contract/question.ts'
import type { CreateSurvey } from '../../../worker/contract/survey.ts'
import type { Thanks } from '../../../worker/contract/thanks.ts'
import type { SurveyContent } from '../../../worker/contract/widget.ts'
import { contentFrom } from '../../support/survey-content.ts'
import { until, useWidgetPage } from '../../support/widget-page.ts'

const shopper = useWidgetPage()

const sent = () => shopper.host.responses.map(({ answers, complete }) => ({ answers, complete }))
/** Nothing moves, so that nothing has to be waited for. */
const visit = (content: SurveyContent, profile: BrowserContextOptions = {}, before = '') =>
  shopper.visit({ surveys: [{ more: true }], contents: { srv_1: content }, before }, { reducedMotion: 'reduce', ...profile })
const heading = () => shopper.dialog().getByRole('heading').last().textContent()

const score = {
  id: 'score',
  type: 'metric',
  text: 'How likely are you to recommend us?',
  low: 'Not at all',
  high: 'Very',
} as const
const required = true
const choices = [
  { id: 'price', text: 'The price' },
  { id: 'size', text: 'My size' },
  { id: 'care', text: 'Care labels' },
]

/** A survey of one question, how it is answered by pointing (at a selector, then typing) and by keys, and what is sent of it. */
interface Case {
  ask: Partial<CreateSurvey>
  points: (string | [selector: string, text: string])[]
  keys: (string | [text: string])[]
  answers: object
}

const only = (question: Question): Partial<CreateSurvey> => ({ metric: 'none', questions: [question] })
const scored = (metric: 'nps' | 'csat', style?: 'stars' | 'smileys'): Partial<CreateSurvey> => ({
  metric,
  questions: [{ ...score, style }],
})

const cases: Record<string, Case> = {
  'a score by numbers': {
    ask: scored('nps'),
    points: ['.scale label:nth-child(11)'],
    keys: ['Tab', '1', '0'],
    answers: { score: 10 },
  },
  'a score by stars': {
    ask: scored('csat', 'stars'),
    points: ['.scale label:nth-child(4)'],
    keys: ['Tab', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Space'],
    answers: { score: 4 },
  },
  'a score by smileys': {
    ask: scored('csat', 'smileys'),
    points: ['.scale label:nth-child(1)'],
    keys: ['Tab', 'End', 'Home', 'Enter'],
    answers: { score: 1 },
  },
  'a rating': {
    ask: only({ id: 'packing', type: 'rating', text: 'The packaging?', points: 10, low: '', high: '', required }),
    points: ['.scale label:nth-child(7)', '.send'],
    keys: ['Tab', '7', 'Tab', 'Enter'],
    answers: { packing: 7 },
  },
  'one of several': {
    ask: only({ id: 'missing', type: 'choice', text: 'What was missing?', choices, required }),
    points: ['.choices label:nth-child(2)', '.send'],
    keys: ['Tab', 'ArrowDown', 'Tab', 'Enter'],
    answers: { missing: 'size' },
  },
  'any of several, and something else': {
    ask: only({ id: 'missing', type: 'choices', text: 'What was missing?', choices, other: 'Something else', required }),
    points: ['.choices label:nth-child(4)', ['.line', 'A zip'], '.choices label:nth-child(1)', '.send'],
    keys: ['Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Space', 'Tab', ['A zip'], 'Tab', 'Enter'],
    answers: { missing: ['price', 'other'], 'missing.other': 'A zip' },
  },
  'a short text': {
    ask: only({ id: 'name', type: 'text', text: 'Your name?', short: true, required }),
    points: [['.line', 'Mara'], '.send'],
    keys: ['Tab', ['Mara'], 'Enter'],
    answers: { name: 'Mara' },
  },
  'a long text': {
    ask: only({ id: 'tell', type: 'text', text: 'Tell us more.', required }),
    points: [['textarea', 'It fits.'], '.send'],
    keys: ['Tab', ['It fits.'], 'Tab', 'Enter'],
    answers: { tell: 'It fits.' },
  },
  'a box to tick, by its words too': {
    ask: only({ id: 'quote', type: 'consent', text: 'You may quote me by my first name.', required }),
    points: ['.tick', '.send'],
    keys: ['Tab', 'Space', 'Tab', 'Enter'],
    answers: { quote: 'yes' },
  },
  'a statement': {
    ask: only({ id: 'note', type: 'statement', text: 'We move in May.' }),
    points: ['.send'],
    keys: ['Tab', 'Enter'],
    answers: {},
  },
  'an e-mail address': {
    ask: only({ id: 'mail', type: 'contact', channel: 'email', text: 'Your address?', purpose: 'To answer you.', required }),
    points: [['.line', 'mara@fern.example'], '.send'],
    keys: ['Tab', ['mara@fern.example'], 'Enter'],
    answers: { mail: 'mara@fern.example' },
  },
  'a phone number': {
    ask: only({ id: 'phone', type: 'contact', channel: 'phone', text: 'Your number?', purpose: 'To call you back.', required }),
    points: [['.line', '+49 30 901820'], '.send'],
    keys: ['Tab', ['+49 30 901820'], 'Tab', 'Enter'],
    answers: { phone: '+49 30 901820' },
  },
}

describe.each(Object.entries(cases))('%s is answered', (_name, { ask, points, keys, answers }) => {
  async function arrives() {
    await shopper.thanks().waitFor()
    expect(sent()).toEqual([{ answers, complete: true }])
    expect(shopper.noise).toEqual([])
  }

  test.each([
    ['by mouse', false],
    ['by touch', true],
  ])('%s', async (_by, hasTouch) => {
    await visit(contentFrom(ask), { hasTouch })
    for (const point of points) {
      const [selector, text] = [point].flat()
      const target = shopper.page.locator(`earshot-survey ${selector}`)
      await (hasTouch ? target.tap() : target.click())
      if (text) await shopper.page.keyboard.type(text)
    }
    await arrives()
  })

  test('by keyboard alone', async () => {
    await visit(contentFrom(ask))
    await shopper.dialog().waitFor()
    await shopper.page.locator('#page').focus()
    for (const key of keys) await (Array.isArray(key) ? shopper.page.keyboard.type(key[0]) : shopper.page.keyboard.press(key))
    await arrives()
  })
})

describe('the way through a survey', () => {
  const branching = contentFrom({
    metric: 'nps',
    questions: [
      {
        ...score,
        branches: [
          { score: [0, 2], to: 'end' },
          { category: ['detractor'], to: 'wrong' },
        ],
      },
      {
        id: 'liked',
        type: 'choice',
        text: 'What did you like?',
        choices,
        required,
        branches: [{ answer: ['price'], to: 'end' }],
      },
      { id: 'wrong', type: 'text', text: 'What went wrong?', short: true, required: false },
    ],
  })
  const pick = (name: string) => shopper.page.getByRole('radio', { name }).click()

  test('a branch by score ends it at the tap', async () => {
    await visit(branching)
    await shopper.cell(2).click()
    await shopper.thanks().waitFor()
    expect(sent()).toEqual([{ answers: { score: 2 }, complete: true }])
  })

  test('a branch by category jumps; a text after the score stands beneath it', async () => {
    await visit(branching)
    await shopper.cell(3).click()
    expect(await heading()).toBe('What went wrong? (optional)')
    await shopper.send().click()
    await shopper.thanks().waitFor()
    expect(sent().at(-1)).toEqual({ answers: { score: 3 }, complete: true })
  })

  test.each([
    ['The price', true],
    ['My size', false],
  ])('a branch by answer ends it, and another answer goes on: %s', async (answer, ends) => {
    await visit(branching)
    await shopper.cell(9).click()
    await shopper.next().click()
    expect(await heading()).toBe('What did you like?')
    await pick(answer)
    await (ends ? shopper.send() : shopper.next()).click()
    if (ends) await shopper.thanks().waitFor()
    else expect(await heading()).toBe('What went wrong? (optional)')
    expect(sent().at(-1)?.complete).toBe(ends)
  })

  test('back changes what was said and where it leads; what is off the new path stays away', async () => {
    await visit(branching)
    await shopper.cell(9).click()
    await shopper.next().click()
    await pick('My size')
    await shopper.next().click()
    await shopper.page.getByRole('textbox').fill('Nothing')
    const back = () => shopper.page.getByRole('button', { name: 'Back' }).click()
    await back()
    expect(await shopper.page.getByRole('radio', { name: 'My size' }).isChecked()).toBe(true)
    await back()
    expect(await shopper.page.getByRole('button', { name: 'Back' }).count()).toBe(0)
    expect(await shopper.cell(9).isChecked()).toBe(true)
    await shopper.cell(5).click()
    expect(await shopper.page.getByRole('textbox').inputValue()).toBe('Nothing')
    await shopper.send().click()
    await shopper.thanks().waitFor()
    expect(sent().at(-1)).toMatchObject({ answers: { score: 5, wrong: 'Nothing' }, complete: true })
  })

  test('progress says where one is on the way that the answers lead', async () => {
    await visit(branching)
    const step = () => shopper.page.locator('earshot-survey .step').textContent()
    expect(await step()).toBe('Question 1 of 3')
    await shopper.cell(9).click()
    await shopper.next().click()
    expect(await step()).toBe('Question 2 of 3')
    await pick('The price')
    expect(await step()).toBe('Question 2 of 2')
  })

  test('wordings hold traits and earlier answers, and something else where nothing is known', async () => {
    const asked = contentFrom({
      metric: 'none',
      questions: [
        { id: 'missing', type: 'choices', text: 'What was missing, {{trait.name|dear customer}}?', choices, required },
        { id: 'tell', type: 'text', text: 'Tell us about {{answer.missing|it}} and {{trait.tier|your plan}}.', required },
      ],
      thanks: { title: 'Thank you, {{trait.name|dear customer}}', text: 'You said: {{answer.tell|nothing}}' },
    })
    const before =
      "window.earshot=function(){(earshot.q=earshot.q||[]).push(arguments)};earshot('set',{traits:{name:'<b>Mara</b>'}})"
    await visit(asked, {}, before)
    expect(await heading()).toBe('What was missing, <b>Mara</b>?')
    await shopper.page.getByRole('checkbox', { name: 'Care labels' }).check()
    await shopper.page.getByRole('checkbox', { name: 'The price' }).check()
    await shopper.next().click()
    expect(await heading()).toBe('Tell us about The price, Care labels and your plan.')
    await shopper.page.getByRole('textbox').fill('All $& well')
    await shopper.send().click()
    await shopper.page.getByText('You said: All $& well', { exact: true }).waitFor()
    expect(await heading()).toBe('Thank you, <b>Mara</b>')
  })
})

describe('the thanks', () => {
  const link = { text: 'Read how we pack', url: 'https://shop.example/packing' }
  const review = { text: 'Review us in public', url: 'https://reviews.example/fern' }
  const thanks: Thanks = {
    title: 'Thank you',
    text: 'Your answer helps.',
    review,
    by: {
      promoter: { title: 'Thank you, fan', text: '', coupon: 'FERN-10' },
      detractor: { title: 'Thank you, and sorry', text: '', link },
    },
  }
  const thanked = contentFrom({ metric: 'nps', questions: [score], thanks })
  const links = () => shopper.page.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')))

  test.each([
    [10, 'Thank you, fan', [review.url], ['FERN-10']],
    [8, 'Thank you', [review.url], []],
    [2, 'Thank you, and sorry', [link.url, review.url], []],
  ])('depend on the category, but for the review link, which all are offered: %i', async (point, title, urls, coupons) => {
    await visit(thanked)
    await shopper.cell(point).click()
    await shopper.page.getByRole('heading', { name: title, exact: true }).waitFor()
    expect(await links()).toEqual(urls)
    expect(await shopper.page.getByRole('code').allTextContents()).toEqual(coupons)
  })

  test.each([
    ['copied', ['clipboard-read', 'clipboard-write']],
    ['selected where the clipboard is out of reach', []],
  ])('a code is %s', async (_name, permissions) => {
    await visit(thanked, { permissions })
    await shopper.cell(10).click()
    await shopper.page.getByRole('button', { name: 'Copy code' }).click()
    if (permissions.length > 0) {
      await shopper.page.getByRole('button', { name: 'Copied' }).waitFor()
      expect(await shopper.page.evaluate(() => navigator.clipboard.readText())).toBe('FERN-10')
    } else {
      await until(async () => (await shopper.page.evaluate(() => getSelection()?.toString())) === 'FERN-10')
      expect(await shopper.page.getByRole('button', { name: 'Copy code' }).count()).toBe(1)
    }
    expect(shopper.noise).toEqual([])
  })

  test('the page goes on to where the shop sends its shoppers, once the answer is stored', async () => {
    const redirect = `${shopper.host.url}/thanks`
    await visit(contentFrom({ metric: 'nps', questions: [score], thanks: { title: 'Thanks', text: '', redirect } }))
    await shopper.cell(10).click()
    await shopper.page.waitForURL(redirect)
    expect(sent()).toEqual([{ answers: { score: 10 }, complete: true }])
  })

  test('the page stays where an answer is taken back before it goes on', async () => {
    const redirect = `${shopper.host.url}/thanks`
    await visit(contentFrom({ metric: 'nps', questions: [score], thanks: { title: 'Thanks', text: '', redirect } }))
    await shopper.page.clock.install()
    await shopper.page.evaluate("window.going=[];navigation.addEventListener('navigate',e=>going.push(e.destination.url))")
    await shopper.cell(10).click()
    await shopper.page.getByRole('button', { name: 'Delete my answer' }).click()
    await shopper.page.getByRole('heading', { name: 'Your answer has been deleted.' }).waitFor()
    await shopper.page.clock.runFor(5000)
    expect(await shopper.page.evaluate('going')).toEqual([])
  })

  test.each([
    'javascript:window.struck=1',
    'data:text/html,<p>struck',
    ' https://shop.example',
    '//shop.example',
    'java\nscript:1',
  ])('an address that is none of the web leads nowhere, whoever let it through: %j', async (url) => {
    const bad = { text: 'Click', url }
    const content = { ...thanked, thanks: { title: 'Thank you', text: '', redirect: url, link: bad, review: bad } }
    await visit(content)
    await shopper.page.clock.install()
    await shopper.cell(8).click()
    await shopper.thanks().waitFor()
    await until(async () => (await shopper.heardNames()).includes('completed'))
    await shopper.page.clock.runFor(5000)
    expect(await links()).toEqual([])
    expect(shopper.page.url()).toBe(`${shopper.host.url}/`)
    expect(await shopper.page.evaluate('[window.struck, violations]')).toEqual([undefined, []])
  })
})
