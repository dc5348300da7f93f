import { describe, expect, test } from 'vitest'
import { surveyContent } from '../../support/survey-content.ts'
import type { HostOptions } from '../../support/widget-host.ts'
import { nps, until, useWidgetPage } from '../../support/widget-page.ts'

const shopper = useWidgetPage()

/** A shop whose survey is for the cart, and which counts its pages. */
const cartOnly: HostOptions = {
  ...nps,
  surveys: [{ gates: { path: [['/cart'], []] } }],
  before: "window.turned=0;addEventListener('earshot:page',()=>turned++)",
}

const turned = () => shopper.page.evaluate<number>('turned')
const weighed = async () => (await shopper.heardNames()).filter((name) => name === 'skipped').length

describe.each([
  ['by the Navigation API', undefined],
  ['by patched history', 'delete window.navigation'],
])('a single-page app, %s', (_name, script) => {
  async function visit(options: HostOptions = cartOnly) {
    await shopper.visit(options, {}, script)
    await until(async () => (await shopper.heardNames()).includes('ready'))
    expect(await shopper.page.evaluate("'navigation' in window")).toBe(!script)
  }

  test('a new path is a new page, forwards and back', async () => {
    await visit()
    expect([await turned(), await weighed()]).toEqual([0, 1])
    await shopper.page.evaluate("history.pushState({}, '', '/shoes')")
    expect([await turned(), await weighed()]).toEqual([1, 2])
    await shopper.page.evaluate("history.replaceState({}, '', '/shoes?size=40')")
    expect([await turned(), await weighed()]).toEqual([2, 3])
    await shopper.page.goBack()
    await until(async () => (await turned()) === 3)
    expect(await shopper.dialog().count()).toBe(0)
    await shopper.page.evaluate("history.pushState({}, '', '/cart')")
    await shopper.dialog().waitFor()
    expect(shopper.noise).toEqual([])
  })

  test('the same address, another state and another hash are no new page', async () => {
    await visit()
    await shopper.page.evaluate("history.pushState({ a: 1 }, '', location.href); history.replaceState({ a: 2 }, '')")
    await shopper.page.evaluate("location.hash = '#reviews'; history.pushState({}, '', '#photos')")
    await shopper.page.evaluate("history.pushState({}, '', '/shoes')")
    expect([await turned(), await weighed()]).toEqual([1, 2])
  })

  test('a hash is a page where the site says so, and part of its path', async () => {
    await visit({ ...cartOnly, site: { hash: true }, surveys: [{ gates: { path: [['/#/cart'], []] } }] })
    await shopper.page.evaluate("location.hash = '#/shoes'")
    await until(async () => (await turned()) === 1)
    expect(await shopper.dialog().count()).toBe(0)
    await shopper.page.evaluate("history.pushState({}, '', '#/cart')")
    await shopper.dialog().waitFor()
    expect(await turned()).toBe(2)
  })

  test('what the page asks of its history is answered as ever, refusals too', async () => {
    await visit()
    expect(await shopper.page.evaluate("history.pushState({ a: 1 }, '', '/shoes') === undefined && history.state.a")).toBe(1)
    const refusal = "try { history.pushState({}, '', 'https://elsewhere.example/') } catch (error) { error.name }"
    expect(await shopper.page.evaluate(refusal)).toBe('SecurityError')
    expect([await turned(), await weighed()]).toEqual([1, 2])
    await shopper.page.evaluate("dispatchEvent = () => { throw new Error('the page broke this') }")
    await shopper.page.evaluate("history.pushState({}, '', '/hats')")
    expect(await shopper.page.evaluate('location.pathname')).toBe('/hats')
    expect(shopper.noise).toEqual([])
  })

  test('a survey somebody is answering stays', async () => {
    await visit(nps)
    await shopper.cell(9).click()
    await shopper.page.evaluate("history.pushState({}, '', '/shoes')")
    await until(async () => (await weighed()) === 1)
    expect(await shopper.cell(9).isChecked()).toBe(true)
  })

  test('a survey that waits on one page is not shown on the next', async () => {
    await visit({ ...cartOnly, surveys: [{ delay: 60, gates: { path: [['/cart'], []] } }] })
    await shopper.stopClock()
    await shopper.page.evaluate("history.pushState({}, '', '/cart')")
    await shopper.page.clock.runFor(59_000)
    await shopper.page.evaluate("history.pushState({}, '', '/cart?step=2')")
    await shopper.page.clock.runFor(59_000)
    await shopper.page.evaluate("history.pushState({}, '', '/shoes')")
    await shopper.page.clock.runFor(120_000)
    expect(shopper.host.requests).toEqual(['GET /w/pk_test.js'])
  })
})

test('a survey on its way when the page changes is not opened', async () => {
  await shopper.visit({ ...cartOnly, surveys: [{ gates: { touchpoint: 'cart' } }], broken: 'silent' })
  const asked = shopper.page.waitForRequest(/srv_1\.json/)
  let answer = () => {}
  const held = new Promise<void>((done) => {
    answer = done
  })
  await shopper.page.route(/srv_1\.json/, async (route) => {
    await held
    const json = surveyContent('nps')
    await route.fulfill({ json, headers: { 'Access-Control-Allow-Origin': '*' } })
  })
  await shopper.page.evaluate("earshot('set', { touchpoint: 'cart' })")
  await asked
  await shopper.page.evaluate("earshot('set', { touchpoint: 'checkout' })")
  const answered = shopper.page.waitForResponse(/srv_1\.json/)
  answer()
  await (await answered).finished()
  await until(
    async () =>
      (await shopper.page.evaluate("earshot('why')[0].gates.some(one => one.gate === 'content' && !one.passed)")) as boolean,
  )
  expect(await shopper.page.locator('earshot-survey').count()).toBe(0)
  expect(await shopper.heardNames()).not.toContain('shown')
})
