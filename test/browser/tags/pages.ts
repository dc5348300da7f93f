import { describe, expect, test } from 'vitest'
import { focusOn, still } from '../../support/demo.ts'
import type { Reader } from '../report/ground.ts'
import { tagger } from './ground.ts'

/** The pages on which tags are kept. */
export function pages(reader: Reader) {
  const on = tagger(reader)
  const open = async (path: string) => {
    await reader.page.goto(reader.demo.url + path)
    await reader.page.getByRole('heading', { level: 1 }).waitFor()
    await still(reader.page)
  }
  const words = () => reader.page.getByLabel('any of', { exact: true })
  const chips = () => reader.page.locator('.words-box').first().locator('.word bdi').allInnerTexts()

  describe('a tag’s page', () => {
    test('says what rules would do before they are saved, and then does it', async () => {
      await open('/tags/new')
      await reader.page.getByLabel('Name').fill('Tried first')
      await words().fill('parcel')
      await reader.page.getByText(/^Would tag [\d,]+ of [\d,]+ comments$/).waitFor()
      const samples = reader.page.getByRole('list', { name: 'Samples' }).getByRole('listitem')
      for (const sample of await samples.all())
        expect((await sample.locator('mark').first().innerText()).toLowerCase()).toMatch(/^parcel/)
      const few = await samples.count()
      expect(few).toBe(3)
      await reader.button(/^Show all \d+$/).click()
      expect(await samples.count()).toBeGreaterThan(few)
      expect((await on.tags()).map(({ name }) => name)).not.toContain('Tried first')

      await reader.page.getByLabel('teal').check()
      await reader.button('Make the tag').click()
      await reader.page.getByRole('heading', { level: 1, name: 'Tried first' }).waitFor()
      const made = (await on.tags()).find(({ name }) => name === 'Tried first')
      expect(made).toMatchObject({ colour: 'teal', rules: [{ any: ['parcel'], all: [], not: [] }] })
      await on.retagged()
      await open('/tags')
      await reader.page.getByRole('link', { name: 'Tried first' }).click()
      await expect.poll(chips).toEqual(['parcel'])
      await words().fill('courier')
      await reader.page.getByText(/added and 0 taken off|Nothing changes/).waitFor()
    })

    test('takes words one by one or as a list, says at each what can’t be looked for, and lets go of them by keys', async () => {
      await open('/tags/new')
      await words().focus()
      await reader.page.keyboard.type('late, (a+)+$')
      await expect.poll(() => words().getAttribute('aria-invalid')).toBe('true')
      await on.press('Enter')
      const wrong = reader.page.locator('.words-box .wrong')
      await expect.poll(() => wrong.getByRole('alert').innerText()).toMatch(/\(a\+\)\+\$[\s\S]*not a regular expression/)
      expect([await chips(), await words().inputValue()]).toEqual([['late', '(a+)+$'], ''])
      // From the field to the last word, which goes; the field has focus again.
      await on.press('ArrowLeft', 'Delete')
      await expect.poll(() => words().evaluate((field) => field === document.activeElement)).toBe(true)
      expect([await chips(), await wrong.count()]).toEqual([['late'], 0])
      await on.press('Backspace')
      await expect.poll(chips).toEqual([])
      await words().evaluate((field) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text', 'so late\ncourier, parcel')
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      })
      await expect.poll(chips).toEqual(['so late', 'courier', 'parcel'])
      await reader.button('Change courier').click()
      await expect.poll(() => words().inputValue()).toBe('courier')
      await reader.button('Remove so late').click()
      await expect.poll(chips).toEqual(['parcel'])
    })

    test('renames it everywhere', async () => {
      const [first] = await on.newest()
      const tag = await on.make('Old name')
      await on.put([first?.id ?? ''], 'Old name')
      await open(`/tags/${tag.id}`)
      await reader.page.getByLabel('Name').fill('New name')
      await reader.button('Save').click()
      await reader.page.getByText('Saved', { exact: true }).waitFor()
      expect((await on.response(first?.id ?? '')).tags.map(({ name }) => name)).toContain('New name')
    })

    test('archives it and takes it up again; what it was given to is kept', async () => {
      const [first] = await on.newest()
      const tag = await on.make('Put away')
      await on.put([first?.id ?? ''], 'Put away')
      await open(`/tags/${tag.id}`)
      await reader.button('Archive').click()
      await reader.page.getByText('archived', { exact: true }).waitFor()
      await open('/tags')
      const archived = reader.page.getByText(/archived tags?$/)
      await archived.waitFor()
      expect(await reader.page.getByRole('link', { name: 'Put away' }).isVisible()).toBe(false)
      await archived.click()
      await reader.page.getByRole('link', { name: 'Put away' }).click()
      await reader.button('Take it up again').click()
      await reader.button('Archive').waitFor()
      expect((await on.response(first?.id ?? '')).tags.map(({ name }) => name)).toContain('Put away')
    })

    test('merges it into another one, asking first', async () => {
      const [first] = await on.newest()
      const [from] = [await on.make('Twin one'), await on.make('Twin two')]
      await on.put([first?.id ?? ''], 'Twin one')
      await open(`/tags/${from.id}`)
      await reader.page.getByLabel('Merge into').selectOption('Twin two')
      await reader.button('Merge Twin one into Twin two').click()
      await reader.button('Yes, merge Twin one into Twin two').click()
      await reader.page.getByRole('heading', { level: 1, name: 'Tags' }).waitFor()
      const names = (await on.response(first?.id ?? '')).tags.map(({ name }) => name)
      expect(names).toContain('Twin two')
      expect(names).not.toContain('Twin one')
      expect((await on.tags()).map(({ id }) => id)).not.toContain(from.id)
    })

    test('puts the comments in doubt one after the other, judged by a key each', async () => {
      const tag = await on.make('In doubt', ['parcel'])
      await on.retagged()
      await open(`/tags/${tag.id}`)
      await reader.button('Review 10 comments to improve most').click()
      const review = reader.page.getByRole('region', { name: 'Does In doubt fit?' })
      await review.getByText(/^1 of \d+$/).waitFor()
      const judged = () => reader.page.waitForResponse((answer) => answer.url().includes('/responses/tags'))
      const yes = judged()
      await on.press('y')
      const { responses, add } = (await yes).request().postDataJSON() as { responses: string[]; add: string[] }
      expect(add).toEqual(['In doubt'])
      await review.getByText(/^2 of \d+$/).waitFor()
      const no = judged()
      await on.press('n')
      expect(((await no).request().postDataJSON() as { remove: string[] }).remove).toEqual(['In doubt'])
      await review.getByText(/^3 of \d+$/).waitFor()
      expect((await on.response(responses[0] ?? '')).tags).toContainEqual(
        expect.objectContaining({ name: 'In doubt', source: 'manual' }),
      )
    })
  })

  describe('the page of all tags', () => {
    const learning = () => reader.page.getByRole('region', { name: 'Learning' })

    test('learns when it is told to, says what is in use then, and goes back to the rules', async () => {
      const items = await on.newest()
      await on.make('Taught')
      await on.put(
        items.slice(0, 12).map(({ id }) => id),
        'Taught',
      )
      await open('/tags')
      const row = reader.page.getByRole('row', { name: /^Taught/ })
      await expect.poll(() => row.innerText()).toMatch(/12\s.*\d % of answers/s)
      expect(await row.getByRole('img').getAttribute('aria-label')).toMatch(/weeks: between/)
      await reader.button('Learn now').click()
      // By its name only now: scored comments teach by themselves too, and an older version may have been in use.
      const learned = learning().getByText(/^Version \d+, 0 corrections since the newest\./)
      await learned.waitFor()
      const [name = ''] = /Version \d+/.exec(await learned.innerText()) ?? []
      await on.retagged()
      await reader.button('Roll back to the rules alone').click()
      await learning().getByText('The rules alone, 0 corrections since the newest.').waitFor()
      await reader.button(`Roll back to ${name.toLowerCase()}`).click()
      await learning().getByText(`${name}, 0 corrections since the newest.`).waitFor()
    })

    test('makes a tag of a suggestion, once', async () => {
      await on.retagged()
      await open('/tags')
      await reader.button('Look for some').click()
      const first = reader.page.locator('.suggested > li').first()
      const name = (await first.locator('b').innerText()).trim()
      await first.getByRole('button').click()
      const link = first.getByRole('link', { name, exact: true })
      await focusOn(link)
      expect(await first.getByRole('button').count()).toBe(0)
      expect((await on.tags()).map((tag) => tag.name)).toContain(name)
      await on.retagged()
    })

    test('leads to a tag’s trend and its effect on each survey’s score, and from there to the survey', async () => {
      await open('/tags')
      await reader.page.getByRole('link', { name: 'Delivery', exact: true }).click()
      const figures = reader.page.getByRole('region', { name: 'What is said, and what it goes with' })
      const row = figures.getByRole('row', { name: /^Order success/ })
      await row.waitFor()
      expect((await row.innerText()).replaceAll('−', '-')).toMatch(/▼ -\d+\.\d\s+-\d+\.\d to -\d+\.\d/)
      const [n = ''] = (await row.getByRole('cell').first().innerText()).split('\n')
      await row.getByRole('link', { name: 'Order success' }).click()
      await reader.until('tag', 'Delivery')
      await expect.poll(reader.n).toBe(Number(n))
    })
  })
}
