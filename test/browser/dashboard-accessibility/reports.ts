import { addDays } from '../../../dashboard/models/days.ts'
import type { CreatedShare } from '../../../worker/contract/share.ts'
import { addressOf, makeSibling, openSurvey, settled, unfoldTable } from '../../support/demo.ts'
import type { Ground, Screens } from './ground.ts'

/** Numbers, words and what is shared of them. */
export const reports = (on: Ground): Screens => ({
  overview: async (page) => {
    await page.goto('/')
    await page.getByText('The journey').waitFor()
  },
  'a survey': (page) => openSurvey(page, 'Order success'),
  'a survey with filters, tables and a definition open': async (page) => {
    await openSurvey(page, 'Cart', '?days=90&segment.device=mobile&category=easy&interval=week&breakdown=country&sort=fall')
    for (const twin of await page.locator('.twin').all()) await unfoldTable(twin)
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
    await page.goto(on.demo.url)
    const questions = [
      { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
      { id: 'fit', type: 'rating', points: 5, text: 'How was the fit?', low: 'too small', high: 'too large' },
      { id: 'why', type: 'text', text: 'Why?' },
    ]
    const answers = (i: number) => ({ fit: 1 + (i % 3), why: 'Late' })
    const id = await makeSibling(page, 'With more', [10, 9, 3, 10], { questions, answers })
    await page.goto(`${on.demo.url}/surveys/${id}?answer.fit=1`)
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
  'a shared report': async (page) => {
    const path = new URL(await addressOf(page, 'Order success')).pathname
    const made = await page.request.post(`${on.demo.url}/api/v1${path}/shares`, {
      data: { name: 'Board' },
      headers: { Origin: on.demo.url },
    })
    const { url } = (await made.json()) as CreatedShare
    await page.context().clearCookies()
    await page.goto(`${url}?days=90`)
    await settled(page)
  },
  'a dead link': async (page) => {
    await page.goto(`${on.demo.url}/shared/sh_none`)
    await page.getByRole('heading', { level: 1, name: 'This link shows nothing' }).waitFor()
  },
  'the sheet of keys': async (page) => {
    await page.goto('/')
    await page.locator('article.tile').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
  },
})
