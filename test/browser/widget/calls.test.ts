import { describe, expect, test } from 'vitest'
import { surveyContent } from '../../support/survey-content.ts'
import type { HostOptions } from '../../support/widget-host.ts'
import { nps, until, useWidgetPage } from '../../support/widget-page.ts'

const shopper = useWidgetPage()

const queued = 'window.earshot=function(){(earshot.q=earshot.q||[]).push(arguments)}\n'
const nobody: HostOptions = { ...nps, surveys: [] }

async function ready(options: HostOptions, script?: string) {
  await shopper.visit(options, {}, script)
  await until(async () => (await shopper.heardNames()).includes('ready'))
}

describe('track', () => {
  const waits: HostOptions = { ...nps, surveys: [{ gates: { event: 'bought' } }] }

  test('shows what waited for the event', async () => {
    await ready(waits)
    await shopper.page.evaluate("earshot('track','searched')")
    expect((await shopper.heard()).at(-1)).toEqual(['skipped', { survey: 'srv_1', reason: expect.stringContaining('bought') }])
    expect(shopper.host.requests).toEqual(['GET /w/pk_test.js'])
    await shopper.page.evaluate("earshot('track','bought',{value:59.9})")
    await shopper.dialog().waitFor()
  })

  test('counts before the script arrived', async () => {
    await shopper.visit({ ...waits, before: `${queued}earshot('track','bought')` })
    await shopper.dialog().waitFor()
  })
})

describe('identify and set', () => {
  const sent = async (before: string, options: HostOptions = {}) => {
    await shopper.visit({ ...nps, ...options, before: queued + before })
    await shopper.cell(9).click()
    await until(() => shopper.host.responses.length === 1)
    return shopper.host.responses[0]
  }

  test('name the respondent, and traits of both add up in either order', async () => {
    const identify = "earshot('identify','c_17',{tier:'gold',city:'Bonn'},'a1b2')"
    const set = "earshot('set',{traits:{city:'Ulm',basket:3}})"
    expect(await sent(`${identify};${set}`)).toMatchObject({
      respondent: { id: 'c_17', signature: 'a1b2' },
      traits: { tier: 'gold', city: 'Ulm', basket: 3 },
    })
    await shopper.page.context().close()
    expect(await sent(`${set};${identify}`)).toMatchObject({ traits: { tier: 'gold', city: 'Bonn', basket: 3 } })
  })

  test('a number is an id, nobody is none', async () => {
    expect(await sent("earshot('identify',17)")).toMatchObject({ respondent: { id: '17' } })
    await shopper.page.context().close()
    expect(await sent("earshot('identify',undefined,{tier:'gold'});earshot('identify','')")).not.toHaveProperty('respondent')
  })

  test('what JSON cannot say is refused at once and stops no answer', async () => {
    const odd = "earshot('on','error',(detail)=>{window.refused=detail.reason});earshot('set',{order:{id:1n}})"
    expect(await sent(odd)).toMatchObject({ answers: { score: 9 } })
    expect(await shopper.page.evaluate('refused')).toMatch('TypeError')
    expect(shopper.noise).toEqual([])
  })

  test.each([
    ['an attribute of the tag', { tag: 'data-touchpoint="cart" data-theme="dark" data-locale="de-AT"' }, ''],
    ['set', {}, "earshot('set',{touchpoint:'cart',theme:'dark',locale:'de-AT'})"],
  ])('touchpoint, theme and locale may come as %s', async (_name, options, before) => {
    const response = await sent(before, { ...options, surveys: [{ gates: { touchpoint: 'cart' } }] })
    expect(response).toMatchObject({ context: { touchpoint: 'cart' } })
    expect(await shopper.dialog().evaluate((sheet) => getComputedStyle(sheet).backgroundColor)).toBe('rgb(28, 32, 37)')
  })
})

test('the language of the page comes first, then the browser’s', async () => {
  const languages = "Object.defineProperty(navigator,'languages',{value:['nl','fr-BE','de']})"
  await ready(nobody, languages)
  const asked = shopper.page.waitForRequest(/srv_1\.json/)
  await shopper.page.evaluate("earshot('show','srv_1')")
  expect(new URL((await asked).url()).searchParams.get('lang')).toBe('en,nl,fr-BE,de')
  await shopper.page.evaluate("earshot('hide');earshot('set',{locale:'pt-BR'})")
  const again = shopper.page.waitForRequest(/srv_1\.json/)
  await shopper.page.evaluate("earshot('show','srv_1')")
  expect(new URL((await again).url()).searchParams.get('lang')).toBe('pt-BR,nl,fr-BE,de')
})

test('why lists every survey and gate at once', async () => {
  await ready({
    contents: { srv_2: surveyContent('nps', { survey: 'srv_2' }) },
    surveys: [
      { id: 'srv_1', gates: { touchpoint: 'cart', path: [['/cart'], []] } },
      { id: 'srv_2', delay: 60, gates: { rest: [90, 30, 7] } },
    ],
  })
  expect(await shopper.page.evaluate("earshot('why')")).toEqual([
    {
      survey: 'srv_1',
      due: false,
      gates: [
        { gate: 'never', passed: true, reason: 'needs no refusal' },
        { gate: 'touchpoint', passed: false, reason: 'asked at "cart", page is ""' },
        { gate: 'include', passed: false, reason: '/' },
        { gate: 'exclude', passed: true, reason: '/' },
        { gate: 'content', passed: true, reason: 'needs content' },
        { gate: 'consent', passed: true, reason: 'needs consent' },
      ],
    },
    {
      survey: 'srv_2',
      due: true,
      gates: [
        { gate: 'never', passed: true, reason: 'needs no refusal' },
        { gate: 'answered', passed: true, reason: 'never' },
        { gate: 'dismissed', passed: true, reason: 'never' },
        { gate: 'shown', passed: true, reason: 'never' },
        { gate: 'content', passed: true, reason: 'needs content' },
        { gate: 'consent', passed: true, reason: 'needs consent' },
      ],
    },
  ])
})

test('why tells of content that is gone', async () => {
  await shopper.visit({ contents: {} })
  await until(async () => (await shopper.heardNames()).includes('skipped'))
  const [survey] = await shopper.page.evaluate<{ due: boolean; gates: object[] }[]>("earshot('why')")
  expect(survey?.due).toBe(false)
  expect(survey?.gates).toContainEqual({ gate: 'content', passed: false, reason: 'needs content' })
})

test('"don’t ask again" holds for every survey of the site, on every later page, but not for show', async () => {
  const contents = { srv_1: surveyContent('nps'), srv_2: surveyContent('csat', { survey: 'srv_2' }) }
  const surveys = [
    { id: 'srv_1', gates: {} },
    { id: 'srv_2', gates: {} },
  ]
  await shopper.visit({ contents, surveys })
  await shopper.page.getByRole('button', { name: 'Don’t ask again' }).click()
  await shopper.dialog().waitFor({ state: 'detached' })
  await shopper.page.reload()
  await until(async () => (await shopper.heardNames()).length === 3)
  expect((await shopper.heard()).slice(1)).toEqual([
    ['skipped', { survey: 'srv_1', reason: 'needs no refusal' }],
    ['skipped', { survey: 'srv_2', reason: 'needs no refusal' }],
  ])
  await shopper.page.evaluate("earshot('show','srv_2')")
  await shopper.dialog().waitFor()
})

test('show of what cannot be shown leaves the page to what is due', async () => {
  await ready({ ...nps, surveys: [{ delay: 60 }] })
  await shopper.page.clock.install()
  await shopper.page.evaluate("earshot('show','srv_9')")
  await until(async () => (await shopper.heardNames()).includes('skipped'))
  await shopper.page.clock.runFor(60_000)
  await shopper.dialog().waitFor()
})

test('a survey without its place on the page lets the next have its turn', async () => {
  const appearance = { ...surveyContent('nps').appearance, shape: 'inline' as const, element: '#nowhere' }
  const contents = { srv_1: surveyContent('nps', { appearance }), srv_2: surveyContent('nps', { survey: 'srv_2' }) }
  await shopper.visit({ contents, surveys: [{ id: 'srv_1', more: true }, { id: 'srv_2' }] })
  await expect.poll(shopper.heard).toEqual([
    ['ready', {}],
    ['shown', { survey: 'srv_2' }],
  ])
})
