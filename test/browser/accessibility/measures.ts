import type { BrowserContextOptions, Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desktop, phone, type Shopper, show, visit } from './ground.ts'
import { contentIn, type ScreenName, screensIn } from './screens.ts'
import { type Direction, languages } from './texts.ts'

const screens = screensIn(languages['left to right'])
const directions = Object.keys(languages) as Direction[]
const all = Object.keys(screens) as ScreenName[]
/** Those that stand above the page as usual, and so at the bottom of a phone. */
const sheets = all.filter((name) => !['in the middle', 'in the page', 'a tab', 'a button'].includes(name))

/** What can be clicked or tapped: a point with its whole cell, a choice with its words. */
const targets = 'button, a, textarea, .line, .scale input, .choices label, .tick'

/** Sizes and places, as they are laid out. */
export function measures(shopper: Shopper): void {
  const section = () => shopper.page.locator('earshot-survey section')
  const boxes = (locator: Locator) =>
    locator.evaluateAll((found) =>
      found
        .filter((element) => element.checkVisibility())
        .map((element) => {
          const { width, height, left, right } = element.getBoundingClientRect()
          return { what: element.outerHTML.slice(0, 80), width, height, left, right }
        }),
    )

  /** Whatever is wider than the room it has, or would be cut off. */
  const lost = () =>
    section().evaluate((sheet) => {
      const { left, right, top, bottom } = sheet.getBoundingClientRect()
      const cut = [...sheet.querySelectorAll<HTMLElement>(':not(.said, input, progress)')].filter((element) => {
        const box = element.getBoundingClientRect()
        const outside = box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5)
        return outside || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      })
      const reachable = getComputedStyle(sheet).position !== 'fixed' || (top >= 0 && bottom <= innerHeight)
      return [
        ...(sheet.scrollWidth > sheet.clientWidth ? ['the sheet scrolls sideways'] : []),
        ...(reachable ? [] : ['the sheet reaches out of the window']),
        ...cut.map((element) => element.outerHTML.slice(0, 80)),
      ]
    })

  /** Looks at everything in one visit; answers what fails, by the name of what was looked at. */
  async function through(names: ScreenName[], direction: Direction, profile: object, look: () => Promise<unknown[]>) {
    const found: unknown[] = []
    const views = screensIn(languages[direction])
    for (const [i, name] of names.entries()) {
      if (i) await show(shopper, views[name])
      else await visit(shopper, views[name], profile)
      const faults = await look()
      if (faults.length > 0) found.push([name, ...faults])
    }
    return found
  }

  describe('targets', () => {
    const small = async (selector: string, least: number) =>
      (await boxes(section().locator(selector))).filter(({ width, height }) => width < least || height < least)

    test.each([
      ['phone', phone],
      ['desktop', desktop],
    ])('are at least 24 pixels wide and high on a %s, and 44 where they fit', async (_name, profile) => {
      // All but the points of a long scale, and what is small print.
      const large = '.send, .close, .back, textarea, .line, .choices label, .stars input, .smileys input'
      const look = async () => [...(await small(targets, 24)), ...(await small(large, 44))]
      expect(await through(all, 'left to right', profile, look)).toEqual([])
    })

    test.each(['in the middle', 'in the page'] as const)(
      'no point is smaller than that, however little room there is: %s',
      async (name) => {
        await visit(shopper, screens[name], { ...phone, viewport: { width: 320, height: 640 } })
        const cells = await boxes(section().locator('.scale input'))
        expect(cells).toHaveLength(11)
        expect(cells.filter(({ width, height }) => width < 24 || height < 44)).toEqual([])
        expect(await lost()).toEqual([])
      },
    )

    test.each(directions)('eleven points stand side by side on 320 pixels, read from %s', async (direction) => {
      const narrow = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }
      await visit(shopper, screensIn(languages[direction])['a score by numbers'], narrow)
      const cells = (await boxes(section().locator('.scale input'))).sort((a, b) => a.left - b.left)
      expect(cells).toHaveLength(11)
      for (const [i, { width, height, left, right }] of cells.entries()) {
        expect(width).toBeGreaterThanOrEqual(24)
        expect(height).toBeGreaterThanOrEqual(44)
        expect(left).toBeGreaterThanOrEqual(cells[i - 1]?.right ?? 0)
        expect(right).toBeLessThanOrEqual(320)
      }
      expect(await lost()).toEqual([])
    })
  })

  describe('nothing is lost', () => {
    // 1280 by 800 pixels as a browser shows them when it enlarges them.
    const twice = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }
    const fourTimes = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }
    test.each<[Direction, string, BrowserContextOptions]>([
      ['left to right', '200', twice],
      ['right to left', '400', fourTimes],
    ])('read from %s at %s per cent', async (direction, _per, profile) => {
      expect(await through(all, direction, profile, lost)).toEqual([])
    })

    test('with the text spacing of WCAG 1.4.12', async () => {
      const spaced = async () => {
        await shopper.page.locator('earshot-survey').evaluate(({ shadowRoot }) => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
            p { margin-bottom: 2em !important }`)
          shadowRoot?.adoptedStyleSheets.push(sheet)
        })
        return lost()
      }
      expect(await through(all, 'left to right', phone, spaced)).toEqual([])
    })
  })

  describe('on a phone', () => {
    test('never more than half the view is covered, however small it is and however much is asked', async () => {
      const small = { ...phone, viewport: { width: 320, height: 568 } }
      const tall = async () => (await boxes(section())).filter(({ height }) => height > 568 / 2)
      expect(await through(sheets, 'left to right', small, tall)).toEqual([])
    })

    test('fields have letters of 16 pixels, so that no browser zooms in', async () => {
      const letters = async () =>
        (
          await section()
            .locator('textarea, .line')
            .evaluateAll((fields) => fields.map((field) => getComputedStyle(field).fontSize))
        ).filter((size) => Number.parseFloat(size) < 16)
      expect(
        await through(['a score and its follow-up', 'a short text', 'an e-mail address'], 'left to right', phone, letters),
      ).toEqual([])
    })

    test('the sheet stands on the keyboard, and comes down with it', async () => {
      const view = `const view=Object.assign(new EventTarget(),{height:innerHeight,offsetTop:0})
Object.defineProperty(window,'visualViewport',{value:view})`
      await shopper.visit(
        { surveys: [{ more: true }], contents: { srv_1: contentIn(languages['left to right'], {}) } },
        { ...phone, reducedMotion: 'reduce' },
        view,
      )
      await shopper.cell(9).tap()
      await shopper.page.getByRole('textbox').tap()
      const bottom = () => section().evaluate((sheet) => sheet.getBoundingClientRect().bottom)
      const turn = (height: number, offsetTop: number) =>
        shopper.page.evaluate(
          `Object.assign(visualViewport,{height:${height},offsetTop:${offsetTop}}).dispatchEvent(new Event('resize'))`,
        )
      expect(await bottom()).toBe(844)
      await turn(500, 0)
      expect(await bottom()).toBe(500)
      await turn(500, 100)
      expect(await bottom()).toBe(600)
      await turn(844, 0)
      expect(await bottom()).toBe(844)
    })
  })

  test.each(directions)('language and direction are said on everything, read from %s', async (direction) => {
    const { tag, dir } = languages[direction]
    const said = async () => {
      const [lang, way] = await section().evaluate((sheet: HTMLElement) => [sheet.lang, getComputedStyle(sheet).direction])
      return lang === tag && way === dir ? [] : [lang, way]
    }
    expect(await through(['a score by numbers', 'thanks', 'an answer deleted', 'a tab'], direction, desktop, said)).toEqual([])
  })
}
