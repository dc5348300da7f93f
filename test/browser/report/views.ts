import { describe, expect, test } from 'vitest'
import { addressOf, settled } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** Filters saved under a name. */
export function views(reader: Reader) {
  describe('a view', () => {
    const origin = () => new URL(reader.page.url()).origin
    const ask = (method: string, path: string, data?: object) =>
      reader.page.request.fetch(origin() + path, { method, data, headers: { Origin: origin() } })
    const sheet = () => reader.page.getByRole('dialog', { name: 'Saved views' })

    test('is saved from the filters set, opened by its link, left by the first change, renamed and deleted', async () => {
      await reader.page.goto(await addressOf(reader.page, 'Order success', '?days=90&segment.device=mobile&category=detractor'))
      await settled(reader.page)
      const narrow = await reader.n()
      await reader.button('Views').click()
      await sheet().getByLabel('Save the filters set now as').fill('Unhappy on a phone')
      await sheet().getByLabel('for the whole team').check()
      await sheet().getByRole('button', { name: 'Save the view' }).click()
      const link = sheet().getByRole('link', { name: 'Unhappy on a phone' })
      const href = (await link.getAttribute('href')) ?? ''
      expect(href).toMatch(/^\/surveys\/srv_\w+\?view=view_\w+$/)

      await reader.page.goto(`${origin()}${href}&days=90`)
      await settled(reader.page)
      expect(await reader.n()).toBe(narrow)
      expect(new Set([...(await reader.scores())].map((score) => score <= 6))).toEqual(new Set([true]))
      await reader.button('Remove the filter comments: detractor').click()
      await reader.until('view', null)
      expect(reader.query().get('segment.device')).toBe('mobile')

      await reader.button('Views').click()
      await sheet().getByRole('button', { name: 'Rename Unhappy on a phone' }).click()
      await sheet().getByLabel('Another name').fill('Phones')
      await sheet().getByRole('button', { name: 'Rename', exact: true }).click()
      await sheet().getByRole('link', { name: 'Phones' }).waitFor()
      await sheet().getByRole('button', { name: 'Delete Phones' }).click()
      await sheet().getByRole('button', { name: 'Yes, delete Phones' }).click()
      await expect.poll(() => sheet().getByRole('listitem').count()).toBe(0)
    })

    test('keeps scores, who they are of and what was ordered: each a chip that is changed and taken back', async () => {
      const { page, button, until } = reader
      const made = await ask('POST', '/api/v1/views', {
        ...{ name: 'Made by a program', shared: true },
        conditions: { unhappy: true, contact: true, scoreAtMost: 4, orderValueAtLeast: 50, orderCurrency: 'EUR' },
      })
      const { id } = (await made.json()) as { id: string }
      await page.goto(await addressOf(page, 'Order success', `?view=${id}&days=90`))
      await settled(page)
      for (const chip of ['unhappy', 'can be reached', 'score 4 or less', 'order of €50.00 or more'])
        await button(`Remove the filter comments: ${chip}`).waitFor()
      await button('Remove the filter comments: can be reached').click()
      await until('view', null)
      expect(Object.fromEntries(reader.query())).toMatchObject({
        ...{ unhappy: '1', scoreAtMost: '4', orderValueAtLeast: '50', orderCurrency: 'EUR' },
      })

      const menu = page.locator('.further-filters')
      await menu.locator('summary').click()
      await menu.getByLabel('Score from').fill('6')
      await menu.getByLabel('to', { exact: true }).fill('5')
      await menu.getByLabel('Currency').fill('')
      await menu.getByRole('button', { name: 'Show' }).click()
      await until('orderCurrency', null)
      // What was typed the wrong way round is turned.
      expect([reader.query().get('scoreAtLeast'), reader.query().get('scoreAtMost')]).toEqual(['5', '6'])
      await button('Remove the filter comments: order of 50 or more').click()
      await button('Remove the filter comments: unhappy').click()
      await until('unhappy', null)
      await settled(page)
      expect(new Set([...(await reader.scores())].map((score) => score === 5 || score === 6))).toEqual(new Set([true]))

      await button('Views').click()
      await sheet().getByRole('button', { name: 'Give Made by a program the filters set now' }).click()
      const kept = async () => ((await (await ask('GET', `/api/v1/views/${id}`)).json()) as { conditions: object }).conditions
      await expect.poll(kept).toMatchObject({ scoreAtLeast: 5, scoreAtMost: 6 })
      expect(Object.keys(await kept()).toSorted()).toEqual(['scoreAtLeast', 'scoreAtMost', 'survey'])
      await ask('DELETE', `/api/v1/views/${id}`)
    })

    test('of all surveys stands on a page of its own, and one that asks for a tag that has gone shows nothing but that', async () => {
      const tag = (await (await ask('POST', '/api/v1/tags', { name: 'Passing' })).json()) as { id: string }
      const make = async (conditions: object) =>
        (await (await ask('POST', '/api/v1/views', { name: 'Now', conditions, shared: true })).json()) as { id: string }
      const [all, gone] = [await make({ segments: { device: 'mobile' } }), await make({ tag: 'Passing' })]
      await reader.page.goto(`${origin()}/?view=${all.id}`)
      await reader.page.getByRole('heading', { level: 1, name: 'Responses' }).waitFor()
      await reader.page.locator('article.verbatim').first().waitFor()
      await ask('PATCH', `/api/v1/tags/${tag.id}`, { archived: true })
      await reader.page.goto(`${origin()}/?view=${gone.id}`)
      await reader.page.getByText('asks for a tag that this site no longer has').waitFor()
      expect(await reader.page.locator('article.verbatim').count()).toBe(0)
      await reader.page.goto(await addressOf(reader.page, 'Order success', `?view=${gone.id}`))
      await reader.page.getByText('asks for a tag that this site no longer has').waitFor()
      expect(await reader.page.locator('.score.big').count()).toBe(0)
      for (const { id } of [all, gone]) expect((await ask('DELETE', `/api/v1/views/${id}`)).status()).toBe(204)
      // The browser tells of a report that was refused, for the same tag; from a page that is closed nothing comes later.
      await reader.page.close()
      reader.demo.complaints.splice(0)
    })
  })
}
