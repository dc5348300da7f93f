import { describe, expect, test } from 'vitest'
import type { HostOptions } from '../../support/widget-host.ts'
import { nps, until, useWidgetPage } from '../../support/widget-page.ts'

const shopper = useWidgetPage()

const queued = 'window.earshot=function(){(earshot.q=earshot.q||[]).push(arguments)}\n'
const known = "earshot('identify','c_17',{tier:'gold'},'a1b2');earshot('set',{order:{id:'1001'},traits:{basket:3}})"
const strict: HostOptions = { ...nps, site: { consent: true } }

/** Counts every look into storage, by a call or by name. */
const watched = `window.touched=[];for(const name of ['localStorage','sessionStorage']){
const is=Object.getOwnPropertyDescriptor(window,name)
Object.defineProperty(window,name,{get(){touched.push(name);return is.get.call(window)}})}`

/** What earlier visits left: an answer that waits, the clocks, a survey half-finished, and things of others. */
const item = (path: string, body: object) => JSON.stringify(JSON.stringify({ path, body, at: Date.now(), after: 0 }))
const left = `localStorage.setItem('earshot:pk_test','{"shown":1}')
localStorage.setItem('earshot:pk_test:0193',${item('/v1/responses', { submission: '0193', seq: 1, answers: { score: 3 } })})
localStorage.setItem('earshot:pk_test2','theirs');localStorage.setItem('cart','theirs')
sessionStorage.setItem('earshot:pk_test','{"survey":"srv_1"}');sessionStorage.setItem('cart','theirs')`

const stored = () => shopper.page.evaluate('[Object.keys(localStorage).sort(), Object.keys(sessionStorage).sort()]')
const theirs = [['cart', 'earshot:pk_test2'], ['cart']]

describe('where consent is asked for', () => {
  test('nothing is read, stored or requested before it is given', async () => {
    await shopper.visit({ ...strict, before: `${queued}earshot('show')` }, {}, watched)
    await until(async () => (await shopper.heardNames()).includes('ready'))
    await shopper.page.evaluate(
      "earshot('page');earshot('set',{touchpoint:'cart'});earshot('track','x');earshot('show');earshot('why')",
    )
    for (const answer of ['undefined', '1', '"true"']) await shopper.page.evaluate(`earshot('track',${answer})`)
    expect(await shopper.page.evaluate('touched')).toEqual([])
    expect(shopper.host.requests).toEqual(['GET /w/pk_test.js'])
    expect(await shopper.page.locator('earshot-survey').count()).toBe(0)
  })

  test('what is due comes once it is given, and again is once', async () => {
    await shopper.visit(strict)
    await until(async () => (await shopper.heardNames()).includes('ready'))
    expect(await shopper.heardNames()).toEqual(['ready'])
    await shopper.page.evaluate("earshot('consent',true);earshot('consent',true)")
    await shopper.dialog().waitFor()
    await shopper.heardAre('ready', 'shown')
    await shopper.page.evaluate("earshot('consent',true)")
    expect(await shopper.dialog().count()).toBe(1)
  })

  test('consent given before the script arrived counts', async () => {
    await shopper.visit({ ...strict, before: `${queued}earshot('consent',true)` })
    await shopper.dialog().waitFor()
  })

  test('show waits for it, past the gates', async () => {
    await shopper.visit({ ...strict, surveys: [{ gates: { touchpoint: 'never' } }] })
    await until(async () => (await shopper.heardNames()).includes('ready'))
    await shopper.page.evaluate("earshot('show','srv_1')")
    expect(shopper.host.requests).toEqual(['GET /w/pk_test.js'])
    await shopper.page.evaluate("earshot('consent',true)")
    await shopper.dialog().waitFor()
  })

  test('show that was taken back is not waited for', async () => {
    await shopper.visit({ ...strict, surveys: [{ gates: { touchpoint: 'never' } }] })
    await until(async () => (await shopper.heardNames()).includes('ready'))
    await shopper.page.evaluate("earshot('show','srv_1');earshot('hide');earshot('consent',true)")
    expect(await shopper.heardNames()).toEqual(['ready', 'skipped'])
    expect(shopper.host.requests).toEqual(['GET /w/pk_test.js'])
  })

  test.each(['1', '"true"', '{}', ''])('only true is consent, not %s', async (given) => {
    await shopper.visit(strict)
    await until(async () => (await shopper.heardNames()).includes('ready'))
    await shopper.page.evaluate(`earshot('consent',${given})`)
    expect(await shopper.page.evaluate("earshot('why')[0].due")).toBe(false)
  })

  test('why says that it is missing', async () => {
    await shopper.visit(strict)
    await until(async () => (await shopper.heardNames()).includes('ready'))
    const consent = () => shopper.page.evaluate("earshot('why')[0].gates.find(one=>one.gate==='consent')")
    expect(await consent()).toEqual({ gate: 'consent', passed: false, reason: 'needs consent' })
    await shopper.page.evaluate("earshot('consent',true)")
    expect(await consent()).toMatchObject({ passed: true })
  })

  test.each([
    ['where it is asked for', strict],
    ['elsewhere too', nps],
  ])('taking it back takes the survey away, forgets, and stops: %s', async (_name, options) => {
    await shopper.visit({ ...options, before: `${queued}${known};earshot('consent',true)` })
    await shopper.cell(9).click()
    await until(() => shopper.host.responses.length === 1 && shopper.host.displays.length === 2)
    await shopper.page.evaluate("localStorage.setItem('cart','theirs');earshot('consent',false)")
    await shopper.dialog().waitFor({ state: 'detached' })
    expect(await stored()).toEqual([['cart'], []])
    const before = shopper.host.requests.length
    await shopper.page.evaluate("earshot('page');earshot('show')")
    expect(await shopper.page.evaluate("earshot('why')[0].due")).toBe(false)
    expect(shopper.host.requests).toHaveLength(before)
  })

  test('refusing it at once removes what an earlier visit left', async () => {
    await shopper.visit(strict, {}, left)
    await until(async () => (await shopper.heardNames()).includes('ready'))
    await shopper.page.evaluate("earshot('consent',false)")
    expect(await stored()).toEqual(theirs)
    expect(shopper.host.requests).toEqual(['GET /w/pk_test.js'])
  })
})

describe('what earlier pages left', () => {
  test('an answer that waits is sent, whether anybody is asked or not', async () => {
    await shopper.visit({ ...nps, surveys: [] }, {}, left.replace(/sessionStorage.*$/m, ''))
    await until(() => shopper.host.responses.length === 1)
    expect(shopper.host.responses[0]).toMatchObject({ submission: '0193', answers: { score: 3 } })
    expect(shopper.noise).toEqual([])
  })

  test('a survey half-finished opens again at once, past its gates and delay', async () => {
    const options: HostOptions = { ...nps, surveys: [{ delay: 3600, gates: { touchpoint: 'elsewhere' } }] }
    await shopper.visit(options, {}, 'sessionStorage.setItem("earshot:pk_test","{\\"survey\\":\\"srv_1\\"}")')
    await shopper.dialog().waitFor()
    expect(await shopper.focused()).toBe('')
  })

  test('one that cannot open is dropped, and the page is weighed as usual', async () => {
    const paused: HostOptions = { ...nps, surveys: [{}, { id: 'srv_9' }] }
    await shopper.visit(paused, {}, 'sessionStorage.setItem("earshot:pk_test","{\\"survey\\":\\"srv_9\\"}")')
    await expect.poll(shopper.heard).toEqual([
      ['ready', {}],
      ['skipped', { survey: 'srv_9', reason: '404' }],
      ['shown', { survey: 'srv_1' }],
    ])
    await until(() => shopper.host.displays.length === 1)
    await expect.poll(stored).toEqual([['earshot:pk_test'], []])
  })

  test.each(['', 'null', '7', '{"survey":7}', '[]'])('garbage is no half-finished survey: %s', async (garbage) => {
    await shopper.visit(nps, {}, `sessionStorage.setItem('earshot:pk_test','${garbage}')`)
    await shopper.dialog().waitFor()
    expect(shopper.noise.filter((line) => !line.includes('404'))).toEqual([])
  })
})

test('reset forgets the person and all that is stored, and takes the survey away', async () => {
  await shopper.visit({ ...nps, before: queued + known })
  await shopper.cell(9).click()
  await until(() => shopper.host.responses.length === 1)
  await shopper.page.evaluate(left)
  await shopper.page.evaluate("earshot('track','bought');earshot('reset')")
  await shopper.dialog().waitFor({ state: 'detached' })
  expect(await stored()).toEqual(theirs)
  expect(await shopper.heardNames()).toEqual(['ready', 'shown', 'answered'])
  await shopper.page.evaluate("earshot('show')")
  await shopper.cell(4).click()
  await until(() => shopper.host.responses.length === 2)
  expect(shopper.host.responses[0]).toMatchObject({ respondent: { id: 'c_17' }, order: { id: '1001' } })
  const { respondent, order, traits = {} } = shopper.host.responses[1] ?? {}
  expect([respondent, order, traits]).toEqual([undefined, undefined, {}])
})

test('under Global Privacy Control an answer is taken without traits, order or respondent', async () => {
  const control = "Object.defineProperty(navigator,'globalPrivacyControl',{value:true})"
  await shopper.visit({ ...nps, before: queued + known }, {}, control)
  await shopper.cell(9).click()
  await until(() => shopper.host.responses.length === 1 && shopper.host.displays.length === 2)
  expect(shopper.host.responses[0]).toMatchObject({ answers: { score: 9 } })
  for (const sent of [...shopper.host.responses, ...shopper.host.displays])
    expect(JSON.stringify(sent)).not.toMatch(/gold|basket|1001|c_17|a1b2/)
})
