import type { Survey } from '../../../worker/contract/survey.ts'
import type { TargetingEdit } from '../../../worker/contract/targeting.ts'
import { addressOf } from '../../support/demo.ts'
import type { Ground, Screens } from './ground.ts'

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

/** A survey being made, tried out and sent about. */
export const surveys = (on: Ground): Screens => ({
  'a new survey': async (page) => {
    await page.goto(`${on.demo.url}/surveys/new`)
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
    const answer = await page.request.post(`${on.demo.url}/api/v1/surveys`, {
      data: { name: 'Asked of few', metric: 'nps', targeting: everyGate },
      headers: { Origin: on.demo.url },
    })
    await page.goto(`${on.demo.url}/surveys/${((await answer.json()) as Survey).id}/edit?part=when`)
    await page.getByLabel(/^Try an address/).fill('/checkout?step=2')
    await page.getByLabel('Country: which').fill('Atlantis,')
    await page.getByRole('button', { name: 'Add a page to Never on these pages' }).click()
    await page.getByText('to mend').first().waitFor()
    await page.getByRole('button', { name: 'Add a condition' }).click()
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
    await page.request.post(`${on.demo.url}/v1/responses`, { data, headers: { Origin: on.demo.url } })
    await page.getByRole('button', { name: 'Look again' }).click()
    await page.getByRole('button', { name: /^Delete/ }).waitFor()
  },
  'answers that are held back, one of them selected': async (page) => {
    await page.goto(await addressOf(page, 'Cart'))
    const survey = new URL(page.url()).pathname.split('/').at(-1)
    const headers = { Origin: on.demo.url, 'CF-Connecting-IP': '198.51.100.4' }
    for (let i = 0; i < 3; i++) {
      const answers = { score: 1, why: 'Said once more' }
      const data = { site: 'pk_demo', survey, submission: crypto.randomUUID(), seq: 1, complete: true, answers }
      await page.request.post(`${on.demo.url}/v1/responses`, { data, headers })
    }
    await page.reload()
    await page.getByRole('link', { name: 'Review' }).click()
    await page.getByText('Held back: the same visitor had answered that day.').first().waitFor()
    await page.getByLabel('Select this answer').first().check()
    await page.getByText('1 selected').waitFor()
  },
  'a draft’s link being made in the editor': async (page) => {
    await page.goto(await addressOf(page, 'Cart', '/edit'))
    await page.getByRole('button', { name: 'Try it on your site' }).click()
    await page.getByLabel('Page of your shop').waitFor()
  },
})
