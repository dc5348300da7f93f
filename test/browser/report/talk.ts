import { describe, expect, test } from 'vitest'
import type { Phrases } from '../../../worker/contract/phrases.ts'
import { settled } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** What people talk about: two crowds' words beside each other. */
export function talk(reader: Reader) {
  const panel = () => reader.page.getByRole('region', { name: 'What people talk about' })
  const table = (name: RegExp) => panel().getByRole('table', { name })

  /** Answers as the server does, with other crowds. */
  async function answer(change: (phrases: Phrases) => Phrases) {
    await reader.page.route(/\/phrases\?/, async (route) => {
      const real = await route.fetch()
      await route.fulfill({ response: real, json: change((await real.json()) as Phrases) })
    })
    await reader.page.reload()
    await settled(reader.page)
  }

  describe('what people talk about', () => {
    test('is what detractors say beside what promoters say, each with both counts', async () => {
      for (const name of [/^Detractors say more often/, /^Promoters say more often/]) {
        const rows = await table(name).locator('tbody tr').all()
        expect(rows.length).toBeGreaterThan(1)
        for (const row of rows) {
          const [own = 0, other = 0] = (await row.locator('td small').allInnerTexts()).map((text) => Number.parseFloat(text))
          expect(own).toBeGreaterThan(other)
        }
      }
      expect(await panel().innerText()).toMatch(/Read: .* comments of detractors, .* comments of promoters/)
    })

    test('searches the words of that side for a phrase that is pressed, by keyboard too, and takes it back', async () => {
      const phrase = table(/^Detractors/)
        .locator('tbody .link')
        .first()
      const said = await phrase.innerText()
      await phrase.press('Enter')
      await reader.until('q', `"${said}"`)
      expect(reader.query().get('category')).toBe('detractor')
      expect(await reader.page.locator('#words').evaluate((words) => words === document.activeElement)).toBe(true)
      expect([...(await reader.scores())].every((score) => score <= 6)).toBe(true)
      const marks = await reader.page.locator('.said mark').allInnerTexts()
      expect(marks.length).toBeGreaterThan(0)
      expect(new Set(marks.map((text) => text.toLowerCase()))).toEqual(new Set([said.toLowerCase()]))
      await phrase.press('Enter')
      await reader.until('q', null)
    })

    test('follows the filters, and compares this period with the one before by a press that stands in the address', async () => {
      const all = await panel().innerText()
      await reader.segments().getByRole('button', { name: 'mobile', exact: true }).click()
      await reader.until('segment.device', 'mobile')
      expect(await panel().innerText()).not.toBe(all)
      await reader.button('new in this period').click()
      await reader.until('talk', 'before')
      await reader.page.reload()
      await settled(reader.page)
      expect(await reader.pressed(/^new in this period$/)).toBe('true')
      expect(await panel().innerText()).toMatch(/comments? now/)
    })

    test('says what it takes where there are too few comments, and that nothing differs where nothing does', async () => {
      const emptied = (crowd: Phrases['here'], n: number) => ({ ...crowd, n, found: n, phrases: [] })
      let n = 19
      await answer((phrases) => ({ ...phrases, here: emptied(phrases.here, n), there: emptied(phrases.there, 40) }))
      await panel().getByText('Too few comments to compare: each side needs 20').waitFor()
      expect(await panel().innerText()).toMatch(/19 comments of detractors, 40 comments of promoters/)
      n = 20
      await reader.page.reload()
      await settled(reader.page)
      await panel().getByText('No phrase is said more often by one side than chance explains').waitFor()
    })

    test('shows what strangers typed as these very characters, and the rest of a long list by a press', async () => {
      const hostile = [
        '<img src=x onerror=alert(1)>',
        '\u202eltr',
        'ส่งช้า',
        `${'x'.repeat(40)} ${'y'.repeat(40)} ${'z'.repeat(40)}`,
      ]
      const rows = [...hostile, 'a', 'b', 'c', 'd', 'e'].map((phrase) => ({
        ...{ phrase, here: 30, there: 1, strength: 40, p: 0.00001, samples: [] },
      }))
      await answer((phrases) => ({ ...phrases, here: { ...phrases.here, n: 2_000, found: 4_321, whole: false, phrases: rows } }))
      const shown = () =>
        table(/^Detractors/)
          .locator('tbody bdi')
          .allInnerTexts()
      expect((await shown()).slice(0, 4)).toEqual(hostile)
      expect(await shown()).toHaveLength(8)
      await panel().getByRole('button', { name: 'Show all 9' }).click()
      expect(await shown()).toHaveLength(9)
      expect(await panel().innerText()).toContain('the newest 2,000 of more than 4,321 comments of detractors')
      expect(await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    })
  })
}
