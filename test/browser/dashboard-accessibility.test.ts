import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../dashboard/models/days.ts'
import type { CreatedShare } from '../../worker/contract/share.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import type { TargetingEdit } from '../../worker/contract/targeting.ts'
import { axeFaults, injectAxe } from '../support/axe.ts'
import { addressOf, type Demo, makeSibling, openSurvey, settled, startDemo } from '../support/demo.ts'
import { ownerOf } from '../support/owner.ts'
import { type Earshot, startEarshot } from '../support/server.ts'
import { whole } from '../support/whole.ts'

let demo: Demo
let empty: Earshot

beforeAll(async () => {
  ;[demo, empty] = await Promise.all([startDemo(), startEarshot({ demo: false })])
})
afterAll(async () => {
  await demo?.stop()
  await empty?.stop()
})

const owner = ownerOf(() => empty)

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['desktop', 'phone'] as const).map(
    // Without motion: what fades in would be judged half faded.
    (size) => [`${colorScheme}, ${size}`, { colorScheme, viewport: sizes[size], reducedMotion: 'reduce' }] as const,
  ),
)

/** Every field of the form that says who is asked, some with a second thought beside them. */
const everyGate: TargetingEdit = {
  include: ['/checkout*', { match: 'query', value: 'step' }],
  exclude: [{ match: 'contains', value: '/checkout' }],
  event: 'added',
  eventWhere: [{ property: 'value', from: 50 }],
  triggers: [{ type: 'scroll', percent: 99 }, { type: 'exit' }, { type: 'click', element: '.help' }],
  conditions: [
    { on: 'device', is: ['mobile'] },
    { on: 'country', is: ['DE'] },
    { on: 'trait.tier', not: ['gold', ''], contains: ['ol'] },
  ],
  ...{ starts: '2026-01-01', ends: '2026-01-31', sample: 12.3, delaySeconds: 90 },
  ...{ caps: { day: 100, week: 50 }, daysAfterAnswer: 1, daysAcrossSurveys: 0 },
}

/** How each screen is come to, by somebody who manages the demo's surveys. */
const screens: Record<string, (page: Page) => Promise<void>> = {
  overview: async (page) => {
    await page.goto('/')
    await page.getByText('The journey').waitFor()
  },
  'a survey': (page) => openSurvey(page, 'Order success'),
  'a survey with filters, tables and a definition open': async (page) => {
    await openSurvey(page, 'Cart', '?days=90&segment.device=mobile&category=easy&interval=week&breakdown=country&sort=fall')
    for (const summary of await page.getByText('Show as a table').all()) await summary.click()
    await page.getByRole('button', { name: 'How this is computed' }).focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await page.getByRole('tooltip').waitFor()
  },
  'a survey that is searched, its orders and the worst categories of products': async (page) => {
    await openSurvey(page, 'Order success', '?days=90&q=parcel&products=category&rank=worst')
    await page.locator('mark').first().waitFor()
    await page.getByRole('region', { name: 'By product' }).waitFor()
    await page.getByRole('region', { name: 'What their orders are worth' }).locator('.figure').first().focus()
  },
  'a survey narrowed to an answer, its further questions and a number of theirs': async (page) => {
    await page.goto(demo.url)
    const questions = [
      { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
      { id: 'fit', type: 'rating', points: 5, text: 'How was the fit?', low: 'too small', high: 'too large' },
      { id: 'why', type: 'text', text: 'Why?' },
    ]
    const answers = (i: number) => ({ fit: 1 + (i % 3), why: 'Late' })
    const id = await makeSibling(page, 'With more', [10, 9, 3, 10], { questions, answers })
    await page.goto(`${demo.url}/surveys/${id}?answer.fit=1`)
    await settled(page)
    await page.getByText('narrow these comments only').waitFor()
    await page.getByRole('region', { name: 'Further questions' }).locator('.figure').nth(1).focus()
    await page.getByRole('tooltip').waitFor()
  },
  'a survey with what is new in its words': async (page) => {
    await openSurvey(page, 'Order success', '?days=90&talk=before')
    await page.getByRole('region', { name: 'What people talk about' }).scrollIntoViewIfNeeded()
  },
  'a survey in which nothing can be looked for': async (page) => {
    await openSurvey(page, 'Order success', '?q=*')
    await page.getByText('Nothing to look for').waitFor()
  },
  'a survey without answers in its days': async (page) => {
    await page.goto(await addressOf(page, 'Order success', '?from=2020-01-01&to=2020-01-31'))
    await settled(page)
  },
  'a survey with a note, its before and after and a goal': async (page) => {
    await openSurvey(page, 'Order success', '?days=90')
    await page.getByRole('button', { name: 'Add a note' }).click()
    await page.getByLabel('Day', { exact: true }).fill(addDays(new Date().toISOString().slice(0, 10), -30))
    await page.getByLabel('What happened').fill('New carrier')
    await page.keyboard.press('Enter')
    await page
      .getByRole('button', { name: /^Before and after/ })
      .first()
      .click()
    await page.locator('.note table').waitFor()
    await page.getByRole('button', { name: /goal/i }).click()
    await page.getByLabel(/^Score to reach/).waitFor()
    await settled(page)
  },
  'the links of a survey': async (page) => {
    await openSurvey(page, 'Cart')
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Make a link' }).click()
    await page.getByRole('list', { name: 'Links' }).waitFor()
    await page.locator('.sheet .codebox').waitFor()
  },
  'the channels of a survey': async (page) => {
    await page.goto(`${await addressOf(page, 'Cart')}/channels`)
    await page.locator('.channel-block code').waitFor()
    const buffer = Buffer.from('email,respondent\nann@shop.example,c_1\n')
    await page.getByLabel('Choose a file').setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('link', { name: 'the file with its links' }).waitFor()
    await page.getByRole('heading', { name: /so far$/ }).waitFor()
  },
  'a draft being tried out, and a test answer': async (page) => {
    await page.goto(await addressOf(page, 'Cart', '/tests'))
    await page.getByRole('button', { name: 'Make a link and open it' }).click()
    const link = await page.locator('.codebox code').innerText()
    const site = `pk_demo.${new URL(link).searchParams.get('earshot-test')}`
    const survey = page.url().split('/').at(-2)
    const data = { site, survey, submission: crypto.randomUUID(), seq: 1, answers: { score: 2, why: 'Only trying' } }
    await page.request.post(`${demo.url}/v1/responses`, { data, headers: { Origin: demo.url } })
    await page.getByRole('button', { name: 'Look again' }).click()
    await page.getByRole('button', { name: /^Delete/ }).waitFor()
  },
  'a draft’s link being made in the editor': async (page) => {
    await page.goto(await addressOf(page, 'Cart', '/edit'))
    await page.getByRole('button', { name: 'Try it on your site' }).click()
    await page.getByLabel('Page of your shop').waitFor()
  },
  'a shared report': async (page) => {
    const path = new URL(await addressOf(page, 'Order success')).pathname
    const made = await page.request.post(`${demo.url}/api/v1${path}/shares`, {
      data: { name: 'Board' },
      headers: { Origin: demo.url },
    })
    const { url } = (await made.json()) as CreatedShare
    await page.context().clearCookies()
    await page.goto(`${url}?days=90`)
    await settled(page)
  },
  'a dead link': async (page) => {
    await page.goto(`${demo.url}/shared/sh_none`)
    await page.getByRole('heading', { level: 1, name: 'This link shows nothing' }).waitFor()
  },
  'a survey narrowed to a tag, its responses selected and a reason told': async (page) => {
    await openSurvey(page, 'Order success', '?days=90&tag=Delivery&breakdown=tag')
    await page.locator('article.verbatim').first().focus()
    await page.keyboard.press('x')
    await page.getByText('1 selected').waitFor()
    await page.locator('article .tag-chip').first().focus()
    await page.getByRole('tooltip').waitFor()
  },
  'the picker of tags': async (page) => {
    await openSurvey(page, 'Order success')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('t')
    await page.getByRole('listbox', { name: 'Tags' }).waitFor()
  },
  'the tags': async (page) => {
    await page.goto(`${demo.url}/tags`)
    await page.getByRole('heading', { name: 'Learning' }).waitFor()
  },
  'a tag, what its rules would do and a comment in doubt': async (page) => {
    await page.goto(`${demo.url}/tags`)
    await page.getByRole('link', { name: 'Delivery' }).click()
    await page.getByRole('list', { name: 'Samples' }).waitFor()
    await page.getByRole('button', { name: /^Review/ }).click()
    await page.getByText('Does it belong to').waitFor()
  },
  'a new tag whose words can’t be looked for': async (page) => {
    await page.goto(`${demo.url}/tags/new`)
    await page.getByLabel('any of').fill('late, (a+)+$')
    await page.locator('.rule [role="alert"]').waitFor()
  },
  'the sheet of keys': async (page) => {
    await page.goto('/')
    await page.locator('article.tile').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
  },
  'a new survey': async (page) => {
    await page.goto(`${demo.url}/surveys/new`)
    await page.getByRole('heading', { level: 1, name: 'New survey' }).waitFor()
  },
  'a survey’s questions being edited': async (page) => {
    await page.goto(await addressOf(page, 'Order success', '/edit'))
    await page.locator('.question .head').nth(1).click()
    await page
      .getByRole('button', { name: 'Add a branch' })
      .or(page.getByRole('button', { name: 'Free text' }))
      .first()
      .waitFor()
  },
  'a survey’s thank-you being edited': async (page) => {
    await page.goto(await addressOf(page, 'Cart', '/edit?part=thanks'))
    await page.getByLabel('A link').first().waitFor()
  },
  'a survey’s look being edited': async (page) => {
    await page.goto(await addressOf(page, 'Cart', '/edit?part=look'))
    await page.getByRole('radio', { name: /^A tab/ }).waitFor()
  },
  'a survey’s languages being edited': async (page) => {
    await page.goto(await addressOf(page, 'Cart', '/edit?part=languages'))
    await page.getByLabel('Translate to').waitFor()
  },
  'when a survey is asked being edited': async (page) => {
    const answer = await page.request.post(`${demo.url}/api/v1/surveys`, {
      data: { name: 'Asked of few', metric: 'nps', targeting: everyGate },
      headers: { Origin: demo.url },
    })
    await page.goto(`${demo.url}/surveys/${((await answer.json()) as Survey).id}/edit?part=when`)
    await page.getByLabel(/^Try an address/).fill('/checkout?step=2')
    await page.getByLabel('Country: which').fill('Atlantis,')
    await page.getByRole('button', { name: 'Add a page to Never on these pages' }).click()
    await page.getByText('to mend').first().waitFor()
    await page.getByRole('button', { name: 'Add a condition' }).click()
  },
  settings: async (page) => {
    await page.goto(`${demo.url}/settings`)
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await expect.poll(() => page.locator('.bone').count()).toBe(0)
  },
  'the installation, its ways of a proxy open, and a look at a page': async (page) => {
    await page.goto(`${demo.url}/install?for=wordpress`)
    for (const summary of await page.locator('details summary').all()) await summary.click()
    await page.getByLabel('A page of your shop').fill(`${demo.url}/demo/cart`)
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Open it and look' }).click()
    await page
      .locator('.check-result')
      .getByText(/^Seen on/)
      .waitFor()
    await (await opened).close()
  },
  'no such page': async (page) => {
    await page.goto(`${demo.url}/surveys/none/none`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  },
  'signing in': async (page) => {
    await page.context().clearCookies()
    await page.goto(`${demo.url}/sign-in`)
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  },
  'setting up': async (page) => {
    await page.goto(`${empty.url}/sign-in#token=${empty.setupToken}`)
    await page.getByLabel('Name of the shop').waitFor()
  },
  // Only after that: whoever comes to these sets it up.
  'the team, somebody being invited': async (page) => {
    await owner.invite(page)
    await page.goto(`${empty.url}/settings/team`)
    await page.getByLabel('Role', { exact: true }).selectOption('agent')
    await page.getByText('Not accepted yet').waitFor()
  },
  'who changed what': async (page) => {
    await owner.invite(page)
    await page.goto(`${empty.url}/settings/log`)
    await page.locator('.log-line dd').first().waitFor()
  },
  'settings of an owner': async (page) => {
    await owner.signIn(page)
    await page.goto(`${empty.url}/settings`)
    await page.getByLabel('Name of a new key').fill('Nightly')
    await page.getByRole('button', { name: 'Make a key' }).click()
    await page.getByText('shown only now').waitFor()
  },
  'a further site': async (page) => {
    await owner.signIn(page)
    await page.goto(`${empty.url}/settings/new-site`)
    await page.getByLabel('Address of the shop').fill('oil.example')
    await page.getByText('https://www.oil.example').waitFor()
  },
  'an invitation': async (page) => {
    await page.goto(await owner.invite(page))
    await page.getByText('to be an agent').waitFor()
  },
  'the inbox of a part': async (page) => {
    await page.goto(await owner.invite(page))
    await page.getByLabel('Your name').fill('Ida')
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByText('No response matches').waitFor()
  },
}

/** In `npm test` each screen once, the four looks taking turns. */
const pairs = Object.entries(screens).flatMap(([screen, come], i) =>
  looks.filter((_, j) => whole || j === i % looks.length).map(([name, look]) => [screen, name, come, look] as const),
)

describe('axe finds nothing, and nothing is wider than the window', () => {
  test.each(pairs)('%s: %s', async (_screen, _name, come, look) => {
    const page = await demo.visit(look)
    await come(page)
    await injectAxe(page)
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.close()
  })
})
