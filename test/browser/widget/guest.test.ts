import { describe, expect, test } from 'vitest'
import type { SurveyGates } from '../../../worker/contract/widget.ts'
import { hostileCss } from '../../support/hostile-page.ts'
import { surveyContent } from '../../support/survey-content.ts'
import { nps, until, useWidgetPage } from '../../support/widget-page.ts'

const shopper = useWidgetPage()

/** The browser itself notes a status of 500; the page has to keep quiet. */
const isOurs = (line: string) => !line.startsWith('Failed to load resource')

describe('a guest of the page', () => {
  test('a strict policy with trusted types is kept, nothing is logged, and the one global is earshot', async () => {
    await shopper.visit()
    await shopper.cell(9).click()
    await shopper.send().click()
    await shopper.thanks().waitFor()
    expect(await shopper.page.evaluate('violations')).toEqual([])
    expect(shopper.noise).toEqual([])
    expect(
      await shopper.page.evaluate(
        'Object.keys(window).filter((name) => !globalsBefore.includes(name) && name !== "globalsBefore")',
      ),
    ).toEqual(['earshot'])
  })

  test('no listener is put on the fields of the page, nor on what holds them', async () => {
    const watch = `window.listened=[];const add=EventTarget.prototype.addEventListener
EventTarget.prototype.addEventListener=function(type,...rest){
  if(this instanceof Element&&document.contains(this)&&this.tagName!=='EARSHOT-SURVEY')listened.push(this.tagName+' '+type)
  return add.call(this,type,...rest)}`
    await shopper.visit({ ...nps, body: '<form><input id="field"><textarea></textarea><select></select></form>' }, {}, watch)
    await shopper.cell(9).click()
    await shopper.page.locator('#field').fill('Ines')
    await shopper.send().click()
    await shopper.thanks().waitFor()
    expect(await shopper.page.evaluate('listened')).toEqual([])
  })

  test.each([
    ['says 500', 'error', ['skipped', '500']],
    ['says something else', 'html', ['error', expect.stringContaining('SyntaxError')]],
    ['says nothing', 'silent', undefined],
  ] as const)('an API that %s is no matter for the page', async (_name, broken, told) => {
    await shopper.visit({ ...nps, broken })
    await until(() => shopper.host.requests.includes('GET /w/pk_test/srv_1.json'))
    if (told) await until(async () => (await shopper.heardNames()).length === 2)
    const [event, reason] = told ?? []
    expect((await shopper.heard()).slice(1)).toEqual(told ? [[event, { survey: 'srv_1', reason }]] : [])
    await shopper.page.evaluate("earshot('show'); earshot('page'); earshot('hide')")
    expect(await shopper.page.locator('earshot-survey').count()).toBe(0)
    expect(shopper.noise.filter(isOurs)).toEqual([])
  })

  test.each(['error', 'html', 'silent'] as const)('neither is one that takes answers amiss (%s)', async (broken) => {
    await shopper.visit()
    await shopper.heardAre('ready', 'shown')
    await until(() => shopper.host.displays.length === 1)
    shopper.host.serve({ ...nps, broken })
    await shopper.cell(9).click()
    await until(() => shopper.host.requests.includes('POST /v1/responses'))
    expect(await shopper.heardNames()).toEqual(['ready', 'shown', 'answered'])
    expect(shopper.noise.filter(isOurs)).toEqual([])
  })

  test('a tag pasted twice asks once', async () => {
    const body = `<h1>Fern &amp; Loom</h1><script nonce="n1" async src="${shopper.host.loaderUrl}"></script>`
    await shopper.visit({ ...nps, body })
    await shopper.dialog().waitFor()
    await shopper.page.waitForLoadState('load')
    expect(shopper.host.requests.filter((request) => request.endsWith('.json'))).toHaveLength(1)
    await shopper.heardAre('ready', 'shown')
    expect(await shopper.dialog().count()).toBe(1)
  })

  test('a page rendered ahead is asked nothing until it is seen', async () => {
    const ahead = "window.ahead=true;Object.defineProperty(document,'prerendering',{get:()=>window.ahead})"
    await shopper.visit({ ...nps, surveys: [{}, { id: 'srv_2', gates: { touchpoint: 'x' } }] }, {}, ahead)
    await until(async () => (await shopper.heardNames()).includes('ready'))
    await shopper.page.evaluate("earshot('page');earshot('set',{locale:'de'})")
    expect(shopper.host.requests).toEqual(['GET /w/pk_test.js'])
    expect(await shopper.heardNames()).toEqual(['ready'])
    await shopper.page.evaluate("ahead=false;document.dispatchEvent(new Event('prerenderingchange'))")
    await shopper.dialog().waitFor()
    await shopper.heardAre('ready', 'shown')
  })

  test('a site without path rules or rest loads no code for them', async () => {
    const [touchpoint, path, event, rest] = ['asked at', '"include"', 'waits for', 'days ago']
    const found = async (...gates: SurveyGates[]) => {
      shopper.host.serve({ surveys: gates.map((one, i) => ({ id: `srv_${i}`, gates: one })) })
      const loader = await (await fetch(shopper.host.loaderUrl)).text()
      return [touchpoint, path, event, rest].filter((words) => loader.includes(words))
    }
    await shopper.visit({ surveys: [] })
    expect(await found()).toEqual([])
    expect(await found({ touchpoint: 'cart' }, { touchpoint: 'checkout' })).toEqual([touchpoint])
    expect(await found({ rest: [90, 30, 7] }, { path: [['/cart'], []] })).toEqual([path, rest])
    expect(await found({ event: 'bought' })).toEqual([event])
  })

  test('a hostile style sheet changes nothing in it', async () => {
    const looks = async (css: string) => {
      await shopper.visit({ ...nps, css }, { reducedMotion: 'reduce' })
      await shopper.cell(9).click()
      await shopper.page.getByRole('textbox').waitFor()
      await until(() => shopper.page.evaluate("document.querySelector('earshot-survey').shadowRoot.getAnimations().length === 0"))
      return shopper.page.evaluate(() => {
        const root = document.querySelector('earshot-survey')?.shadowRoot
        const parts = ['section', 'h2', '.scale span', 'input:checked + span', '.ends', 'textarea', '.send', '.close']
        return parts.map((part) => {
          const element = root?.querySelector(part)
          if (!element) return part
          const { color, backgroundColor, fontSize, fontFamily, letterSpacing, textTransform, direction, display } =
            getComputedStyle(element)
          const { width, height, right } = element.getBoundingClientRect()
          return {
            part,
            color,
            backgroundColor,
            fontSize,
            fontFamily,
            letterSpacing,
            textTransform,
            direction,
            display,
            width,
            height,
            right,
          }
        })
      })
    }
    const calm = await looks('')
    await shopper.page.context().close()
    expect(await looks(hostileCss)).toEqual(calm)
  })

  test('eleven cells fit 320 px, each a target of at least 24 by 44', async () => {
    await shopper.visit(nps, { viewport: { width: 320, height: 640 } })
    await shopper.dialog().waitFor()
    const sizes = await shopper.page
      .locator('earshot-survey .scale label')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
    expect(sizes).toHaveLength(11)
    for (const { width, height, left, right } of sizes) {
      expect(width).toBeGreaterThanOrEqual(24)
      expect(height).toBeGreaterThanOrEqual(44)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(320)
    }
  })

  test('works where storage is blocked', async () => {
    await shopper.visit(
      nps,
      {},
      "Object.defineProperty(window,'localStorage',{get(){throw new DOMException('no','SecurityError')}})",
    )
    await shopper.cell(7).click()
    await until(() => shopper.host.responses.length === 1)
    await shopper.page.getByRole('button', { name: 'Close' }).click()
    await shopper.page.evaluate("earshot('page')")
    expect(await shopper.heardNames()).toEqual(['ready', 'shown', 'answered', 'skipped'])
    expect(shopper.noise).toEqual([])
  })

  test('garbage in its storage is no harm', async () => {
    await shopper.visit(nps, {}, 'localStorage.setItem(\'earshot:pk_test\',\'{"shown":"x","answeredsrv_1":null}\')')
    await shopper.dialog().waitFor()
    expect(shopper.noise).toEqual([])
  })

  test('a person with reduced motion sees no motion, in dark the sheet is dark', async () => {
    await shopper.visit(nps, { reducedMotion: 'reduce', colorScheme: 'dark' })
    await shopper.dialog().waitFor()
    expect(await shopper.page.evaluate(() => document.querySelector('earshot-survey')?.shadowRoot?.getAnimations().length)).toBe(
      0,
    )
    expect(await shopper.dialog().evaluate((sheet) => getComputedStyle(sheet).backgroundColor)).toBe('rgb(28, 32, 37)')
  })
})

describe('who is asked', () => {
  test('one request where nobody is due', async () => {
    await shopper.visit({ ...nps, surveys: [{ gates: { touchpoint: 'checkout' } }] })
    await until(async () => (await shopper.heardNames()).includes('skipped'))
    expect(shopper.host.requests).toEqual(['GET /w/pk_test.js'])
    await shopper.page.evaluate("earshot('set', {touchpoint: 'checkout'})")
    await shopper.dialog().waitFor()
  })

  test('not again after answering', async () => {
    await shopper.visit()
    await shopper.cell(9).click()
    await shopper.send().click()
    await shopper.thanks().waitFor()
    await shopper.page.reload()
    await until(async () => (await shopper.heardNames()).includes('skipped'))
    expect((await shopper.heard())[1]).toEqual(['skipped', { survey: 'srv_1', reason: 'answered 0 of 90 days ago' }])
    expect(await shopper.dialog().count()).toBe(0)
  })

  test('content that is gone shows nothing, and the next survey has its turn', async () => {
    const contents = { srv_2: surveyContent('csat', { survey: 'srv_2' }) }
    await shopper.visit({ surveys: [{ id: 'srv_1' }, { id: 'srv_2' }], contents })
    await expect.poll(shopper.heard).toEqual([
      ['ready', {}],
      ['skipped', { survey: 'srv_1', reason: '404' }],
      ['shown', { survey: 'srv_2' }],
    ])
  })

  test('only content that is gone: nothing is shown or counted', async () => {
    await shopper.visit({ contents: {} })
    await until(async () => (await shopper.heardNames()).includes('skipped'))
    expect(await shopper.dialog().count()).toBe(0)
    expect(await shopper.page.locator('earshot-survey').count()).toBe(0)
    expect(shopper.host.displays).toEqual([])
  })

  test('show passes every gate and moves focus in, hide closes without a dismissal', async () => {
    await shopper.visit({ ...nps, surveys: [{ gates: { touchpoint: 'never' } }] })
    await until(async () => (await shopper.heardNames()).includes('skipped'))
    await shopper.page.locator('#page').focus()
    await shopper.page.evaluate("earshot('show', 'srv_1')")
    await shopper.dialog().waitFor()
    expect(await shopper.page.evaluate(() => document.activeElement?.tagName)).toBe('EARSHOT-SURVEY')
    await shopper.page.evaluate("earshot('hide')")
    await shopper.dialog().waitFor({ state: 'detached' })
    expect(await shopper.focused()).toBe('page')
    expect(await shopper.heardNames()).not.toContain('dismissed')
  })

  test('calls made before the script arrived are kept, on answers its unsubscribe, unknown calls warn once', async () => {
    const before =
      "window.earshot=function(){(earshot.q=earshot.q||[]).push(arguments)};window.told=[];earshot('on','ready',()=>told.push('ready'))"
    await shopper.visit({ surveys: [], before })
    await until(async () => (await shopper.heardNames()).includes('ready'))
    expect(await shopper.page.evaluate('told')).toEqual(['ready'])
    await shopper.page.evaluate(
      "window.off=earshot('on','error',()=>told.push('again'));off();dispatchEvent(new CustomEvent('earshot:error'))",
    )
    await shopper.page.evaluate("earshot('dance');earshot('dance');earshot('toString');earshot();earshot('on','ready',7)")
    expect(await shopper.page.evaluate('told')).toEqual(['ready'])
    expect(shopper.noise.filter((line) => line.includes('dance'))).toHaveLength(1)
  })
})
