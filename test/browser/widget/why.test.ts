import { describe, expect, test } from 'vitest'
import type { SurveyGates } from '../../../worker/contract/widget.ts'
import { axeFaults, injectAxe } from '../../support/axe.ts'
import { hostileCss } from '../../support/hostile-page.ts'
import { ibmFaults, injectIbmChecker } from '../../support/ibm-checker.ts'
import { surveyContent } from '../../support/survey-content.ts'
import type { HostOptions } from '../../support/widget-host.ts'
import { until, useWidgetPage } from '../../support/widget-page.ts'

const shopper = useWidgetPage()

const long = '<main><h1>Fern &amp; Loom</h1><button class="help" hidden>Help</button><div class="long"></div></main>'
const drafted = (draft: HostOptions['draft'], rest: HostOptions = {}): HostOptions => ({
  contents: { srv_2: surveyContent('nps', { survey: 'srv_2' }) },
  surveys: [],
  body: long,
  css: '.long { height: 3000px }',
  draft: { id: 'srv_2', delay: 0, ...draft },
  ...rest,
})

/** On a page that a preview's link leads to. */
async function preview(options: HostOptions, profile: Parameters<typeof shopper.visit>[1] = {}) {
  await shopper.visit(options, profile)
  await shopper.page.goto(`${shopper.host.url}/cart?earshot-test=pv_1`)
  await panel().waitFor()
}
const panel = () => shopper.page.getByRole('region', { name: 'Earshot: why it shows or not' })
const press = (name: string) => panel().getByRole('button', { name }).click()
const rows = () => panel().getByRole('listitem').allInnerTexts()
/** Once a gate says so. */
const says = (name: string, words: string | RegExp) =>
  panel().getByRole('listitem').filter({ hasText: name }).filter({ hasText: words }).waitFor()
const state = () => panel().getByRole('status')

describe('the panel beside a draft', () => {
  test('lists every gate in the order they are weighed, passed or not, and why, and moves as things happen', async () => {
    const gates: NonNullable<HostOptions['draft']>['gates'] = {
      touchpoint: 'cart',
      path: [['/checkout*'], []],
      sample: [100, 'srv_2'],
      event: 'added',
      triggers: ['scroll 90', 'click .help'],
      rest: [90, 30, 7],
    }
    const byServer = [{ gate: 'cap', passed: false, reason: '5 of 5 (day)' }]
    await preview(drafted({ gates, delay: 3600 }, { tag: 'data-touchpoint="cart"', byServer }))
    await says('Cap, on the server', '5 of 5 (day)')
    expect((await rows()).map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      '“Don’t ask again” nobody said it in this browser',
      'Touchpoint this page says “cart”; asked at “cart”',
      'Pages this page is /cart; asked on /checkout*',
      'Pages left out none',
      expect.stringMatching(/^Sample this visitor is number \d+ of 100; asked up to 100$/),
      'Event waits for “added”; nothing tracked on this page',
      expect.stringMatching(/^What the shopper does scroll: \d+ of 90 %; or no click on .help yet$/),
      'Rest after an answer never answered; rests for 90 days then',
      'Rest after a dismissal never dismissed; rests for 30 days then',
      'Rest across surveys never shown a survey; rests for 7 days then',
      'Loading nothing stood in its way',
      'Consent given, or not needed on this site',
      'Cap, on the server 5 of 5 (day)',
      'Delay 0 of 3600 s',
    ])
    expect(await panel().getByRole('img', { name: 'Stops it:' }).count()).toBe(3)
    await state().getByText('In its way: Pages, Event, What the shopper does, Cap, on the server').waitFor()

    await shopper.page.evaluate("earshot('track', 'added'); history.pushState({}, '', '/checkout/1')")
    await says('Event', 'tracked so far: added')
    await says('Pages', 'this page is /checkout/1')
    await shopper.page.evaluate('scrollTo(0, 900)')
    await says('What the shopper does', /scroll: (4|5)\d of 90 %/)
    await shopper.page.locator('.help').evaluate((button: HTMLElement) => button.click())
    await says('What the shopper does', '.help was clicked')
    expect(await shopper.page.evaluate("earshot('why')[0].due")).toBe(true)
    await says('Delay', /[1-9]\d* of 3600 s/)
    expect(await shopper.page.evaluate('violations')).toEqual([])
    expect(shopper.noise).toEqual([])
  })

  test('shows it past its gates, then says what came of it; a visitor who is forgotten begins anew', async () => {
    await preview(drafted({ gates: { touchpoint: 'checkout', rest: [90, 30, 7] } }))
    await state().getByText('In its way: Touchpoint').waitFor()
    await press('Show now')
    await shopper.cell(9).click()
    await state().getByText('What is answered is a test').waitFor()
    await shopper.send().click()
    await shopper.thanks().waitFor()
    await shopper.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await says('Rest after an answer', 'answered today; rests for 90 days')
    await state().getByText('Answered and stored as a test').waitFor()
    expect(shopper.host.responses.map(({ site }) => site)).toEqual(['pk_test.pv_1', 'pk_test.pv_1'])
    await press('Forget this visitor')
    await says('Rest after an answer', 'never answered')
    expect(await shopper.page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('earshot'))")).toEqual([])
  })

  test('as somebody new, returning or identified, about whom the server is asked', async () => {
    await preview(drafted({ gates: { conditions: [{ on: 'visit', is: ['returning'] }] }, delay: 3600 }))
    await says('Visit', 'here it is “new”')
    await press('As a returning one')
    await says('Visit', 'here it is “returning”')
    await press('As a new visitor')
    await says('Visit', 'here it is “new”')
    const asked = shopper.page.waitForRequest((request) => /\/why$/.test(request.url()) && /c_17/.test(request.postData() ?? ''))
    await panel().getByLabel('Customer id').fill('c_17')
    await shopper.page.keyboard.press('Enter')
    expect((await asked).postDataJSON()).toEqual({ respondent: { id: 'c_17' } })
  })

  test('stands where the survey does not, goes elsewhere and folds by keys, and stays so', async () => {
    await preview(drafted({ gates: {} }))
    await shopper.dialog().waitFor()
    const apart = async () => {
      const [ours, theirs] = await Promise.all([panel().boundingBox(), shopper.dialog().boundingBox()])
      if (!ours || !theirs) throw new Error('one of them is not there')
      return ours.x + ours.width <= theirs.x || ours.y + ours.height <= theirs.y || ours.x >= theirs.x + theirs.width
    }
    expect(await apart()).toBe(true)
    await panel().getByRole('button', { name: 'Move to another corner' }).focus()
    await shopper.page.keyboard.press('Enter')
    expect(await apart()).toBe(true)
    const before = await panel().boundingBox()
    await shopper.page.keyboard.press('Tab')
    await shopper.page.keyboard.press('Enter')
    const details = panel().getByRole('button', { name: 'Details' })
    expect(await details.getAttribute('aria-expanded')).toBe('false')
    await shopper.page.reload()
    await panel().waitFor()
    expect(await details.getAttribute('aria-expanded')).toBe('false')
    expect((await panel().boundingBox())?.x).toBe(before?.x)
  })

  test('on a phone it is folded, and leaves the lower half to the survey', async () => {
    await preview(drafted({ gates: {} }), { viewport: { width: 390, height: 700 } })
    await shopper.dialog().waitFor()
    await press('Details')
    const ours = await panel().boundingBox()
    const theirs = await shopper.dialog().boundingBox()
    expect((ours?.y ?? 0) + (ours?.height ?? 0)).toBeLessThanOrEqual(theirs?.y ?? 0)
  })

  test('a hostile style sheet changes nothing in it, nor does a page that runs from right to left', async () => {
    const looks = async (css: string) => {
      await preview(drafted({ gates: { touchpoint: 'cart', rest: [90, 30, 7] } }, { css }))
      await says('Touchpoint', 'names no touchpoint')
      return shopper.page.evaluate(() => {
        const root = document.querySelector('earshot-why')?.shadowRoot
        return [...(root?.querySelectorAll('section, h2, li, b, button, input, .state') ?? [])].map((element) => {
          const { color, backgroundColor, font, direction, display, textTransform, letterSpacing } = getComputedStyle(element)
          const { width, height, left, top } = element.getBoundingClientRect()
          return [color, backgroundColor, font, direction, display, textTransform, letterSpacing, width, height, left, top]
        })
      })
    }
    const calm = await looks('')
    for (const css of ['html { direction: rtl }', hostileCss]) {
      await shopper.page.context().close()
      expect(await looks(css)).toEqual(calm)
    }
  })

  test.each([
    ['light', { colorScheme: 'light' }],
    ['dark, on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 700 } }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)('axe-core and IBM’s checker find nothing wrong: %s', async (_name, profile) => {
    const gates = { touchpoint: 'cart', conditions: [{ on: 'visit', is: ['returning'] }], triggers: ['exit'], rest: [90, 30, 7] }
    await preview(drafted({ gates: gates as SurveyGates, delay: 10 }), profile)
    if ('viewport' in profile) await press('Details')
    await says('Touchpoint', 'names no touchpoint')
    await injectAxe(shopper.page)
    await injectIbmChecker(shopper.page)
    expect([...(await axeFaults(shopper.page)), ...(await ibmFaults(shopper.page))]).toEqual([])
  })

  test('a link that lapsed says so, and asks nothing', async () => {
    await shopper.visit(drafted({}))
    await shopper.page.goto(`${shopper.host.url}/?earshot-test=pv_2`)
    await state().getByText('has lapsed or was revoked').waitFor()
    await until(() => shopper.host.requests.includes('GET /w/pk_test.pv_2.js'))
    expect(await shopper.page.evaluate('Boolean(earshot.site)')).toBe(false)
  })
})
