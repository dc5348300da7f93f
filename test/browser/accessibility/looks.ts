import { describe, expect, test } from 'vitest'
import { contrast } from '../../../worker/domain/colour.ts'
import { type Shopper, show, visit } from './ground.ts'
import { contentIn, type ScreenName, screensIn } from './screens.ts'
import { languages } from './texts.ts'

const english = languages['left to right']
const screens = screensIn(english)
const brands = { yellow: '#ffee00', white: '#ffffff', black: '#000000', 'mid grey': '#808080', red: '#e02020' }

/** Colours and motion, as they are computed. */
export function looks(shopper: Shopper): void {
  const section = () => shopper.page.locator('earshot-survey section')

  /** The contrast of a property's colour to the first background that can be seen behind it. */
  async function contrastOf(
    selector: string,
    property: 'color' | 'outlineColor' | 'borderTopColor',
    behind = selector,
  ): Promise<number> {
    const [colour, back] = await section().evaluate(
      (sheet, [front, ground, name]) => {
        const find = (sought: string) => (sought === 'section' ? sheet : sheet.querySelector(sought))
        const element = find(front)
        if (!element) throw new Error(`there is no ${front}`)
        let at = find(ground)
        while (at && /^rgba.* 0\)$/.test(getComputedStyle(at).backgroundColor)) at = at.parentElement
        return [getComputedStyle(element)[name], at ? getComputedStyle(at).backgroundColor : '']
      },
      [selector, behind, property] as const,
    )
    return contrast(hex(colour), hex(back))
  }

  describe.each(['light', 'dark'] as const)('on a %s sheet, whatever the brand’s colour', (theme) => {
    test.each(Object.entries(brands))('%s: text 4.5 to 1, rings and edges 3 to 1', async (_name, brand) => {
      await visit(shopper, {
        content: contentIn(english, { metric: 'nps', appearance: { theme, brand } }),
        reach: (page) => page.locator('earshot-survey .scale label').last().click(),
      })
      for (const text of [
        'h2',
        'small',
        '.scale span',
        '.scale :checked + span',
        '.ends',
        '.send',
        '.foot',
        '.foot a',
        '.close',
        'textarea',
      ])
        expect(await contrastOf(text, 'color'), text).toBeGreaterThanOrEqual(4.5)
      // A ring stands two pixels away from what it is about, on the sheet.
      await shopper.page.keyboard.press('ArrowLeft')
      expect(await contrastOf('.scale :focus-visible + span', 'outlineColor', 'section')).toBeGreaterThanOrEqual(3)
      for (const focused of ['.send', '.close', 'textarea', '.foot a']) {
        await section().locator(focused).focus()
        expect(await contrastOf(`${focused}:focus-visible`, 'outlineColor', 'section'), focused).toBeGreaterThanOrEqual(3)
      }
      for (const edge of ['.scale :checked + span', '.send', 'textarea'])
        expect(await contrastOf(edge, 'borderTopColor', 'section'), edge).toBeGreaterThanOrEqual(3)

      const again = { ...screens['a choice left out'].content }
      await show(shopper, {
        content: { ...again, appearance: contentIn(english, { appearance: { theme, brand } }).appearance },
        reach: async (page) => {
          await page.locator('earshot-survey .send').click()
          await page.locator('earshot-survey .choices label').last().click()
        },
      })
      for (const text of ['.choices label', 'label small', '.line'])
        expect(await contrastOf(text, 'color'), text).toBeGreaterThanOrEqual(4.5)
      expect(await contrastOf('.choices label:has(:checked)', 'borderTopColor', 'section')).toBeGreaterThanOrEqual(3)
      expect(await contrastOf('.line', 'borderTopColor', 'section')).toBeGreaterThanOrEqual(3)
    })
  })

  describe('where colours are forced', () => {
    test('the point that is chosen is told from the others', async () => {
      const colours = (selector: string, property: 'backgroundColor' | 'fill') =>
        section().evaluate(
          (sheet, [sought, name]) => {
            const found = [...sheet.querySelectorAll(sought)]
            return found.map((element) => getComputedStyle(element)[name])
          },
          [selector, property] as const,
        )
      await visit(shopper, screens['a score and its follow-up'], { forcedColors: 'active' })
      const cells = await colours('.scale span', 'backgroundColor')
      expect(new Set(cells.slice(0, -1)).size).toBe(1)
      expect(cells.at(-1)).not.toBe(cells[0])
      expect(await contrastOf('.scale :checked + span', 'color')).toBeGreaterThanOrEqual(4.5)

      await show(shopper, screens['a score by stars'])
      const stars = () => colours('.scale svg', 'fill')
      const none = await stars()
      await shopper.cell(3, 5).click()
      const three = await stars()
      expect(three.map((fill, i) => fill !== none[i])).toEqual([true, true, true, false, false])
    })

    test('the sheet, its points and its button have edges', async () => {
      await visit(shopper, screens['a score and its follow-up'], { forcedColors: 'active' })
      for (const edge of ['section', '.scale span', '.send', 'textarea'])
        expect(await contrastOf(edge, 'borderTopColor'), edge).toBeGreaterThan(4.5)
    })
  })

  describe('motion', () => {
    /** What moves by itself, or would on a change. */
    const moving = () =>
      section().evaluate((sheet) =>
        [sheet, ...sheet.querySelectorAll('*')]
          .filter((element) => {
            const { animationName, transitionDuration } = getComputedStyle(element)
            return animationName !== 'none' || transitionDuration !== '0s'
          })
          .map((element) => element.className || element.tagName),
      )

    test('there is some: the sheet and a follow-up come in', async () => {
      await visit(shopper, screens['a score and its follow-up'], { reducedMotion: 'no-preference' })
      expect(new Set(await moving())).toEqual(new Set(['popover bottom-right ', 'more', 'SPAN']))
    })

    test('but none for those who asked for less', async () => {
      for (const [i, name] of (Object.keys(screens) as ScreenName[]).entries()) {
        if (i) await show(shopper, screens[name])
        else await visit(shopper, screens[name])
        expect(await moving(), name).toEqual([])
        expect(
          await shopper.page.locator('earshot-survey').evaluate(({ shadowRoot }) => shadowRoot?.getAnimations().length),
        ).toBe(0)
      }
    })
  })
}

/** `rgb(1, 2, 3)` as `#010203`. */
function hex(colour: string): string {
  const channels = colour.match(/\d+/g)?.slice(0, 3).map(Number)
  if (channels?.length !== 3 || /rgba\(.*, 0?\.?\d+\)/.test(colour)) throw new Error(`${colour} is no colour that covers`)
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
