import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ImportView } from '../../worker/contract/import.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { axeFaults, injectAxe } from '../support/axe.ts'
import { type Demo, startDemo } from '../support/demo.ts'

let demo: Demo
let page: Page

beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.stop())
beforeEach(async () => {
  page = await demo.open({ reducedMotion: 'reduce' })
  await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click()
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor()
})
afterEach(() => page.close())

const get = async <Answer>(path: string) => (await (await page.request.get(demo.url + path)).json()) as Answer
const newestImport = async () => (await get<{ imports: ImportView[] }>('/api/v1/imports')).imports[0]
const choose = (name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const into = (survey: string) => page.getByLabel('Into the survey').selectOption(survey)
const button = (name: string | RegExp) => page.getByRole('button', { name })
const faults = async () => {
  await injectAxe(page)
  return await axeFaults(page)
}

const typeform = [
  '#,How likely are you to recommend us?,Why?,Which shop?,Submit Date (UTC),Network ID',
  ...Array.from(
    { length: 30 },
    (_, i) => `token${i},${i === 3 ? 'ten' : i % 11},Reason ${i},Harbour Lane,2025-03-04 10:00:00,abc${i}`,
  ),
].join('\n')

describe('a file on its way in', () => {
  test('is recognised, tried, imported and undone, with keys alone after it is chosen', async () => {
    await into('Order success')
    await choose('typeform.csv', typeform)
    await page.getByRole('heading', { name: 'A Typeform file, recognised' }).waitFor()
    const become = (column: string) => page.getByRole('combobox', { name: column, exact: true }).inputValue()
    expect(await become('#')).toBe('id')
    expect(await become('How likely are you to recommend us?')).toBe('score')
    expect(await become('Why?')).toBe('comment')
    expect(await become('Network ID')).toBe('')
    expect(await faults()).toEqual([])

    await button('Try it').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '29 would be stored, 1 refused' }).waitFor()
    expect(await page.locator('table.reasons tbody').innerText()).toMatch(
      /^4\s+score: “ten” is no whole number, and not among the words of a scale that is known$/,
    )
    const download = page.waitForEvent('download')
    await button('Download the reasons').click()
    expect((await download).suggestedFilename()).toBe('typeform-refused.csv')
    expect(await faults()).toEqual([])
    expect(await newestImport()).toBeUndefined()

    await button('Import 29 responses').focus()
    await page.keyboard.press('Enter')
    await page.getByText('29 stored. They count in reports from now on.').waitFor()
    expect(await newestImport()).toMatchObject({ state: 'done', stored: 29 })

    await button(/^Undo the import into Order success/).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByText('Undone', { exact: true }).waitFor()
    expect(await newestImport()).toMatchObject({ state: 'undone' })
  })

  test('of an unknown kind is told column by column, and asks what it can’t know', async () => {
    await into('Order success')
    const rows = Array.from({ length: 8 }, (_, i) => `0${i + 1}/02/2025,${(i % 5) + 1},Words of row ${i},ann${i}@shop.example`)
    await choose('sheet.csv', `Wann,Note,Text,Kontakt\n${rows.join('\n')}`)
    await page.getByRole('heading', { name: 'Which column is what?' }).waitFor()
    await page.getByText('Personal data: not stored').waitFor()
    await page.getByRole('combobox', { name: 'Wann', exact: true }).selectOption('at')
    await page.getByText('They can be read both ways.').waitFor()
    expect(await button('Try it').isDisabled()).toBe(true)
    await page.getByLabel('Dates').selectOption('dmy')
    await page.getByText('Say which scale the scores are on.').waitFor()
    await page.getByLabel('Scale of the scores').selectOption('0-10')
    expect(await faults()).toEqual([])
    await button('Try it').click()
    await page.getByRole('heading', { name: '8 would be stored, none refused' }).waitFor()
    // What was tried is what is imported: another choice needs another try.
    await page.getByLabel('Dates').selectOption('mdy')
    expect(await button(/^Import \d/).count()).toBe(0)
  })

  test('may have nothing in it, be none, or lose the server', async () => {
    await choose('empty.csv', '')
    await page.getByText('The file has no rows.').waitFor()
    expect(await button('Try it').count()).toBe(0)
    await page.route('**/api/v1/imports/preview*', (route) => route.abort())
    await choose('other.csv', 'a,b\n1,2')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('can’t be reached')
  })

  test('of many rows goes on in the background while the page says how far it is', async () => {
    await into('Order success')
    const rows = Array.from({ length: 5_100 }, (_, i) => `${i},${i % 11},2025-03-04`)
    await choose('long.csv', `id,score,at\n${rows.join('\n')}`)
    await button('Try it').click()
    await button('Import 5,100 responses').click()
    await page.getByText('The file is here.').waitFor()
    await page.getByText(/^0 rows read so far|rows read so far/).waitFor()
    await button(/^Undo the import/)
      .first()
      .click()
    await button(/^Yes, undo/)
      .first()
      .click()
    await page.getByText('Undone', { exact: true }).first().waitFor()
  })

  test('fits a phone, long names and words without a space included', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    await into('Order success')
    const long = 'How likely are you to recommend our shop to your friends, your family and everybody else you know or meet?'
    await choose(`${'name'.repeat(30)}.csv`, `id,"${long}",comment\n1,9,${'w'.repeat(400)}\n2,x,\n`)
    await button('Try it').click()
    await page.getByRole('heading', { name: '1 would be stored, 1 refused' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await faults()).toEqual([])
  })

  test('goes into no survey that isn’t published', async () => {
    await page.route('**/api/v1/surveys?*', async (route) => {
      const real = await route.fetch()
      const { surveys } = (await real.json()) as { surveys: Survey[] }
      await route.fulfill({ response: real, json: { surveys: surveys.map((one) => ({ ...one, state: 'draft', version: 0 })) } })
    })
    await page.reload()
    await page.getByText('There is no published survey to import into.').waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
  })
})
