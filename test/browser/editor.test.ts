import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Survey } from '../../worker/contract/survey.ts'
import { type Demo, startDemo } from '../support/demo.ts'

let demo: Demo
let page: Page
/** What the pages sent to where shoppers' answers go. */
const sent: string[] = []

beforeAll(async () => {
  demo = await startDemo()
  page = await demo.signIn({ viewport: { width: 1440, height: 1000 }, colorScheme: 'light', reducedMotion: 'reduce' })
  watch(page)
})
afterAll(() => demo?.stop())

const watch = (seen: Page) =>
  seen.on('request', (request) => request.url().includes('/v1/') && !request.url().includes('/api/') && sent.push(request.url()))
const preview = () => page.frameLocator('iframe')
const asked = (words: string) => preview().getByRole('heading', { name: words }).waitFor()
const point = (n: number, max = 5) => preview().getByRole('radio', { name: new RegExp(`^${n} out of ${max}`) })
const saved = () => page.getByRole('status').getByText('Saved', { exact: true }).waitFor()
const question = (n: number) => page.locator('.question').nth(n - 1)
const open = (n: number) => question(n).locator('.head').click()
const part = (name: string) => page.getByRole('link', { name }).click()
const id = () => page.url().match(/srv_\w+/)?.[0] ?? ''
const survey = async () => (await (await page.request.get(`/api/v1/surveys/${id()}`)).json()) as Survey
const questionIds = async () => (await survey()).questions.map((one) => one.id)

describe('an owner', () => {
  test('begins with a template and sees it as shoppers will, each branch of it', async () => {
    await page.goto('/surveys/new')
    await page.getByRole('radio', { name: /^Delivery/ }).check()
    await page.getByText('How was the delivery?').waitFor()
    await page.getByRole('button', { name: 'Make the draft' }).click()
    await page.getByRole('heading', { level: 1, name: 'Delivery' }).waitFor()
    await asked('How was the delivery?')
    await point(2).check({ force: true })
    await preview().getByRole('button', { name: 'Next' }).click()
    await asked('What went wrong?')
    await page.getByRole('button', { name: 'Start again' }).click()
    await point(5).check({ force: true })
    await asked('What did you like most?')
  })

  test('edits words, which are saved by themselves and seen at once, where the shopper is', async () => {
    await open(3)
    await page.getByLabel('To satisfied').fill('What pleased you?')
    await asked('What pleased you?')
    await saved()
    expect((await survey()).questions[2]).toMatchObject({ id: 'why', textBy: { satisfied: 'What pleased you?' } })
    await preview().getByRole('button', { name: 'Next' }).click()
    await preview().getByRole('button', { name: 'Send' }).click()
    await asked('Thank you')
    await part('Thank-you')
    await page.locator('.room').first().getByLabel('Title').fill('Thanks a lot')
    await asked('Thanks a lot')
  })

  test('adds a question, moves it by keyboard and by pointer, and takes another away', async () => {
    await part('Questions')
    await page.getByRole('button', { name: 'Free text', exact: true }).click()
    await question(5).getByLabel('Question', { exact: true }).fill('Anything else?')
    await page.getByRole('button', { name: 'Move question 5: arrow keys, or drag' }).press('ArrowUp')
    await page.getByText('Question 5 is now number 4 of 5.').waitFor()
    // Focus goes along.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('handle-text')
    await page.keyboard.press('ArrowUp')
    await page.getByText('Question 4 is now number 3 of 5.').waitFor()
    await saved()
    expect(await questionIds()).toEqual(['score', 'wrong', 'text', 'why', 'reach'])

    const handle = await page.locator('#handle-text').boundingBox()
    const last = await question(5).boundingBox()
    if (!handle || !last) throw new Error('the questions are not drawn')
    await page.mouse.move(handle.x + 10, handle.y + 10)
    await page.mouse.down()
    await page.mouse.move(handle.x + 10, last.y + last.height - 2, { steps: 5 })
    await page.mouse.up()
    await page.getByText('Question 3 is now number 5 of 5.').waitFor()
    await page.getByRole('button', { name: 'Remove question 5' }).click()
    await page.getByRole('button', { name: 'Yes, remove question 5' }).click()
    await saved()
    expect(await questionIds()).toEqual(['score', 'wrong', 'why', 'reach'])
  })

  test('says in plain words where a question leads, and finds the shopper led there', async () => {
    await open(2)
    await question(2).getByRole('button', { name: 'Add a branch' }).click()
    await question(2).getByLabel('Depends on').selectOption('answer')
    await question(2).getByText('If the answer is “It came late”, go to the end.').waitFor()
    await page.getByRole('button', { name: 'Start again' }).click()
    await point(1).check({ force: true })
    await preview().getByRole('button', { name: 'Next' }).click()
    await preview().getByRole('checkbox', { name: 'It came late' }).check()
    await preview().getByRole('button', { name: 'Send' }).waitFor()
    await preview().getByRole('checkbox', { name: 'It came late' }).uncheck()
    await preview().getByRole('button', { name: 'Next' }).waitFor()
  })

  test('is told at the field what can’t be saved, and keeps it until it is mended', async () => {
    await question(2).getByLabel('Question', { exact: true }).fill('')
    await question(2).getByText('Something has to stand here.').waitFor()
    expect(await question(2).getByLabel('Question', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    await page.getByText('Kept here, not saved yet.').waitFor()
    expect((await survey()).questions[1]?.text).toBe('What went wrong?')
    await question(2).getByLabel('Question', { exact: true }).fill('What exactly went wrong?')
    await saved()
    expect((await survey()).questions[1]?.text).toBe('What exactly went wrong?')
  })

  test('loses nothing without a line: it is kept here, also through a closed page, until it is saved', async () => {
    // Not by a route: what a page sends as it is left would pass that by.
    await page.evaluate(() => {
      window.fetch = () => Promise.reject(new TypeError('no line'))
    })
    await page.getByLabel('Name', { exact: true }).fill('Parcels')
    await page.getByText('Your edit is kept in this browser').waitFor()
    expect((await survey()).name).toBe('Delivery')
    await page.reload()
    await saved()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Parcels')
    expect((await survey()).name).toBe('Parcels')
  })

  test('learns who else saved meanwhile, and keeps both edits', async () => {
    const before = await survey()
    const answer = await page.request.patch(`/api/v1/surveys/${id()}`, {
      data: { appearance: { brand: '#aa3355' }, revision: before.revision },
      headers: { Origin: demo.url },
    })
    expect(answer.status()).toBe(200)
    await page.getByLabel('Name', { exact: true }).fill('Parcels and more')
    const conflict = page.getByRole('alert', { name: /^Demo manager saved this survey/ })
    await conflict.waitFor()
    expect(await conflict.getByRole('list', { name: 'Your changes' }).innerText()).toContain('Parcels and more')
    expect(await conflict.getByRole('list', { name: 'Their changes' }).innerText()).toContain('#aa3355')
    await conflict.getByRole('button', { name: 'Keep both' }).click()
    await conflict.waitFor({ state: 'detached' })
    await saved()
    expect(await survey()).toMatchObject({ name: 'Parcels and more', appearance: { brand: '#aa3355' } })
    demo.complaints.length = 0
  })

  test('sees it on a desktop, in the dark, as a tab, and in another language with what that lacks', async () => {
    await part('Look')
    await page.getByRole('radio', { name: /^A tab/ }).check()
    await page.getByRole('button', { name: 'Desktop' }).click()
    await page.getByRole('button', { name: 'Start again' }).click()
    await page.getByRole('group', { name: 'The shopper’s system' }).getByRole('button', { name: 'Dark' }).click()
    // By key: in a frame that is drawn smaller, Playwright's clicks land elsewhere.
    await preview().getByRole('button', { name: 'Feedback' }).press('Enter')
    await asked('How was the delivery?')
    expect(await preview().locator('earshot-survey section').getAttribute('class')).toContain('dark')

    await part('Languages')
    await page.getByLabel('Translate to').selectOption('de')
    await page.getByText(/\d+ texts are missing/).waitFor()
    await page.getByLabel('Question 1: How was the delivery?').fill('Wie war die Lieferung?')
    await page.locator('.preview-pane select').selectOption('de')
    await asked('Wie war die Lieferung?')
    await page.getByRole('radio', { name: /^In a corner/ }).waitFor({ state: 'detached' })
    await saved()
  })

  test('publishes, and reads what changes before the next version', async () => {
    await page.getByRole('button', { name: 'Publish…' }).click()
    await page.getByText('This becomes version 1').waitFor()
    await page.getByRole('button', { name: 'Publish now' }).click()
    await page.getByText('Version 1 is live.').waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    expect(await survey()).toMatchObject({ state: 'live', version: 1 })

    await part('When and where')
    await page.getByLabel('Only on these pages').fill('/parcel/*')
    await page.getByRole('button', { name: 'Publish…' }).click()
    const changes = page.getByRole('list', { name: 'What changes' })
    await changes.getByText('When: pages').waitFor()
    expect(await changes.getByRole('listitem').count()).toBe(1)
    await page.getByRole('button', { name: 'Publish now' }).click()
    await page.getByText('Version 2 is live.').waitFor()
    expect(await survey()).toMatchObject({ version: 2, targeting: { include: ['/parcel/*'] } })
    await page.getByRole('button', { name: 'Done' }).click()
  })
})

test('nothing of the previews was sent or counted, and no screen complained', async () => {
  expect(sent).toEqual([])
  const report = await (await page.request.get(`/api/v1/surveys/${id()}/report`)).json()
  expect(report).toMatchObject({ total: { n: 0 }, displays: { shown: 0, started: 0, dismissed: 0, responses: 0 } })
  expect(demo.complaints).toEqual([])
})
