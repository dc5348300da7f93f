import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Survey } from '../../worker/contract/survey.ts'
import { type Demo, hold, openSurvey, settled, startDemo } from '../support/demo.ts'

let demo: Demo
let page: Page

beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.stop())
beforeEach(async () => {
  page = await demo.open()
  await openSurvey(page, 'Order success', '?days=90')
})
afterEach(async () => {
  expect(demo.complaints).toEqual([])
  await page.context().close()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const pressed = (name: RegExp) => button(name).getAttribute('aria-pressed')
const query = () => new URL(page.url()).searchParams
const n = async () => Number((await page.locator('.score.big small').innerText()).match(/n ([\d,]+)/)?.[1]?.replace(',', ''))
const scores = async () =>
  new Set((await page.locator('.verbatim .mark').allInnerTexts()).map((text) => Number(text.replace(/\D/g, ''))))
const segments = () => page.locator('section[aria-labelledby="by"]')

/** Waits for the address to say it, then for the numbers. */
async function until(key: string, value: string | null): Promise<void> {
  await expect.poll(() => query().get(key)).toBe(value)
  await settled(page)
}

describe('a click narrows', () => {
  test('a category’s name, and the same click widens again', async () => {
    const all = await n()
    await button(/detractors/).click()
    await until('category', 'detractor')
    expect(await pressed(/detractors/)).toBe('true')
    expect(Math.max(...(await scores()))).toBeLessThanOrEqual(6)
    // Comments are narrowed, the score is of all: else it would always be −100.
    expect(await n()).toBe(all)
    await button(/detractors/).click()
    await until('category', null)
    expect(await pressed(/detractors/)).toBe('false')
  })

  test('a category’s colour', async () => {
    await page.locator('.stack-bar .good').click()
    await until('category', 'promoter')
    expect(await pressed(/promoters/)).toBe('true')
    expect(Math.min(...(await scores()))).toBeGreaterThanOrEqual(9)
  })

  test('a bar of the histogram, which takes the place of a category', async () => {
    await button(/passives/).click()
    await until('category', 'passive')
    await button(/^Score 9:/).click()
    await until('score', '9')
    expect(query().get('category')).toBeNull()
    expect(await pressed(/^Score 9:/)).toBe('true')
    await expect.poll(scores).toEqual(new Set([9]))
  })

  test('rows of the segments, one dimension after the other; each is a chip that takes it back', async () => {
    const all = await n()
    await segments().getByRole('button', { name: 'mobile', exact: true }).click()
    await until('segment.device', 'mobile')
    const mobile = await n()
    expect(mobile).toBeLessThan(all)
    // The row is gone: focus waits at the next dimension.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await segments().getByRole('combobox').selectOption('country')
    await until('breakdown', 'country')
    await segments().getByRole('button', { name: 'Germany', exact: true }).click()
    await until('segment.country', 'DE')
    const both = await n()
    expect(both).toBeLessThan(mobile)
    const said = await page.locator('.verbatim .meta').allInnerTexts()
    expect(said.every((facts) => /Germany · mobile/.test(facts))).toBe(true)

    await button('Remove the filter device: mobile').click()
    await until('segment.device', null)
    expect(await n()).toBeGreaterThan(both)
    await button('Remove the filter country: Germany').click()
    await until('segment.country', null)
    expect(await n()).toBe(all)
  })

  test('a driver', async () => {
    await page.locator('.drivers').getByRole('button', { name: 'Austria', exact: true }).click()
    await until('segment.country', 'AT')
    await button('Remove the filter country: Austria').waitFor()
  })

  test('a step of the trend, to its own days', async () => {
    const box = await page.locator('.plot').boundingBox()
    if (!box) throw new Error('no trend')
    await page.mouse.move(box.x + box.width / 2, box.y + 80)
    const readout = await page.locator('.readout').innerText()
    expect(readout).toMatch(/^Week of \d+ \w+ −?\d+\.\d \(−?\d+\.\d to −?\d+\.\d\) · n \d+/)
    await page.mouse.down()
    await page.mouse.up()
    await expect.poll(() => query().get('from')).not.toBeNull()
    await settled(page)
    expect(Date.parse(query().get('to') ?? '') - Date.parse(query().get('from') ?? '')).toBe(6 * 86_400_000)
    expect(await n()).toBe(Number(/n (\d+)/.exec(readout)?.[1]))
  })

  test('the back button takes back one step at a time, and an address shows the same to whoever opens it', async () => {
    await button(/^Score 10:/).click()
    await until('score', '10')
    await segments().getByRole('button', { name: 'desktop', exact: true }).click()
    await until('segment.device', 'desktop')
    const [there, count] = [page.url(), await n()]
    await page.goBack()
    await until('segment.device', null)
    expect(await pressed(/^Score 10:/)).toBe('true')
    await page.goBack()
    await until('score', null)
    expect(await pressed(/^Score 10:/)).toBe('false')
    await page.goto(there)
    await settled(page)
    expect([await n(), await pressed(/^Score 10:/)]).toEqual([count, 'true'])
    await button('Clear all').click()
    await until('score', null)
    expect([...query().keys()]).toEqual(['days'])
  })

  test('segments are put in the order of their change, falls first, then rises', async () => {
    await openSurvey(page, 'Order success', '?breakdown=country')
    const changes = async () =>
      (await segments().locator('.change').allInnerTexts()).map((text) => Number(text.replace('−', '-').replace(/[^\d.-]/g, '')))
    await segments()
      .getByRole('button', { name: /^Change/ })
      .click()
    await until('sort', 'fall')
    const falls = await changes()
    expect(falls).toEqual([...falls].sort((a, b) => a - b))
    expect(
      await segments()
        .getByRole('columnheader', { name: /^Change/ })
        .getAttribute('aria-sort'),
    ).toBe('ascending')
    await segments()
      .getByRole('button', { name: /^Change/ })
      .click()
    await until('sort', 'rise')
    expect(await changes()).toEqual([...falls].reverse())
  })
})

describe('the keyboard', () => {
  test('does what a click does on every bar, name and row', async () => {
    await button(/^Score 10:/).focus()
    await page.keyboard.press('Enter')
    await until('score', '10')
    await button(/promoters/).focus()
    await page.keyboard.press('Space')
    await until('category', 'promoter')
    await segments().getByRole('button', { name: 'mobile', exact: true }).focus()
    await page.keyboard.press('Enter')
    await until('segment.device', 'mobile')
  })

  test('walks the trend; each step says its number, interval and n, and Enter opens its days', async () => {
    const trend = page.getByRole('slider', { name: /^Trend by week/ })
    const said = () => trend.getAttribute('aria-valuetext')
    await page.keyboard.press('Tab')
    await trend.focus()
    const last = await said()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(said).not.toBe(last)
    expect(await said()).toMatch(/^Week of \d+ \w+: −?\d+\.\d \(−?\d+\.\d to −?\d+\.\d\) · n \d+/)
    expect(await page.locator('.readout').innerText()).toContain((await said())?.split(': ')[1] ?? '?')
    await page.keyboard.press('Home')
    await expect.poll(() => trend.getAttribute('aria-valuenow')).toBe('1')
    await page.keyboard.press('ArrowRight')
    const from = await said()
    await page.keyboard.press('Enter')
    await expect.poll(() => query().get('from')).not.toBeNull()
    await settled(page)
    expect(await n()).toBe(Number(/n (\d+)/.exec(from ?? '')?.[1]))
  })

  test('has keys for period, comparison and clearing', async () => {
    await page.keyboard.press('2')
    await until('days', null)
    await page.keyboard.press('c')
    await until('compare', 'year')
    await page.keyboard.press('c')
    await until('compare', 'none')
    await button(/^Score 10:/).click()
    await until('score', '10')
    await page.keyboard.press('x')
    await until('score', null)
    await page.keyboard.press('3')
    await until('days', '90')
  })

  test('goes to the words and from response to response', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.className)
    const at = () => page.evaluate(() => [...document.querySelectorAll('article')].indexOf(document.activeElement as HTMLElement))
    await page.keyboard.press('/')
    expect(await focused()).toBe('words')
    await page.keyboard.press('j')
    expect(await at()).toBe(0)
    await page.keyboard.press('j')
    expect(await at()).toBe(1)
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    expect(await at()).toBe(0)
  })

  test('never acts while somebody types, nor with Ctrl', async () => {
    await page.getByText('Dates', { exact: true }).click()
    await page.getByLabel('From', { exact: true }).focus()
    await page.keyboard.press('2')
    await page.keyboard.press('Control+c')
    expect(query().get('days')).toBe('90')
    expect(query().get('compare')).toBeNull()
  })

  test('has a sheet of its keys, on which they can be turned off for good', async () => {
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await sheet.waitFor()
    await page.keyboard.press('1')
    expect(query().get('days')).toBe('90')
    await sheet.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    await page.reload()
    await settled(page)
    await page.keyboard.press('?')
    await page.keyboard.press('1')
    expect(await sheet.isVisible()).toBe(false)
    expect(query().get('days')).toBe('90')
    await button(/^Shortcuts/).click()
    await sheet.getByRole('checkbox').check()
    await sheet.getByRole('button', { name: 'Done' }).click()
    await page.keyboard.press('1')
    await until('days', '7')
  })
})

describe('the trend', () => {
  const trend = () => page.locator('.trend')

  test('has gaps where nobody answered, never a 0', async () => {
    await openSurvey(page, 'Order success', '?days=365')
    const table = trend().locator('table')
    await trend().getByText('Show as a table').click()
    const rows = await table.locator('tbody tr').allInnerTexts()
    const empty = rows.filter((row) => /\t0\t–\t–/.test(row))
    expect(empty.length).toBeGreaterThan(5)
    expect(await trend().locator('.course circle').count()).toBe(rows.length - empty.length)
    expect(await trend().locator('.answers rect').count()).toBe(rows.length - empty.length)
  })

  test('draws steps of fewer than 30 answers hollow, those of 30 full', async () => {
    await page.getByRole('group', { name: 'Trend by' }).getByRole('button', { name: 'day' }).click()
    await until('interval', 'day')
    await trend().getByText('Show as a table').click()
    const counts = (await trend().locator('tbody td:nth-child(2)').allInnerTexts()).map(Number)
    expect(await trend().locator('.course .few').count()).toBe(counts.filter((count) => count > 0 && count < 30).length)
    expect(await trend().locator('.answers .few').count()).toBe(counts.filter((count) => count > 0 && count < 30).length)
  })

  test('draws the days compared with as a second line, and says them; nothing compared, nothing drawn', async () => {
    await openSurvey(page, 'Order success')
    expect(await trend().locator('.before').getAttribute('d')).toMatch(/^M.*L/)
    await page.locator('.plot').hover({ position: { x: 200, y: 80 } })
    expect(await trend().locator('.readout').innerText()).toMatch(/before .* n \d+/)
    await page.getByLabel('compared with').selectOption('nothing')
    await until('compare', 'none')
    expect(await trend().locator('.before').getAttribute('d')).toBe('')
  })

  test('marks the day from which other words were asked, and says so beneath', async () => {
    await openSurvey(page, 'Product page')
    await page.evaluate(async () => {
      const path = `/api/v1${location.pathname}`
      const send = (method: string, to: string, body?: object) =>
        fetch(to, { method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) })
      const { questions } = (await (await fetch(path)).json()) as Survey
      await send('PATCH', path, {
        questions: [{ ...questions[0], text: 'How content are you with our shop?' }, ...questions.slice(1)],
      })
      await send('POST', `${path}/publish`)
    })
    await page.reload()
    await settled(page)
    await page.getByText('Other words asked from here on (version 2)').waitFor()
    expect(await trend().locator('.flags circle').count()).toBe(1)
  })
})

describe('the number behind a number', () => {
  const tip = () => page.getByRole('tooltip')

  test('says formula, numerator, denominator, zone and filters, for every number, and never lies upon it', async () => {
    await openSurvey(page, 'Order success', '?segment.device=mobile&days=90')
    const figures = page.locator('.figure:visible, .bars button, .stack-key button')
    const count = await figures.count()
    expect(count).toBeGreaterThan(50)
    for (let i = 0; i < count; i++) {
      const figure = figures.nth(i)
      await figure.hover()
      const text = await tip().innerText()
      expect(text).toMatch(/[=÷]/)
      expect(text).toMatch(/days of Europe\/Berlin; only device mobile\./)
      const [number, box] = await Promise.all([figure.boundingBox(), tip().boundingBox()])
      if (!number || !box) throw new Error('not drawn')
      const isApart = box.y >= number.y + number.height || box.y + box.height <= number.y
      expect(isApart, `${text} upon its number`).toBe(true)
      expect(box.x).toBeGreaterThanOrEqual(0)
    }
  })

  test('is one stop of the Tab key a table, and the arrow keys go from number to number', async () => {
    const table = segments().locator('table')
    expect(await table.locator('.figure[tabindex="0"]').count()).toBe(1)
    const [first, second] = [
      table.locator('tbody tr').nth(0).locator('.figure'),
      table.locator('tbody tr').nth(1).locator('.figure'),
    ]
    await table.getByRole('button', { name: 'mobile', exact: true }).focus()
    await page.keyboard.press('Tab')
    expect(await first.nth(0).evaluate((figure) => figure === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowRight')
    expect(await tip().innerText()).toMatch(/^NPS = /)
    await page.keyboard.press('ArrowDown')
    expect(await second.nth(1).evaluate((figure) => figure === document.activeElement)).toBe(true)
    const described = await second.nth(1).getAttribute('aria-describedby')
    expect(await tip().getAttribute('id')).toBe(described)
    await page.keyboard.press('Escape')
    await expect.poll(() => tip().count()).toBe(0)
    expect(await second.nth(1).evaluate((figure) => figure === document.activeElement)).toBe(true)
  })

  test('stays while the pointer goes to it, and goes when that leaves', async () => {
    await page.locator('.score.big .figure').first().hover()
    const box = await tip().boundingBox()
    if (!box) throw new Error('not drawn')
    await page.mouse.move(box.x + 30, box.y + 30, { steps: 8 })
    expect(await tip().count()).toBe(1)
    await page.mouse.move(5, 5)
    await expect.poll(() => tip().count()).toBe(0)
  })

  test('opens by a finger and closes by a tap elsewhere', async () => {
    const phone = await demo.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await openSurvey(phone, 'Order success')
    await phone.locator('.score.big .figure').first().tap()
    await phone.getByRole('tooltip').waitFor()
    await phone.getByRole('heading', { level: 1 }).tap()
    await expect.poll(() => phone.getByRole('tooltip').count()).toBe(0)
    await phone.context().close()
  })
})

describe('what is pressed', () => {
  test('is acknowledged within 100 ms, with the old numbers still there and nothing moved', async () => {
    const report = await hold(page, /\/report\?/)
    const tops = () =>
      page.locator('.lead, .two, .moves, .feed').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
    const [before, places] = [await n(), await tops()]
    const waited = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const control = [...document.querySelectorAll('button')].find((one) => one.textContent === '30 days')
          const began = performance.now()
          new MutationObserver(() => {
            if (control?.getAttribute('aria-pressed') === 'true' && document.querySelector('.progress.busy'))
              resolve(performance.now() - began)
          }).observe(document.body, { subtree: true, attributes: true })
          control?.click()
        }),
    )
    expect(waited).toBeLessThan(100)
    await report.some()
    expect(await page.locator('[aria-busy="true"]').count()).toBeGreaterThan(0)
    expect(await page.locator('.bone').count()).toBe(0)
    expect([await n(), await tops()]).toEqual([before, places])
    await report.release()
    await settled(page)
    expect(await n()).toBeLessThan(before)
  })
})

describe('the journey', () => {
  test('has every touchpoint in the order of a purchase, and claims no weakest link that the intervals don’t show', async () => {
    await page.goto(`${demo.url}/`)
    const journey = page.getByRole('region', { name: 'The journey' })
    expect(await journey.locator('.touchpoint').allTextContents()).toEqual(['product', 'cart', 'order success'])
    const said = await journey.locator('p').first().innerText()
    expect(said).toMatch(/different questions/)
    expect(await journey.locator('.weakest').count()).toBe(/^The weakest link is/.test(said) ? 1 : 0)
    await journey.getByRole('link', { name: 'cart' }).click()
    await page.getByRole('heading', { level: 1, name: 'Cart' }).waitFor()
  })
})

test('on paper stand tables and charts, no navigation, within the width of A4', async () => {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 688, height: 1000 })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.locator('.trend table').waitFor()
  expect(
    await page.locator('nav, .segmented, .keys').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
  ).toBe(0)
  expect(await page.locator('.trend svg, .bars, .drivers').evaluateAll((all) => all.every((one) => one.checkVisibility()))).toBe(
    true,
  )
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(688)
})
