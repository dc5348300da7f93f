import { expect, test } from 'vitest'
import type { LoaderSurvey } from '../../../worker/contract/widget.ts'
import { surveyContent } from '../../support/survey-content.ts'
import { until, useWidgetPage } from '../../support/widget-page.ts'

const shopper = useWidgetPage()

/** A long page with a box below the fold, a button, a field, and a link of the page's own that stops its clicks. */
const body = `<h1>Fern &amp; Loom</h1><p id="field"><input aria-label="Search"></p>
  <button class="help"><b>Help</b></button><div id="long"></div><div id="reviews">Reviews</div><div id="rest"></div>`
const css = '#long{height:2000px}#reviews{height:300px}#rest{height:2000px}'
const before = `document.addEventListener('click', (event) => event.target.closest('.help') && event.stopImmediatePropagation(), true)`
/** Long enough that none of them shows: what is due is asked for. */
const waiting = (id: string, gates: LoaderSurvey['gates']) => ({ id, delay: 3000, gates })
const awaiting = (...triggers: string[]) => triggers.map((trigger) => waiting(trigger, { triggers: [trigger] }))

const due = () => shopper.page.evaluate<string[]>("earshot('why').filter(({ due }) => due).map(({ survey }) => survey)")
const dueAre = (...surveys: string[]) => expect.poll(due, { timeout: 10_000 }).toEqual(surveys)

test('a click, an element in sight, a depth and a mouse that leaves each make their own survey due, in this order, and no other', async () => {
  const surveys = awaiting('exit', 'scroll 60', 'visible #reviews', 'click .help', 'click ]]', 'scroll 99')
  await shopper.visit({ surveys, body, css, before })
  const { page } = shopper
  await until(() => page.evaluate("heard.some(([name]) => name === 'ready')"))
  expect(await due()).toEqual([])
  await page.getByText('Help').click()
  await dueAre('click .help')
  await page.evaluate("document.querySelector('#reviews').scrollIntoView({ block: 'end' })")
  await dueAre('visible #reviews', 'click .help')
  await page.mouse.move(300, 300)
  await page.mouse.wheel(0, 700)
  await dueAre('scroll 60', 'visible #reviews', 'click .help')
  await page.mouse.move(300, 2)
  await page.mouse.move(300, -20)
  await dueAre('exit', 'scroll 60', 'visible #reviews', 'click .help')

  // A new page of the same application begins anew, at the depth it has.
  await page.evaluate("scrollTo(0, 0); history.pushState({}, '', '/next')")
  await dueAre()
  expect(await page.evaluate('[violations, Object.keys(window).length - globalsBefore.length]')).toEqual([[], expect.any(Number)])
  expect(shopper.noise).toEqual([])
})

test('rest fires when nothing moves, but not while somebody is in a field', async () => {
  await shopper.visit({ surveys: awaiting('idle 1', 'idle 600'), body, css }, {}, undefined)
  const { page } = shopper
  await page.clock.install()
  await page.reload()
  await until(() => page.evaluate("heard.some(([name]) => name === 'ready')"))
  await page.getByLabel('Search').focus()
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000))
  await page.clock.runFor(5_000)
  expect(await due()).toEqual([])
  await page.evaluate('document.activeElement.blur()')
  await page.mouse.move(10, 10)
  await page.clock.runFor(900)
  await page.mouse.move(20, 20)
  await page.clock.runFor(900)
  expect(await due()).toEqual([])
  await page.clock.runFor(200)
  await dueAre('idle 1')
})

test('on a phone a flick up and a tab that is come back to count as leaving; scrolling back slowly does not', async () => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }
  await shopper.visit({ surveys: awaiting('exit'), body, css }, phone)
  const { page } = shopper
  await until(() => page.evaluate("heard.some(([name]) => name === 'ready')"))
  expect(await page.evaluate("matchMedia('(hover: hover)').matches")).toBe(false)
  const cdp = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...ys: number[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: ys.map((y) => ({ x: 195, y })) })
  const flicked = 4
  const swipe = async (from: number, to: number, moves: number) => {
    const way = Array.from({ length: moves }, (_, i) => () => touch('touchMove', from + ((to - from) * (i + 1)) / moves))
    await touch('touchStart', from)
    // A flick's moves follow on each other however busy the machine is; those of a slow finger wait to be seen.
    if (moves <= flicked) await Promise.all(way.map((move) => move()))
    else for (const move of way) await move()
    await touch('touchEnd')
  }
  await swipe(780, 20, flicked)
  await swipe(780, 20, flicked)
  await swipe(20, 780, 60)
  expect(await due()).toEqual([])
  await swipe(780, 20, flicked)
  await swipe(20, 780, flicked)
  await dueAre('exit')

  await page.reload()
  await until(() => page.evaluate("heard.some(([name]) => name === 'ready')"))
  const turn = (hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} });
      document.dispatchEvent(new Event('visibilitychange'))`)
  await turn(true)
  expect(await due()).toEqual([])
  await turn(false)
  await dueAre('exit')
})

test('a trigger shows the survey; conditions, a query and a sample are felt of the real browser', async () => {
  const gates: LoaderSurvey['gates'] = {
    url: [[['from', 'mail']], []],
    sample: [99.999999, 'srv_1'],
    conditions: [
      { on: 'device', is: ['desktop'] },
      { on: 'language', is: ['en'] },
      { on: 'visit', is: ['new'] },
      { on: 'utm_source', is: ['news'] },
      { on: 'referrer', is: [''] },
      { on: 'trait.tier', is: ['gold'] },
    ],
    occurrence: ['added', [{ property: 'value', from: 50 }]],
    triggers: ['click .help'],
  }
  await shopper.visit({ contents: { srv_1: surveyContent('nps') }, surveys: [{ id: 'srv_1', gates }], body })
  const { page } = shopper
  await page.goto(`${shopper.host.url}/?utm_source=News`)
  await page.goto(`${shopper.host.url}/?from=mail`)
  await until(() => page.evaluate("heard.some(([name]) => name === 'ready')"))
  const failing = () => page.evaluate<string[]>("earshot('why')[0].gates.filter(({ passed }) => !passed).map(({ gate }) => gate)")
  expect(await failing()).toEqual(['trait.tier', 'event', 'trigger'])
  await page.evaluate("earshot('set', { traits: { tier: 'gold' } }); earshot('track', 'added', { value: 49 })")
  expect(await failing()).toEqual(['event', 'trigger'])
  await page.evaluate("earshot('track', 'added', { value: '50.00' })")
  expect(await failing()).toEqual(['trigger'])
  await page.locator('.help').click()
  await shopper.dialog().waitFor()
  const kept = await page.evaluate<{ visitor: number; first: number }>("JSON.parse(localStorage['earshot:pk_test'])")
  expect(kept).toMatchObject({ visitor: expect.any(Number), first: expect.any(Number), shown: expect.any(Number) })
  await page.goto(`${shopper.host.url}/`)
  await until(() => page.evaluate("heard.some(([name]) => name === 'ready')"))
  expect(await page.evaluate("JSON.parse(localStorage['earshot:pk_test']).visitor")).toBe(kept.visitor)
  await page.evaluate("earshot('reset')")
  expect(await page.evaluate('[localStorage.length, sessionStorage.length]')).toEqual([0, 0])
})

test('a link to a draft shows it with its own gates in place of what is live, goes on by links, and keeps apart what it stores and sends', async () => {
  const contents = { srv_1: surveyContent('nps'), srv_2: surveyContent('nps', { survey: 'srv_2' }) }
  const draft = { id: 'srv_2', gates: { touchpoint: 'cart', triggers: ['click .help'] } }
  const page = {
    contents,
    draft,
    tag: 'data-touchpoint="cart"',
    body: '<a href="/next?a=1">Next</a><button class="help">Help</button>',
  }
  await shopper.visit({ ...page, surveys: [{ id: 'srv_1', gates: { touchpoint: 'home' } }] })
  await until(() => shopper.page.evaluate("heard.some(([name]) => name === 'ready')"))
  await shopper.page.goto(`${shopper.host.url}/?earshot-test=pv_1`)
  await shopper.page.getByText('Next').click()
  await shopper.page.waitForURL('**/next?a=1&earshot-test=pv_1')
  await until(() => shopper.page.evaluate("heard.some(([name]) => name === 'ready')"))
  expect(await shopper.page.evaluate("earshot('why').map(({ survey, due }) => [survey, due])")).toEqual([['srv_2', false]])
  await shopper.page.getByRole('button', { name: 'Help' }).click()
  await shopper.cell(9).click()
  await until(() => shopper.host.responses.length === 1 && shopper.host.displays.length === 2)
  expect(shopper.host.responses[0]).toMatchObject({ site: 'pk_test.pv_1', survey: 'srv_2' })
  expect(shopper.host.displays.map(({ site }) => site)).toEqual(['pk_test.pv_1', 'pk_test.pv_1'])
  const kept = await shopper.page.evaluate<string[]>('[...Object.keys(localStorage), ...Object.keys(sessionStorage)]')
  expect(kept.filter((name) => !name.startsWith('earshot:pk_test.pv_1'))).toEqual([])
  expect(await shopper.page.evaluate('violations')).toEqual([])
})

test('on a hundred pages the same visitor is in a sample always or never; another visitor is in other ones', async () => {
  const shares = Array.from({ length: 40 }, (_, i) => [`srv_${i}`, i % 2 ? 10 : 50] as const)
  const surveys = shares.map(([id, share]) => waiting(id, { sample: [share, id] }))
  const draw = async () => {
    await until(() => shopper.page.evaluate("heard.some(([name]) => name === 'ready')"))
    return (await due()).join()
  }
  await shopper.visit({ surveys })
  const first = await draw()
  expect(first).not.toBe('')
  for (let i = 1; i < 100; i++) {
    await shopper.page.goto(`${shopper.host.url}?page=${i}`)
    expect(await draw()).toBe(first)
  }
  await shopper.page.context().close()
  await shopper.visit({ surveys })
  expect(await draw()).not.toBe(first)
})
