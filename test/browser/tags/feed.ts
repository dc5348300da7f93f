import { describe, expect, test } from 'vitest'
import { openSurvey, settled } from '../../support/demo.ts'
import type { Reader } from '../report/ground.ts'
import { tagger } from './ground.ts'

const hostile = ['<img src=x onerror="hostile=1">', 'gnp.\u202Eexe', 'متأخر 😀 late', 'w'.repeat(60)]

/** Tags and moods as they stand by the comments, and what a press on them does. */
export function feed(reader: Reader) {
  const on = tagger(reader)

  describe('a comment’s tag', () => {
    test('says why it is there, by hover and by focus', async () => {
      await on.make('About parcels', ['parcel'])
      await on.retagged()
      await openSurvey(reader.page, 'Order success', '?days=90&q=parcel')
      const chip = reader.page.getByRole('button', { name: 'About parcels' }).first()
      await chip.hover()
      expect((await reader.page.getByRole('tooltip').innerText()).toLowerCase()).toMatch(/^rule: parcel/)
      await reader.page.keyboard.press('Escape')
      expect(await reader.page.getByRole('tooltip').count()).toBe(0)
      await reader.page.mouse.move(0, 0)
      await chip.focus()
      await reader.page.getByRole('tooltip').waitFor()
    })

    test('narrows score and comments when it is pressed, stands in the address, and widens again by its chip', async () => {
      const items = (await on.newest()).slice(0, 2)
      await on.make('Narrows')
      await on.put(
        items.map(({ id }) => id),
        'Narrows',
      )
      await on.reload()
      const all = await reader.n()
      await reader.page.getByRole('button', { name: 'Narrows', exact: true }).first().click()
      await reader.until('tag', 'Narrows')
      await expect.poll(() => reader.page.locator('article.verbatim').count()).toBe(2)
      expect(await reader.n()).toBe(items.filter(({ score }) => score !== null).length)
      await on.reload()
      expect(reader.query().get('tag')).toBe('Narrows')
      await reader.button('Remove the filter tag: Narrows').click()
      await reader.until('tag', null)
      expect(await reader.n()).toBe(all)
    })

    test('is shown as exactly the characters that were kept of its name, whatever they are, and stays in its place', async () => {
      const [first] = await on.newest()
      const names: string[] = []
      for (const given of hostile) {
        const { name } = await on.make(given)
        await on.put([first?.id ?? ''], name)
        names.push(name)
      }
      await on.reload()
      for (const name of names) {
        const chip = on.article(0).locator('.tag-chip bdi').getByText(name, { exact: true })
        await expect.poll(() => chip.textContent()).toBe(name)
        expect(await chip.evaluate((bdi) => [bdi.childElementCount, getComputedStyle(bdi).unicodeBidi])).toEqual([0, 'isolate'])
        await chip.click()
        await reader.until('tag', name)
      }
      await reader.page.setViewportSize({ width: 390, height: 800 })
      const ids = (await on.tags()).filter((tag) => names.includes(tag.name)).map(({ id }) => id)
      expect(ids).toHaveLength(hostile.length)
      for (const path of ['/tags', ...ids.map((id) => `/tags/${id}`)]) {
        await reader.page.goto(reader.demo.url + path)
        await reader.page.getByRole('heading', { level: 1 }).waitFor()
        if (path === '/tags')
          for (const name of names) await reader.page.locator('.tag-chip bdi').getByText(name, { exact: true }).waitFor()
        expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      }
      expect(await reader.page.evaluate(() => 'hostile' in window)).toBe(false)
    })
  })

  describe('what is looked for', () => {
    test('is marked whole in words of any direction, and with every other filter stands in the address', async () => {
      const said = 'متأخر جدًّا 👩‍👩‍👧‍👦 late parcel, awful'
      const survey = new URL(reader.page.url()).pathname.split('/')[2]
      const sent = await reader.page.request.post(`${reader.demo.url}/v1/responses`, {
        headers: { Origin: reader.demo.url },
        data: {
          ...{ site: 'pk_demo', survey, version: 1, submission: crypto.randomUUID(), seq: 1, complete: true },
          answers: { score: 2, why: said },
          context: { touchpoint: 'order-success', locale: 'en' },
        },
      })
      expect(sent.status()).toBe(201)
      const words = reader.page.locator('article.verbatim').first().locator('[dir="auto"]').first()
      for (const [q, marked] of [
        ['جدا', ['جدًّا']],
        ['👩', ['👩‍👩‍👧‍👦']],
        ['"متأخر جدا" parc*', ['متأخر جدًّا', 'parcel']],
      ] as const) {
        await openSurvey(reader.page, 'Order success', `?q=${encodeURIComponent(q)}`)
        await expect.poll(() => words.locator('mark').allInnerTexts()).toEqual(marked)
        expect(await words.textContent()).toBe(said)
        expect(await words.evaluate((p) => getComputedStyle(p).direction)).toBe('rtl')
      }

      const { segments, sentiment, category } = (await on.newest()).find(({ comment }) => comment === said) ?? {}
      const [[dimension = '', value = ''] = []] = Object.entries(segments ?? {})
      const all = { tag: 'Delivery', sentiment, category, score: 2, [`segment.${dimension}`]: value, q: 'parcel' }
      const query = new URLSearchParams(Object.entries(all).map(([name, one]) => [name, String(one)]))
      const asked = reader.page.waitForRequest((request) => request.url().includes('/api/v1/responses?'))
      await openSurvey(reader.page, 'Order success', `?${query}`)
      const { searchParams } = new URL((await asked).url())
      for (const [name, one] of query) expect([name, searchParams.get(name)]).toEqual([name, one])
      await expect.poll(() => words.textContent()).toBe(said)
      await reader.button('Remove the filter tag: Delivery').click()
      await reader.until('tag', null)
      expect([reader.query().get('q'), reader.query().get('score')]).toEqual(['parcel', '2'])
    })

    test('can be tagged by touch, where a tap says why a tag is there', async () => {
      const page = await reader.demo.signIn({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
      await on.make('Touched')
      await openSurvey(page, 'Order success', '?days=90')
      const first = page.locator('article.verbatim').first()
      await first.getByRole('button', { name: 'Tag', exact: true }).tap()
      await page.getByRole('listbox', { name: 'Tags' }).getByRole('option', { name: 'Touched' }).tap()
      await page.getByRole('button', { name: 'Done' }).tap()
      const chip = first.getByRole('button', { name: 'Touched' })
      await chip.tap()
      await expect.poll(() => page.getByRole('tooltip').allInnerTexts()).toEqual(['by hand'])
      await expect.poll(() => new URL(page.url()).searchParams.get('tag')).toBe('Touched')
      await page.context().close()
    })
  })

  describe('the mood of the words', () => {
    const moods = async () => new Set(await reader.page.locator('.verbatim .mood').allInnerTexts())

    test('is a word with a sign, and a press narrows to it', async () => {
      const negative = reader.page.locator('.mood.negative').first()
      expect(await negative.innerText()).toMatch(/^▼\s*negative$/)
      await negative.click()
      await reader.until('sentiment', 'negative')
      expect([...(await moods())].every((mood) => mood.endsWith('negative'))).toBe(true)
      await reader.button('Remove the filter comments: negative mood').click()
      await reader.until('sentiment', null)
    })

    test('can be chosen where it isn’t in sight, and where it is the opposite of the score', async () => {
      const mood = reader.page.getByRole('combobox', { name: 'mood' })
      await mood.selectOption('positive')
      await reader.until('sentiment', 'positive')
      await mood.selectOption('against the score')
      await reader.until('disagrees', '1')
      expect(reader.query().get('sentiment')).toBeNull()
      await reader.button('Remove the filter comments: words and score disagree').click()
      await settled(reader.page)
      expect(reader.query().get('disagrees')).toBeNull()
    })
  })

  describe('the score by tag', () => {
    test('is followed from what moves the score too', async () => {
      const driver = reader.page.locator('.drivers').getByRole('button', { name: 'Delivery', exact: true })
      await driver.click()
      await reader.until('tag', 'Delivery')
      expect(reader.query().get('segment.tag')).toBeNull()
      await reader.button('Remove the filter tag: Delivery').waitFor()
    })

    test('says that tags overlap, and a row narrows to its tag', async () => {
      const items = (await on.newest()).filter(({ score }) => score !== null).slice(0, 3)
      await on.make('In a row')
      await on.put(
        items.map(({ id }) => id),
        'In a row',
      )
      await on.reload()
      await reader.segments().getByRole('combobox').selectOption('tag')
      await reader.until('breakdown', 'tag')
      await reader.segments().getByText('rows overlap').waitFor()
      const row = reader.segments().getByRole('button', { name: 'In a row', exact: true })
      await row.click()
      await reader.until('tag', 'In a row')
      expect(reader.query().get('breakdown')).toBeNull()
      expect(await reader.n()).toBe(items.length)
    })
  })
}
