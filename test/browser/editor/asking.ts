import { describe, expect, test } from 'vitest'
import type { Editor } from './ground.ts'

/** Who is asked, from one version to the next. */
export function asking(on: Editor): void {
  const { saved, part, survey } = on

  describe('an owner', () => {
    test('publishes', async () => {
      await on.page.getByRole('button', { name: 'Publish…' }).click()
      await on.page.getByText('This becomes version 1').waitFor()
      await on.page.getByRole('button', { name: 'Publish now' }).click()
      await on.page.getByText('Version 1 is live.').waitFor()
      await on.page.getByRole('button', { name: 'Done' }).click()
      expect(await survey()).toMatchObject({ state: 'live', version: 1 })
    })

    test('says who is asked, where, when and how often, without a line of code', async () => {
      await part('When and where')
      const sentence = on.page.locator('.editor-form .asked-of')
      expect(await sentence.innerText()).toContain('Asked of everybody at the touchpoint delivery, but never on pages containing')
      const add = async (menu: string, what: string) => {
        await on.page.getByRole('button', { name: menu, exact: true }).press('Enter')
        await on.page.getByRole('button', { name: what, exact: true }).press('Enter')
      }
      // What was added is where one goes on by keyboard.
      await on.page.getByRole('button', { name: 'Add a page to Only on these pages' }).press('Enter')
      await on.page.keyboard.type('/parcel/')
      await on.page.getByLabel(/^Try an address/).fill(`${on.demo.url}/parcel/login`)
      await on.page.getByText('It doesn’t match. Pages containing “login” are left out.').waitFor()
      await on.page.getByLabel(/^Try an address/).fill('/parcel/7')
      await on.page.getByText('It matches. It is one of the pages beginning with /parcel/.').waitFor()

      await add('Add a moment', 'An event of your page')
      await on.page.keyboard.type('tracked')
      await on.page.getByRole('button', { name: 'Add a property' }).press('Enter')
      await on.page.keyboard.type('days')
      await on.page.getByLabel('The property: from').fill('3')
      expect(await on.page.getByLabel('Seconds after that before it shows').inputValue()).toBe('0')
      await add('Add a moment', 'They have seen so much of the page')
      await on.page.keyboard.type('60')
      await add('Add a moment', 'They are about to leave')
      await add('Add a moment', 'Nothing has moved for a while')
      await add('Add a moment', 'Something comes into sight')
      await on.page.keyboard.type('#map')
      await add('Add a moment', 'Something is clicked')
      await on.page.keyboard.type('.help')
      await add('Add a moment', 'First and last day')
      await on.page.getByLabel('First day').fill('2026-01-01')
      await on.page.getByLabel('Last day').fill('2026-01-31')
      await on.page.getByText('That day is over: nobody is asked any more.').waitFor()
      await on.page.getByLabel('Last day').fill('2099-12-31')
      await on.page.getByText('That day is over').waitFor({ state: 'detached' })

      await add('Add a condition', 'Share of the visitors')
      await on.page.getByText('1 in 10 visitors. Whoever is in stays in').waitFor()
      await add('Add a condition', 'Device')
      await on.page.getByLabel('tablet').check()
      await add('Add a condition', 'Country')
      await on.page.getByLabel('Country: how').selectOption('not')
      await on.page.getByLabel('Country: which').fill('germany, AT')
      await add('Add a condition', 'New or returning')
      await add('Add a condition', 'Campaign: source')
      await on.page.getByLabel('Campaign: source: which').fill('newsletter')
      await on.page.getByLabel('or isn’t known').check()
      await add('Add a condition', 'Trait')
      await on.page.keyboard.type('orders')
      await on.page.getByLabel('Trait orders: how').selectOption('range')
      await on.page.getByLabel('Trait orders: from').fill('2.5')
      await on.page.getByLabel('After an answer').fill('120')
      await add('Add a limit', 'Displays a day, week, month or in all')
      await on.page.getByLabel('A day', { exact: true }).fill('100')
      await on.page.getByLabel('In all').fill('0')
      await on.page.getByText('0 is no limit either.').waitFor()
      await on.page.getByLabel('In all').fill('5000')
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
      await on.page.getByRole('button', { name: 'Remove Country' }).press('Enter')
      await expect.poll(() => on.page.evaluate(() => document.activeElement?.id)).toBe('add-who')
      await on.page.getByRole('button', { name: 'Add a page to Never on these pages' }).press('Enter')
      await on.page.getByText('Say which, without spaces; a path starts with /.').first().waitFor()
      await on.page.keyboard.type('/parcel/*')
      await on.page.getByText('Every one of these pages is left out again').waitFor()
      await on.page
        .getByRole('button', { name: /^Remove page \d of Never on these pages/ })
        .last()
        .click()
      await saved()
      // What was half typed was refused, and the browser says so.
      expect(on.demo.complaints.filter((text) => !text.includes('422'))).toEqual([])
      on.demo.complaints.length = 0
    })

    test('reads in words what changes before the next version', async () => {
      await on.page.getByRole('button', { name: 'Publish…' }).click()
      const changes = on.page.getByRole('list', { name: 'What changes' })
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
      await on.page
        .getByRole('dialog')
        .getByText(/^Asked of 1 in 10 visitors on a phone/)
        .waitFor()
      await on.page.getByRole('button', { name: 'Publish now' }).click()
      await on.page.getByText('Version 2 is live.').waitFor()
      expect(await survey()).toMatchObject({ version: 2, targeting: { sample: 10 } })
      await on.page.getByRole('button', { name: 'Done' }).click()
    })
  })
}
