import { describe, expect, test } from 'vitest'
import type { Reader } from '../report/ground.ts'
import { tagger } from './ground.ts'

/** Tagging from the feed. */
export function picker(reader: Reader) {
  const on = tagger(reader)
  const focusIsIn = (at: number) => on.article(at).evaluate((article) => article.contains(document.activeElement))

  describe('the picker of tags', () => {
    test('opens by t on the response with focus; typing narrows, Enter puts on and takes off, Escape gives focus back', async () => {
      await on.make('Picked by key')
      await on.reload()
      const [first] = await on.newest()
      await on.press('j', 't')
      await on.opened()
      await reader.page.keyboard.type('picked')
      await expect.poll(() => on.options().first().innerText()).toContain('Picked by key')
      expect(await reader.page.getByRole('combobox', { name: /Find a tag/ }).getAttribute('aria-activedescendant')).toBe(
        'picker-tag-0',
      )
      await on.press('Enter')
      await expect.poll(() => on.option('Picked by key').getAttribute('aria-selected')).toBe('true')
      await on.press('Escape')
      await on.picker().waitFor({ state: 'detached' })
      expect(await focusIsIn(0)).toBe(true)
      await on.chip(0, 'Picked by key').waitFor()
      expect((await on.response(first?.id ?? '')).tags).toContainEqual(
        expect.objectContaining({ name: 'Picked by key', source: 'manual' }),
      )

      await on.press('t')
      await on.opened()
      await reader.page.keyboard.type('picked')
      await on.press('Enter')
      await expect.poll(() => on.option('Picked by key').getAttribute('aria-selected')).toBe('false')
      await on.press('Escape')
      await on.chip(0, 'Picked by key').waitFor({ state: 'detached' })
      expect((await on.response(first?.id ?? '')).tags.map(({ name }) => name)).not.toContain('Picked by key')
    })

    test('walks with the arrows, round both ends, and says where it is', async () => {
      await on.make('Walked to')
      await on.reload()
      await on.press('j', 't')
      await on.opened()
      const at = () => reader.page.getByRole('combobox', { name: /Find a tag/ }).getAttribute('aria-activedescendant')
      const last = `picker-tag-${(await on.options().count()) - 1}`
      await on.press('ArrowUp')
      await expect.poll(at).toBe(last)
      await on.press('ArrowDown')
      await expect.poll(at).toBe('picker-tag-0')
    })

    test('makes a tag of a name that isn’t there, and puts it on', async () => {
      await on.press('j', 't')
      await on.opened()
      await reader.page.keyboard.type('Gift wrap')
      await on.option('New tag “Gift wrap”').waitFor()
      await on.press('Enter')
      await expect.poll(() => on.option(/Gift wrap$/).getAttribute('aria-selected')).toBe('true')
      await on.press('Escape')
      await on.chip(0, 'Gift wrap').waitFor()
      expect((await on.tags()).map(({ name }) => name)).toContain('Gift wrap')
      // A name that is there, written otherwise, is no new one.
      await on.press('t')
      await on.opened()
      await reader.page.keyboard.type('gift WRAP')
      await on.option('Gift wrap').waitFor()
      expect(await on.option(/New tag/).count()).toBe(0)
    })

    test('decides all of a response’s tags: what it doesn’t have is known not to fit', async () => {
      const [first] = await on.newest()
      await on.make('Settled')
      await on.put([first?.id ?? ''], 'Settled')
      await on.reload()
      await on.press('j', 't')
      await on.opened()
      const sent = reader.page.waitForRequest((request) => request.method() === 'PUT')
      await reader.button('These are all').click()
      expect(((await sent).postDataJSON() as { tags: string[] }).tags).toContain('Settled')
      await on.picker().waitFor({ state: 'detached' })
      await on.chip(0, 'Settled').waitFor()
    })

    test('is opened by a button too', async () => {
      await on.article(1).hover()
      await on.article(1).getByRole('button', { name: 'Tag', exact: true }).click()
      await on.opened()
    })
  })

  describe('many at once', () => {
    test('x selects, shift and x all up to there; one press of t tags them all, Escape lets them go', async () => {
      await on.make('Many')
      await on.reload()
      const ids = (await on.newest()).slice(0, 3).map(({ id }) => id)
      await on.press('j', 'x', 'j', 'j', 'Shift+X')
      await reader.page.getByText('3 selected').waitFor()
      await on.press('t')
      await reader.page.getByRole('dialog', { name: 'Tag 3 responses' }).waitFor()
      await on.opened()
      await reader.page.keyboard.type('Many')
      await on.press('Enter')
      await expect.poll(() => on.option('Many').getAttribute('aria-selected')).toBe('true')
      await on.press('Escape')
      await on.picker().waitFor({ state: 'detached' })
      for (const at of [0, 1, 2]) await on.chip(at, 'Many').waitFor()
      expect(await on.chip(3, 'Many').count()).toBe(0)
      for (const id of ids) expect((await on.response(id)).tags.map(({ name }) => name)).toContain('Many')
      await on.press('Escape')
      await reader.page.getByText('3 selected').waitFor({ state: 'detached' })
    })

    test('says of how many it is already, and completes it', async () => {
      const [first] = await on.newest()
      await on.make('Some')
      await on.put([first?.id ?? ''], 'Some')
      await on.reload()
      await on.press('j', 'x', 'j', 'x', 't')
      await on.opened()
      await reader.page.keyboard.type('Some')
      await on.option('Some').getByText('on 1 of 2').waitFor()
      await on.press('Enter')
      await expect.poll(() => on.option('Some').getAttribute('aria-selected')).toBe('true')
      await on.press('Escape')
      await on.chip(1, 'Some').waitFor()
    })

    test('nothing stays selected that other filters may not show', async () => {
      await on.press('j', 'x')
      await reader.page.getByText('1 selected').waitFor()
      await reader.button(/^Score 10:/).click()
      await reader.until('score', '10')
      expect(await reader.page.getByText('1 selected').count()).toBe(0)
    })
  })
}
