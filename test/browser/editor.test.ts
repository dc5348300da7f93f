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

  test('publishes', async () => {
    await page.getByRole('button', { name: 'Publish…' }).click()
    await page.getByText('This becomes version 1').waitFor()
    await page.getByRole('button', { name: 'Publish now' }).click()
    await page.getByText('Version 1 is live.').waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    expect(await survey()).toMatchObject({ state: 'live', version: 1 })
  })

  test('says who is asked, where, when and how often, without a line of code', async () => {
    await part('When and where')
    const sentence = page.locator('.editor-form .asked-of')
    expect(await sentence.innerText()).toContain('Asked of everybody at the touchpoint delivery, but never on pages containing')
    const add = async (menu: string, what: string) => {
      await page.getByRole('button', { name: menu, exact: true }).press('Enter')
      await page.getByRole('button', { name: what, exact: true }).press('Enter')
    }
    // What was added is where one goes on by keyboard.
    await page.getByRole('button', { name: 'Add a page to Only on these pages' }).press('Enter')
    await page.keyboard.type('/parcel/')
    await page.getByLabel(/^Try an address/).fill(`${demo.url}/parcel/login`)
    await page.getByText('It doesn’t match. Pages containing “login” are left out.').waitFor()
    await page.getByLabel(/^Try an address/).fill('/parcel/7')
    await page.getByText('It matches. It is one of the pages beginning with /parcel/.').waitFor()

    await add('Add a moment', 'An event of your page')
    await page.keyboard.type('tracked')
    await page.getByRole('button', { name: 'Add a property' }).press('Enter')
    await page.keyboard.type('days')
    await page.getByLabel('The property: from').fill('3')
    expect(await page.getByLabel('Seconds after that before it shows').inputValue()).toBe('0')
    await add('Add a moment', 'They have seen so much of the page')
    await page.keyboard.type('60')
    await add('Add a moment', 'They are about to leave')
    await add('Add a moment', 'Nothing has moved for a while')
    await add('Add a moment', 'Something comes into sight')
    await page.keyboard.type('#map')
    await add('Add a moment', 'Something is clicked')
    await page.keyboard.type('.help')
    await add('Add a moment', 'First and last day')
    await page.getByLabel('First day').fill('2026-01-01')
    await page.getByLabel('Last day').fill('2026-01-31')
    await page.getByText('That day is over: nobody is asked any more.').waitFor()
    await page.getByLabel('Last day').fill('2099-12-31')
    await page.getByText('That day is over').waitFor({ state: 'detached' })

    await add('Add a condition', 'Share of the visitors')
    await page.getByText('1 in 10 visitors. Whoever is in stays in').waitFor()
    await add('Add a condition', 'Device')
    await page.getByLabel('tablet').check()
    await add('Add a condition', 'Country')
    await page.getByLabel('Country: how').selectOption('not')
    await page.getByLabel('Country: which').fill('germany, AT')
    await add('Add a condition', 'New or returning')
    await add('Add a condition', 'Campaign: source')
    await page.getByLabel('Campaign: source: which').fill('newsletter')
    await page.getByLabel('or isn’t known').check()
    await add('Add a condition', 'Trait')
    await page.keyboard.type('orders')
    await page.getByLabel('Trait orders: how').selectOption('range')
    await page.getByLabel('Trait orders: from').fill('2.5')
    await page.getByLabel('After an answer').fill('120')
    await add('Add a limit', 'Displays a day, week, month or in all')
    await page.getByLabel('A day', { exact: true }).fill('100')
    await page.getByLabel('In all').fill('0')
    await page.getByText('0 is no limit either.').waitFor()
    await page.getByLabel('In all').fill('5000')
    await saved()
    expect((await survey()).targeting).toMatchObject({
      include: [{ match: 'prefix', value: '/parcel/' }],
      event: 'tracked',
      eventWhere: [{ property: 'days', from: 3 }],
      triggers: [
        { type: 'scroll', percent: 60 },
        { type: 'exit' },
        { type: 'idle', seconds: 30 },
        { type: 'visible', element: '#map' },
        { type: 'click', element: '.help' },
      ],
      conditions: [
        { on: 'device', is: ['mobile', 'tablet'] },
        { on: 'country', not: ['DE', 'AT'] },
        { on: 'visit', is: ['new'] },
        { on: 'utm_source', is: ['newsletter', ''] },
        { on: 'trait.orders', from: 2.5 },
      ],
      ...{ starts: '2026-01-01', ends: '2099-12-31', sample: 10, delaySeconds: 0, daysAfterAnswer: 120 },
      caps: { day: 100, week: 0, month: 0, total: 5000 },
    })
    expect(await sentence.innerText()).toContain(
      '1 in 10 visitors on a phone or a tablet, not in Germany or Austria, who are new, ',
    )

    // What is taken away leaves focus where the next is added.
    await page.getByRole('button', { name: 'Remove Country' }).press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('add-who')
    await page.getByRole('button', { name: 'Add a page to Never on these pages' }).press('Enter')
    await page.getByText('Say which, without spaces; a path starts with /.').first().waitFor()
    await page.keyboard.type('/parcel/*')
    await page.getByText('Every one of these pages is left out again').waitFor()
    await page
      .getByRole('button', { name: /^Remove page \d of Never on these pages/ })
      .last()
      .click()
    await saved()
    // What was half typed was refused, and the browser says so.
    expect(demo.complaints.filter((text) => !text.includes('422'))).toEqual([])
    demo.complaints.length = 0
  })

  test('reads in words what changes before the next version', async () => {
    await page.getByRole('button', { name: 'Publish…' }).click()
    const changes = page.getByRole('list', { name: 'What changes' })
    await changes
      .getByText(/^When: pages/)
      .first()
      .waitFor()
    const told = await changes.innerText()
    for (const words of [
      'pages beginning with /parcel/',
      'When: only visitors who are new',
      '1 in 10 visitors',
      '100 times',
      '120 days',
    ])
      expect(told).toContain(words)
    await page
      .getByRole('dialog')
      .getByText(/^Asked of 1 in 10 visitors on a phone/)
      .waitFor()
    await page.getByRole('button', { name: 'Publish now' }).click()
    await page.getByText('Version 2 is live.').waitFor()
    expect(await survey()).toMatchObject({ version: 2, targeting: { sample: 10 } })
    await page.getByRole('button', { name: 'Done' }).click()
  })

  test('has the part that is open in sight on a phone, and nothing that floats over a field', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    const open = page.getByRole('link', { name: 'When and where' })
    await open.waitFor()
    const turn = page.getByRole('button', { name: 'Preview', exact: true })
    const inRoom = async () => {
      const [tab, button] = [await open.boundingBox(), await turn.boundingBox()]
      return !!tab && !!button && tab.x >= 0 && tab.x + tab.width <= button.x
    }
    await expect.poll(inRoom).toBe(true)
    for (const field of await page.locator('.editor-form :is(input, select, textarea)').all()) {
      await field.focus()
      const [of, bar] = [await field.boundingBox(), await page.locator('.editor-bar').boundingBox()]
      if (!of || !bar) throw new Error('not drawn')
      expect(of.y >= bar.y + bar.height || of.y + of.height <= bar.y).toBe(true)
    }
    await turn.click()
    await page.getByRole('button', { name: 'Back to editing' }).waitFor()
    await preview().getByRole('button', { name: 'Feedback' }).waitFor()
  })
})

test('nothing of the previews was sent or counted, and no screen complained', async () => {
  expect(sent).toEqual([])
  const report = await (await page.request.get(`/api/v1/surveys/${id()}/report`)).json()
  expect(report).toMatchObject({ total: { n: 0 }, displays: { shown: 0, started: 0, dismissed: 0, responses: 0 } })
  expect(demo.complaints).toEqual([])
})
