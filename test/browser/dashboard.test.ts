import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Me, Session } from '../../worker/contract/people.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { type Demo, hold, startDemo } from '../support/demo.ts'

let demo: Demo
let page: Page

beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.stop())
beforeEach(async () => {
  page = await demo.open()
})
afterEach(() => page.close())

const get = async <Answer>(path: string) => (await (await page.request.get(demo.url + path)).json()) as Answer
const surveyNamed = async (name: string) =>
  (await get<{ surveys: Survey[] }>('/api/v1/surveys')).surveys.find((survey) => survey.name === name)?.id ?? ''

async function answer(survey: string, answers: object, more: object = {}): Promise<void> {
  const { sites } = await get<Me>('/api/v1/me')
  const stored = await page.request.post(`${demo.url}/v1/responses`, {
    headers: { Origin: demo.url },
    data: { site: sites[0]?.key, survey, submission: crypto.randomUUID(), seq: 1, complete: true, answers, ...more },
  })
  expect(stored.status()).toBe(201)
}

const inNav = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })

describe('what a stranger typed', () => {
  test.each([
    ['markup', `<img src=x onerror="window.hostile=1"><script>window.hostile=1</script><a href="javascript:hostile=1">&amp;</a>`],
    ['a right-to-left override', 'The invoice is \u202Egnp.exe'],
    ['a word of 4,000 letters', 'w'.repeat(4000)],
  ])('%s is shown as exactly these characters, and nothing runs', async (_name, comment) => {
    const survey = await surveyNamed('Order success')
    await answer(survey, { score: 4, why: comment })
    await page.goto(`${demo.url}/surveys/${survey}`)
    const said = page.getByRole('article').first().locator('.said > p').first()
    await expect.poll(() => said.textContent()).toBe(comment)
    expect(await said.evaluate((p) => [p.childElementCount, getComputedStyle(p).unicodeBidi])).toEqual([0, 'isolate'])
    expect(await page.evaluate(() => 'hostile' in window)).toBe(false)
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(demo.complaints).toEqual([])
  })
})

test('a tab from before a deploy goes on as the newer version, where it was going, once', async () => {
  await page.goto(demo.url)
  await inNav('Alerts').waitFor()
  let asked = 0
  await page.route(/\/alerts-[^/]*\.js$/, (route) => (++asked === 1 ? route.fulfill({ status: 404 }) : route.continue()))
  await inNav('Alerts').click()
  await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor()
  expect([new URL(page.url()).pathname, asked]).toEqual(['/alerts', 2])
  // What is gone for good is not asked for again and again.
  let loads = 0
  page.on('load', () => loads++)
  const missing = page.waitForResponse(/\/digests-[^/]*\.js$/)
  await page.route(/\/digests-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }))
  await inNav('Digests').click()
  await missing
  await inNav('Overview').click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(loads).toBe(0)
  demo.complaints.length = 0
})

describe('all that a list shows', () => {
  test('is downloaded as it was narrowed', async () => {
    await page.goto(`${demo.url}/surveys/${await surveyNamed('Order success')}?score=9`)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toMatch(/^Fern & Loom responses .*\.csv$/)
    const [header = '', ...rows] = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    const at = header.split(',').indexOf('score')
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.every((row) => row.split(',')[at] === '9')).toBe(true)
    expect(demo.complaints).toEqual([])
  })
})

describe('what is kept of one person', () => {
  test('is looked up, handed over and erased, and told in words', async () => {
    const survey = await surveyNamed('Order success')
    await answer(survey, { score: 2, why: 'Kept of one person' }, { respondent: { id: 'c_one person' } })
    await page.goto(`${demo.url}/settings`)
    const look = async (who: string) => {
      await page.getByLabel('Customer’s id, e-mail address or submission').fill(who)
      await page.getByRole('button', { name: 'Look' }).click()
    }
    await look('c_nobody')
    await page.getByText('Nothing is kept of c_nobody.').waitFor()
    expect(await page.getByRole('button', { name: 'Erase c_nobody' }).count()).toBe(0)
    await look('c_one person')
    await page.getByText('1 response; and when 1 survey asked them.').waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()])
    const kept = JSON.parse(readFileSync(await file.path(), 'utf8'))
    expect(kept).toMatchObject({ respondent: 'c_one person', responses: [{ score: 2, comment: 'Kept of one person' }] })
    await page.getByRole('button', { name: 'Erase c_one person' }).click()
    await page.getByRole('button', { name: 'Yes, erase c_one person' }).click()
    await page.getByText('1 response of c_one person erased, with all that went with it.').waitFor()
    const { items } = await get<{ items: { comment: string }[] }>(`/api/v1/responses?survey=${survey}&q=kept`)
    expect(items.map(({ comment }) => comment)).not.toContain('Kept of one person')
    expect(demo.complaints).toEqual([])
  })
})

describe('an alert', () => {
  test('is made, tried, changed, listed and deleted, and says beside a field what is wrong with it', async () => {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await inNav('Alerts').click()
    await page.getByText(/^Tells Demo manager of unhappy customers · has told of nothing yet$/).waitFor()
    await page.getByRole('link', { name: 'New alert' }).click()
    await page.getByRole('radio', { name: 'A score falls' }).check()
    await page.getByLabel('Whose score').selectOption('Order success')
    await page.getByLabel('Name', { exact: true }).fill('Orders fall')
    await page.getByRole('checkbox', { name: /^Demo manager/ }).uncheck()
    await page.getByLabel('from', { exact: true }).fill('22:00')
    await button('Make it').click()
    await page.getByText('Tick at least one who is told.').waitFor()
    await page.getByText('Give both times, or none.').waitFor()
    await page.getByRole('checkbox', { name: /^Demo manager/ }).check()
    await page.getByRole('checkbox', { name: /^Demo owner/ }).check()
    await page.getByLabel('to', { exact: true }).fill('07:00')
    await button('Make it').click()
    await page.getByRole('heading', { level: 1, name: 'Orders fall' }).waitFor()
    await page.getByText('Nothing yet.', { exact: true }).waitFor()
    await button('Send a test').click()
    await page.getByText('2 will be told within a minute.').waitFor()
    await page.getByRole('checkbox', { name: /^Demo owner/ }).uncheck()
    await button('Save').click()
    await page.getByText('Tells Demo manager of a fall of the score of Order success, quiet from 22:00 to 07:00.').waitFor()
    await button('Turn off').click()
    await button('Turn on').waitFor()
    await page.getByRole('link', { name: 'All alerts' }).click()
    const line = page.getByRole('listitem').filter({ hasText: 'Orders fall' })
    await line.getByText('off', { exact: true }).waitFor()
    await line.getByRole('link').click()
    await button('Delete Orders fall').click()
    await button('Yes, delete Orders fall').click()
    await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor()
    await page.getByText(/^Tells Demo manager of unhappy customers · has told of nothing yet$/).waitFor()
    expect(await line.count()).toBe(0)
    expect(demo.complaints).toEqual([])
  })

  test('that a program made by filters is changed by form, filter by filter', async () => {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const { person } = (await (await page.request.get(`${demo.url}/api/v1/me`)).json()) as { person: { id: string } }
    const answer = await page.request.post(`${demo.url}/api/v1/alerts`, {
      headers: { Origin: demo.url },
      data: {
        ...{ kind: 'response', name: 'Phones', people: [person.id] },
        conditions: { scoreAtMost: 6, orderValueAtLeast: 100, segments: { device: 'mobile', country: 'DE' } },
      },
    })
    const { id } = (await answer.json()) as { id: string }
    const conditions = async () =>
      ((await (await page.request.get(`${demo.url}/api/v1/alerts/${id}`)).json()) as { conditions: object }).conditions
    await page.goto(`${demo.url}/alerts/${id}`)
    expect(await page.getByLabel('Score at most').inputValue()).toBe('6')
    await page.getByLabel('Order worth at least').fill('')
    await page.getByRole('combobox', { name: /^Who/ }).selectOption('unhappy')
    await page.getByLabel('Left a way to be reached').check()
    await button('Remove the condition country: DE').click()
    await button('Save').click()
    await page.getByText(/^Tells Demo manager of responses: unhappy .*device mobile/).waitFor()
    expect(await conditions()).toEqual({ unhappy: true, contact: true, scoreAtMost: 6, segments: { device: 'mobile' } })

    await page.getByLabel('Of which responses').selectOption('Unhappy customers')
    await button('Save').click()
    await page.getByText(/^Tells Demo manager of unhappy customers\./).waitFor()
    expect(await conditions()).toEqual({ unhappy: true })
    await page.request.delete(`${demo.url}/api/v1/alerts/${id}`, { headers: { Origin: demo.url } })
  })
})

test('how long cases have is changed on the rule of the inbox, and taken away', async () => {
  await page.goto(`${demo.url}/inbox/rules`)
  const hours = page.getByLabel('Hours until cases of Unhappy customers are due')
  const stored = async () => {
    const answer = await page.request.get(`${demo.url}/api/v1/inbox-rules`)
    return ((await answer.json()) as { rules: { dueHours: number | null }[] }).rules[0]?.dueHours
  }
  for (const [typed, kept] of [
    ['6', 6],
    ['', null],
    ['48', 48],
  ] as const) {
    await hours.fill(typed)
    await hours.press('Tab')
    await expect.poll(stored).toBe(kept)
  }
})

describe('a digest', () => {
  test('is made, seen as the mail it will be, tried, changed, paused and deleted, and says beside a field what is wrong', async () => {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const mail = page.frameLocator('.mail-frame')
    await inNav('Digests').click()
    await page.getByText('No digest yet').waitFor()
    await page.getByRole('link', { name: 'New digest' }).click()
    await page.getByRole('radio', { name: 'Every month' }).check()
    await page.getByRole('combobox', { name: 'on day' }).selectOption('3')
    await page.getByLabel('Language').selectOption('Deutsch')
    await page.getByLabel('About').selectOption('Order success')
    await page.getByLabel('Name', { exact: true }).fill('For the board')
    await page.getByLabel('Other addresses').fill('board')
    await button('Make it').click()
    await page.getByText('board is no address.').waitFor()
    await page.getByLabel('Other addresses').fill('Board@shop.example')
    await button('Make it').click()
    await page.getByRole('heading', { level: 1, name: 'For the board' }).waitFor()
    await page
      .getByText('About Order success, on day 3 of each month at 08:00, to Demo manager and board@shop.example.')
      .waitFor()
    await mail.getByText('Probleme').waitFor()
    expect(await mail.getByText('Product page').count()).toBe(0)
    await button('Send one now to me').click()
    await page.getByText(/^It is on its way to demo@/).waitFor()
    await page.getByRole('radio', { name: 'Every week' }).check()
    await page.getByLabel('Language').selectOption('English')
    await button('Save').click()
    await page.getByText('About Order success, each Monday at 08:00').waitFor()
    await mail.getByText('Problems').waitFor()
    await button('Pause').click()
    await button('Resume').waitFor()
    await page.getByRole('link', { name: 'All digests' }).click()
    const line = page.getByRole('listitem').filter({ hasText: 'For the board' })
    await line.getByText('paused', { exact: true }).waitFor()
    await line.getByRole('link').click()
    await button('Delete For the board').click()
    await button('Yes, delete For the board').click()
    await page.getByText('No digest yet').waitFor()
    expect(demo.complaints).toEqual([])
  })
})

describe('one thing at a time', () => {
  test('going to another survey never shows the number of the one before', async () => {
    await inNav('Order success').click()
    await page.locator('.score.big').waitFor()
    const report = await hold(page, new RegExp(`${await surveyNamed('Product page')}/report`))
    await inNav('Product page').click()
    await page.getByRole('heading', { level: 1, name: 'Product page' }).waitFor()
    await report.some()
    expect(await page.locator('.score, .verbatim .mark.num').count()).toBe(0)
    await report.release()
    await page.getByText('Customer Satisfaction').waitFor()
    await page.locator('.score.big').waitFor()
  })

  test('nor does another site show anything of the one before', async () => {
    await page.route('**/api/v1/me', async (route) => {
      const real = await route.fetch()
      const me = (await real.json()) as Me
      const other = me.sites.map((site) => ({ ...site, id: 'site_other', name: 'Second shop', demo: false }))
      await route.fulfill({ response: real, json: { ...me, sites: [...me.sites, ...other] } })
    })
    await page.reload()
    await inNav('Order success').click()
    await page.locator('.score.big').waitFor()
    const other = await hold(page, /site=site_other/)
    await page.getByRole('combobox', { name: 'Site' }).selectOption('Second shop')
    await page.getByRole('heading', { level: 1, name: 'Second shop' }).waitFor()
    await other.some()
    expect(await page.locator('.score, .tile h2, .verbatim .said').count()).toBe(0)
    expect(await inNav('Order success').count()).toBe(0)
  })

  test('a page of comments that comes after the filter has changed is not put beneath the new list', async () => {
    await inNav('Order success').click()
    const more = page.getByRole('button', { name: 'Show more' })
    await more.waitFor()
    const second = await hold(page, /cursor=/)
    await more.click()
    await second.some()
    const filtered = page.waitForResponse((response) => response.url().includes('&score=9'))
    await page.getByRole('button', { name: /^Score 9:/ }).click()
    await (await filtered).finished()
    const late = page.waitForResponse(/cursor=/)
    await second.release()
    await (await late).finished()
    await expect.poll(async () => new Set(await page.locator('.mark').allTextContents())).toEqual(new Set(['Score 9']))
    expect(await page.getByRole('article').count()).toBeLessThanOrEqual(20)
  })
})

describe('finding one’s way', () => {
  test('an ended session leads to signing in', async () => {
    const { sessions } = await get<{ sessions: Session[] }>('/api/v1/sessions')
    const own = sessions.find((session) => session.current)?.id
    const ended = await page.evaluate(async (id) => (await fetch(`/api/v1/sessions/${id}`, { method: 'DELETE' })).ok, own)
    expect(ended).toBe(true)
    await inNav('Order success').click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.locator('.score').count()).toBe(0)
  })

  test('a new screen moves focus to its title; the first one doesn’t', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await page.reload()
    await page.locator('article.tile').first().waitFor()
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('7 days')
    await inNav('Settings').click()
    await expect.poll(focused).toBe('Settings')
    await inNav('Product page').click()
    await expect.poll(focused).toBe('Product page')
  })

  test('a screen that is left before it was painted doesn’t keep focus from the next', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await page.reload()
    await inNav('Order success').waitFor()
    // Its code is on its way too: the screen before stays until it is there.
    const survey = await hold(page, /api\/v1\/surveys\/srv_[^/]*$/)
    await page.evaluate(() => {
      const press = (name: string) =>
        [...document.querySelectorAll<HTMLElement>('nav a')].find((link) => link.textContent === name)?.click()
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('h1')?.textContent !== 'Settings') return
        observer.disconnect()
        press('Order success')
      }).observe(document, { subtree: true, childList: true, characterData: true })
      press('Settings')
    })
    await survey.some()
    await survey.release()
    await expect.poll(focused).toBe('Order success')
  })

  test('Escape closes the definition of a score, and leaving and coming back opens it again', async () => {
    await inNav('Order success').click()
    const button = page.getByRole('button', { name: 'How this is computed' })
    const definition = page.getByRole('tooltip')
    await button.focus()
    await definition.waitFor()
    expect(await definition.innerText()).toMatch(/NPS = 100 × \(promoters − detractors\) ÷ scores/)
    await page.keyboard.press('Escape')
    await definition.waitFor({ state: 'hidden' })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await definition.waitFor()
  })

  test('a period of one’s own and what it is compared with are labelled, and stay in the address', async () => {
    await inNav('Order success').click()
    await page.getByLabel('compared with').selectOption('the year before')
    await page.waitForURL(/compare=year/)
    await page.getByText('Dates', { exact: true }).click()
    await page.getByLabel('From', { exact: true }).fill('2026-01-05')
    await page.getByLabel('To', { exact: true }).fill('2026-01-11')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.waitForURL(/from=2026-01-05&to=2026-01-11&compare=year/)
  })
})

test('a survey that asks for comments only shows no score, and no word about one missing', async () => {
  const what = { id: 'what', type: 'text', text: 'What did you not find?' }
  const made = await page.evaluate(async (question) => {
    const post = (path: string, body?: object) =>
      fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) })
    const draft = await post('/api/v1/surveys', { name: 'Search', metric: 'none', touchpoint: 'search', questions: [question] })
    const { id } = (await draft.json()) as Survey
    await post(`/api/v1/surveys/${id}/publish`)
    return id
  }, what)
  await answer(made, { what: 'Linen in green' })
  await page.reload()
  const tile = page.locator('article.tile').filter({ hasText: 'Search' })
  await tile.getByText('This survey collects comments').waitFor()
  expect(await tile.locator('.score, .whisker').count()).toBe(0)
  expect(await tile.innerText()).not.toMatch(/No (scores|answers)/)
  await page.goto(`${demo.url}/surveys/${made}`)
  await page.getByText('Linen in green').waitFor()
  expect(await page.locator('.score, .whisker, .trend, .bars, .tip').count()).toBe(0)
})
