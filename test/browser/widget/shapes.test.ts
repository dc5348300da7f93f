import { describe, expect, test } from 'vitest'
import type { CreateSurvey } from '../../../worker/contract/survey.ts'
import { hostileCss } from '../../support/hostile-page.ts'
import { contentFrom } from '../../support/survey-content.ts'
import type { HostOptions } from '../../support/widget-host.ts'
import { until, useWidgetPage } from '../../support/widget-page.ts'

const shopper = useWidgetPage()

const desktop = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' } as const

/** A long page of a shop, with an element that has room for a survey. */
function shop(appearance: CreateSurvey['appearance'], change: HostOptions = {}): HostOptions {
  return {
    surveys: [{ more: true }],
    contents: { srv_1: contentFrom({ metric: 'nps', appearance }) },
    css: '#here { min-height: 600px } #far { height: 3000px }',
    body: '<h1>Fern &amp; Loom</h1><button id="page">A button of the shop</button><div id="here"></div><p id="after">After</p><div id="far"></div><p id="end">The end</p>',
    ...change,
  }
}

const section = () => shopper.page.locator('earshot-survey section')
const box = () =>
  section().evaluate((sheet) => {
    const { left, top, right, bottom, width, height } = sheet.getBoundingClientRect()
    return { left, top, right: innerWidth - right, bottom: innerHeight - bottom, width, height }
  })
const displays = () => shopper.host.displays.map(({ events }) => events[0]?.type)

describe('a popover', () => {
  test.each([
    ['bottom-right', { bottom: 20, right: 20 }],
    ['bottom-left', { bottom: 20, left: 20 }],
    ['top-right', { top: 20, right: 20 }],
    ['top-left', { top: 20, left: 20 }],
  ] as const)('stands in its corner: %s', async (corner, place) => {
    await shopper.visit(shop({ corner }), desktop)
    await section().waitFor()
    expect(await box()).toMatchObject({ ...place, width: 420 })
  })

  test.each(['bottom-right', 'top-left'] as const)(
    'is a sheet at the bottom of a phone, whatever its corner: %s',
    async (corner) => {
      await shopper.visit(shop({ corner }), phone)
      await section().waitFor()
      expect(await box()).toMatchObject({ left: 0, right: 0, bottom: 0 })
    },
  )
})

describe('in the middle', () => {
  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ])('it is centred on a %s', async (_name, profile) => {
    await shopper.visit(shop({ shape: 'modal' }), profile)
    await section().waitFor()
    const { left, right, top, bottom } = await box()
    expect(left).toBeCloseTo(right, 0)
    expect(top).toBeCloseTo(bottom, 0)
    expect(left).toBeGreaterThan(0)
    expect(top).toBeGreaterThan(0)
  })

  test('a click beside it closes it and is a dismissal; one on it is not', async () => {
    await shopper.visit(shop({ shape: 'modal' }), desktop)
    await shopper.heardAre('ready', 'shown')
    await section().click({ position: { x: 5, y: 5 } })
    expect(await shopper.dialog().count()).toBe(1)
    await shopper.page.mouse.click(10, 10)
    await shopper.dialog().waitFor({ state: 'detached' })
    await until(() => displays().includes('dismissed'))
    expect(await shopper.heardNames()).toEqual(['ready', 'shown', 'dismissed'])
  })

  test('the page behind it is out of reach of a pointer', async () => {
    await shopper.visit(shop({ shape: 'modal' }), desktop)
    await section().waitFor()
    await shopper.page.evaluate("window.pressed=0;document.getElementById('page').onclick=()=>pressed++")
    const { x, y } = (await shopper.page.locator('#page').boundingBox()) ?? { x: 0, y: 0 }
    await shopper.page.mouse.click(x + 5, y + 5)
    await shopper.dialog().waitFor({ state: 'detached' })
    expect(await shopper.page.evaluate('pressed')).toBe(0)
  })
})

describe('in the page', () => {
  const inline = { shape: 'inline', element: '#here' } as const

  test('it stands in an element that has the room', async () => {
    await shopper.visit(shop(inline), desktop)
    await shopper.page.locator('#here earshot-survey section').waitFor()
    await until(async () => (await shopper.heardNames()).includes('shown'))
    expect(await shopper.page.locator('#here').evaluate((element) => element.clientHeight)).toBe(600)
  })

  test('without the room it waits until the element is out of sight, and is shown once it comes into sight', async () => {
    await shopper.visit(shop(inline, { css: '#here { min-height: 20px } #far { height: 3000px }' }), desktop)
    await until(() => shopper.host.requests.includes('GET /w/pk_test/srv_1.json'))
    // Two frames after it would have been there, had it had the room.
    await shopper.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await section().count()).toBe(0)
    await shopper.page.locator('#end').scrollIntoViewIfNeeded()
    await section().waitFor({ state: 'attached' })
    expect(await shopper.heardNames()).toEqual(['ready'])
    expect(displays()).toEqual([])
    await shopper.page.locator('#page').scrollIntoViewIfNeeded()
    await until(() => displays().length === 1)
    expect(await shopper.heardNames()).toEqual(['ready', 'shown'])
  })

  test('taken away while it still waits, it does not come any more', async () => {
    await shopper.visit(shop(inline, { css: '#here { min-height: 20px } #far { height: 3000px }' }), desktop)
    await until(() => shopper.host.requests.includes('GET /w/pk_test/srv_1.json'))
    await shopper.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await shopper.page.evaluate("earshot('hide')")
    await shopper.page.locator('#end').scrollIntoViewIfNeeded()
    await shopper.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await section().count()).toBe(0)
    expect(displays()).toEqual([])
  })

  test('on a page without the element it is not shown, and the next survey gets its turn', async () => {
    const next = contentFrom({ metric: 'csat' })
    const contents = {
      srv_1: contentFrom({ metric: 'nps', appearance: { ...inline, element: '#gone' } }),
      srv_2: { ...next, survey: 'srv_2' },
    }
    await shopper.visit(shop(inline, { surveys: [{ more: true }, { id: 'srv_2' }], contents }), desktop)
    await expect.poll(shopper.heard).toEqual([
      ['ready', {}],
      ['shown', { survey: 'srv_2' }],
    ])
  })
})

describe.each(['tab', 'button'] as const)('a %s', (shape) => {
  const launcher = () => shopper.page.getByRole('button', { name: 'Feedback' })

  test('stands at the edge, shows nothing by itself, and opens the survey with focus in it', async () => {
    await shopper.visit(shop({ shape, corner: 'bottom-right' }), desktop)
    await launcher().waitFor()
    expect((await box()).right).toBe(shape === 'tab' ? -4 : 20)
    expect(await shopper.heardNames()).toEqual(['ready'])
    expect(displays()).toEqual([])
    await launcher().click()
    await shopper.dialog().waitFor()
    expect(await shopper.dialog().evaluate((dialog) => dialog.matches(':focus'))).toBe(true)
    await until(() => displays().length === 1)
    expect(displays()).toEqual(['shown'])
    await shopper.page.keyboard.press('Escape')
    await shopper.dialog().waitFor({ state: 'detached' })
    expect(await launcher().evaluate((button) => button.matches(':focus'))).toBe(true)
  })

  test('leaves as the page changes', async () => {
    await shopper.visit(shop({ shape }, { surveys: [{ more: true, gates: { path: [['/'], []] } }] }), desktop)
    await launcher().waitFor()
    await shopper.page.evaluate("history.pushState({}, '', '/elsewhere')")
    await launcher().waitFor({ state: 'detached' })
    await shopper.page.evaluate("history.pushState({}, '', '/')")
    await launcher().waitFor()
    expect(await launcher().count()).toBe(1)
  })
})

const shapes: Record<string, CreateSurvey['appearance']> = {
  'a popover': {},
  'in the middle': { shape: 'modal' },
  'in the page': { shape: 'inline', element: '#here' },
  'a tab': { shape: 'tab' },
  'a button': { shape: 'button', corner: 'bottom-left' },
}

describe.each(Object.entries(shapes))('%s', (_name, appearance) => {
  const stands = async () => {
    await section().waitFor()
    const launcher = shopper.page.locator('earshot-survey .launcher button')
    if (await launcher.count()) await launcher.click()
    await shopper.dialog().waitFor()
  }

  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ])('moves nothing of the page, from the question to its end, on a %s', async (_device, profile) => {
    // What follows a tap is expected to move: browsers don't count it, but it must be within the survey.
    const shifts = `window.shifts=[];new PerformanceObserver(list=>{for(const {value,hadRecentInput,sources} of list.getEntries())
shifts.push({counted:hadRecentInput?0:value,moved:sources.map(({node})=>node?.id).filter(Boolean)})}).observe({type:'layout-shift',buffered:true})`
    await shopper.visit(shop(appearance), { ...profile, reducedMotion: 'no-preference' }, shifts)
    await stands()
    await shopper.cell(9).click()
    await shopper.page.getByRole('textbox').fill('The linen')
    await shopper.send().click()
    await shopper.thanks().waitFor()
    await shopper.page.keyboard.press('Escape')
    // Browsers tell of a shift a while after it. Once they do of one that is made here, none before it is missing.
    await shopper.page.evaluate("document.getElementById('page').style.marginTop='100px'")
    const seen = () => shopper.page.evaluate<{ counted: number; moved: string[] }[]>('shifts')
    await until(async () => (await seen()).some(({ moved }) => moved.includes('after')))
    const before = (await seen()).slice(0, -1)
    expect(
      before.filter(
        ({ counted, moved }) => counted > 0 || moved.some((id) => ['page', 'here', 'after', 'far', 'end'].includes(id)),
      ),
    ).toEqual([])
  })

  test('looks the same whatever the page’s own styles say', async () => {
    // Its place in the page is the page's to say, so that it is held.
    const held =
      '#here.here.here { all: unset !important; display: block !important; width: 400px !important; height: 400px !important }'
    const looks = async (css: string) => {
      const body = shop({}).body?.replace('id="here"', 'id="here" class="here"') ?? ''
      await shopper.visit(shop(appearance, { css: css + held, body }), desktop)
      await stands()
      await shopper.cell(9).click()
      await shopper.page.mouse.move(640, 5)
      await shopper.page
        .locator('earshot-survey')
        .last()
        .evaluate((host) => host.shadowRoot?.querySelector('textarea')?.focus())
      return shopper.page.locator('earshot-survey').evaluateAll((hosts) =>
        hosts.flatMap((host) =>
          [...(host.shadowRoot?.querySelectorAll('*') ?? [])].map((element) => {
            const style = getComputedStyle(element)
            const all = Array.from(style, (name) => [name, style.getPropertyValue(name)])
            return { element: element.outerHTML.slice(0, 60), style: Object.fromEntries(all) }
          }),
        ),
      )
    }
    const calm = await looks('')
    await shopper.page.context().close()
    const beset = await looks(`${hostileCss} *::before, *::after { all: unset !important; content: 'struck' !important }`)
    expect(beset.length).toBeGreaterThan(30)
    expect(beset).toEqual(calm)
  })
})
