import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Survey } from '../../worker/contract/survey.ts'
import { useManager } from './dashboard/ground.ts'
import { telling } from './dashboard/telling.ts'
import { ways } from './dashboard/ways.ts'

const manager = useManager()

telling(manager)
ways(manager)

describe('what a stranger typed', () => {
  test.each([
    ['markup', `<img src=x onerror="window.hostile=1"><script>window.hostile=1</script><a href="javascript:hostile=1">&amp;</a>`],
    ['a right-to-left override', 'The invoice is \u202Egnp.exe'],
    ['a word of 4,000 letters', 'w'.repeat(4000)],
  ])('%s is shown as exactly these characters, and nothing runs', async (_name, comment) => {
    const survey = await manager.surveyNamed('Order success')
    await manager.answer(survey, { score: 4, why: comment })
    await manager.page.goto(`${manager.demo.url}/surveys/${survey}`)
    const said = manager.page.getByRole('article').first().locator('.said > p').first()
    await expect.poll(() => said.textContent()).toBe(comment)
    expect(await said.evaluate((p) => [p.childElementCount, getComputedStyle(p).unicodeBidi])).toEqual([0, 'isolate'])
    expect(await manager.page.evaluate(() => 'hostile' in window)).toBe(false)
    await manager.page.setViewportSize({ width: 390, height: 800 })
    expect(await manager.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(manager.demo.complaints).toEqual([])
  })
})

test('a tab from before a deploy goes on as the newer version, where it was going, once', async () => {
  await manager.page.goto(manager.demo.url)
  await manager.inNav('Alerts').waitFor()
  let asked = 0
  await manager.page.route(/\/alerts-[^/]*\.js$/, (route) => (++asked === 1 ? route.fulfill({ status: 404 }) : route.continue()))
  await manager.inNav('Alerts').click()
  await manager.page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor()
  expect([new URL(manager.page.url()).pathname, asked]).toEqual(['/alerts', 2])
  // What is gone for good is not asked for again and again.
  let loads = 0
  manager.page.on('load', () => loads++)
  const missing = manager.page.waitForResponse(/\/digests-[^/]*\.js$/)
  await manager.page.route(/\/digests-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }))
  await manager.inNav('Digests').click()
  await missing
  await manager.inNav('Overview').click()
  await manager.page.getByRole('heading', { level: 1 }).waitFor()
  expect(loads).toBe(0)
  manager.demo.complaints.length = 0
})

describe('all that a list shows', () => {
  test('is downloaded as it was narrowed', async () => {
    await manager.page.goto(`${manager.demo.url}/surveys/${await manager.surveyNamed('Order success')}?score=9`)
    const saved = manager.page.waitForEvent('download')
    await manager.page.getByRole('button', { name: 'Export CSV' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toMatch(/^Fern & Loom responses .*\.csv$/)
    const [header = '', ...rows] = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    const at = header.split(',').indexOf('score')
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.every((row) => row.split(',')[at] === '9')).toBe(true)
    expect(manager.demo.complaints).toEqual([])
  })
})

describe('what is kept of one person', () => {
  test('is looked up, handed over and erased, and told in words', async () => {
    const survey = await manager.surveyNamed('Order success')
    await manager.answer(survey, { score: 2, why: 'Kept of one person' }, { respondent: { id: 'c_one person' } })
    await manager.page.goto(`${manager.demo.url}/settings`)
    const look = async (who: string) => {
      await manager.page.getByLabel('Customer’s id, e-mail address or submission').fill(who)
      await manager.page.getByRole('button', { name: 'Look' }).click()
    }
    await look('c_nobody')
    await manager.page.getByText('Nothing is kept of c_nobody.').waitFor()
    expect(await manager.page.getByRole('button', { name: 'Erase c_nobody' }).count()).toBe(0)
    await look('c_one person')
    await manager.page.getByText('1 response; and when 1 survey asked them.').waitFor()
    const [file] = await Promise.all([
      manager.page.waitForEvent('download'),
      manager.page.getByRole('button', { name: 'Download' }).click(),
    ])
    const kept = JSON.parse(readFileSync(await file.path(), 'utf8'))
    expect(kept).toMatchObject({ respondent: 'c_one person', responses: [{ score: 2, comment: 'Kept of one person' }] })
    await manager.page.getByRole('button', { name: 'Erase c_one person' }).click()
    await manager.page.getByRole('button', { name: 'Yes, erase c_one person' }).click()
    await manager.page.getByText('1 response of c_one person erased, with all that went with it.').waitFor()
    const { items } = await manager.get<{ items: { comment: string }[] }>(`/api/v1/responses?survey=${survey}&q=kept`)
    expect(items.map(({ comment }) => comment)).not.toContain('Kept of one person')
    expect(manager.demo.complaints).toEqual([])
  })
})

test('a survey that asks for comments only shows no score, and no word about one missing', async () => {
  const what = { id: 'what', type: 'text', text: 'What did you not find?' }
  const made = await manager.page.evaluate(async (question) => {
    const post = (path: string, body?: object) =>
      fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) })
    const draft = await post('/api/v1/surveys', { name: 'Search', metric: 'none', touchpoint: 'search', questions: [question] })
    const { id } = (await draft.json()) as Survey
    await post(`/api/v1/surveys/${id}/publish`)
    return id
  }, what)
  await manager.answer(made, { what: 'Linen in green' })
  await manager.page.reload()
  const tile = manager.page.locator('article.tile').filter({ hasText: 'Search' })
  await tile.getByText('This survey collects comments').waitFor()
  expect(await tile.locator('.score, .whisker').count()).toBe(0)
  expect(await tile.innerText()).not.toMatch(/No (scores|answers)/)
  await manager.page.goto(`${manager.demo.url}/surveys/${made}`)
  await manager.page.getByText('Linen in green').waitFor()
  expect(await manager.page.locator('.score, .whisker, .trend, .bars, .tip').count()).toBe(0)
})
