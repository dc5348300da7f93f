import { describe, expect, test } from 'vitest'
import { until } from '../../support/widget-page.ts'
import { anyShop, type Shopper, visit } from './ground.ts'
import { contentIn, questionsIn, screensIn } from './screens.ts'
import { type Direction, languages } from './texts.ts'

const english = languages['left to right']
const screens = screensIn(english)

/** Keys and focus, beyond what a score from 0 to 10 shows. */
export function keys(shopper: Shopper): void {
  const press = async (...pressed: string[]) => {
    for (const key of pressed) await shopper.page.keyboard.press(key)
  }
  const cells = () => shopper.page.locator('earshot-survey .scale input')
  /** Which point has focus, and which is chosen, both counted from 0. */
  const at = () =>
    cells().evaluateAll((all) => [
      all.findIndex((cell) => cell.matches(':focus')),
      all.findIndex((cell) => cell.matches(':checked')),
    ])
  const sent = () => shopper.host.responses.map(({ answers }) => answers)

  describe('the keys of a scale', () => {
    test.each<[Direction, string, string]>([
      ['left to right', 'ArrowRight', 'ArrowLeft'],
      ['right to left', 'ArrowLeft', 'ArrowRight'],
    ])('arrows move without choosing and wrap, read from %s', async (direction, onwards, back) => {
      await visit(shopper, screensIn(languages[direction])['a rating'])
      await cells().first().focus()
      const way: [string, number][] = [
        [onwards, 1],
        ['ArrowDown', 2],
        [back, 1],
        ['ArrowUp', 0],
        [back, 9],
        [onwards, 0],
        ['End', 9],
        ['ArrowDown', 0],
        ['ArrowUp', 9],
        ['Home', 0],
      ]
      for (const [key, point] of way) {
        await press(key)
        expect(await at(), key).toEqual([point, -1])
      }
    })

    test.each([
      ['Space', 2, 3],
      ['Enter', 2, 3],
      ['4', 3, 4],
      ['1', 0, 1],
    ])('%s chooses', async (key, place, point) => {
      await visit(shopper, screens['a score by stars'])
      await cells().nth(2).focus()
      await press(key)
      await until(() => shopper.host.responses.length === 1)
      expect(await at()).toEqual([place, place])
      expect(sent()).toEqual([{ score: point }])
    })

    test.each(['6', '0', 'x', 'Control+3', 'Alt+3'])('%s is no point of this scale', async (key) => {
      await visit(shopper, screens['a score by stars'])
      await cells().nth(2).focus()
      await press(key)
      expect(await at()).toEqual([2, -1])
      // What comes next is the first that is sent.
      await press('5')
      await until(() => shopper.host.responses.length === 1)
      expect(sent()).toEqual([{ score: 5 }])
    })

    test('1 waits for a 0 on a rating of ten points too', async () => {
      await visit(shopper, screens['a rating'])
      await cells().first().focus()
      await shopper.stopClock()
      await press('1', '0')
      expect(await at()).toEqual([9, 9])
    })

    test('a digit answers from the sheet itself, where focus is when the survey was asked for', async () => {
      await shopper.visit({
        ...anyShop,
        surveys: [{ delay: 3600, more: true }],
        contents: { srv_1: screens['a score by stars'].content },
      })
      await shopper.page.evaluate("earshot('show')")
      await shopper.dialog().waitFor()
      await press('2')
      await until(() => shopper.host.responses.length === 1)
      expect(sent()).toEqual([{ score: 2 }])
    })

    test('digits in a text are text', async () => {
      await visit(shopper, screens['a score and its follow-up'])
      await shopper.page.getByRole('textbox').pressSequentially('10 of 10, 3 parcels')
      await press('Tab', '4')
      await shopper.send().click()
      await shopper.thanks().waitFor()
      expect(sent()).toEqual([{ score: 7 }, { score: 7, why: '10 of 10, 3 parcels' }])
    })

    test('Tab comes back to what is chosen, and leaves from there', async () => {
      await visit(shopper, screens['a score and its follow-up'])
      await shopper.page.getByRole('textbox').focus()
      await press('Shift+Tab')
      expect(await at()).toEqual([6, 6])
      await press('Tab')
      expect(await at()).toEqual([-1, 6])
      expect(await shopper.page.getByRole('textbox').evaluate((field) => field.matches(':focus'))).toBe(true)
    })

    test('Enter in a one-line field goes on, and in a box begins a line', async () => {
      const { short, long } = questionsIn(english)
      await visit(shopper, { content: contentIn(english, { questions: [short, long] }) })
      await shopper.page.getByRole('textbox').fill('Mara')
      await press('Tab', 'Shift+Tab', 'Enter')
      await shopper.page.getByRole('textbox', { name: 'Tell us about your last parcel.' }).pressSequentially('Late.')
      await press('Enter')
      await shopper.page.keyboard.type('But whole.')
      expect(sent()).toEqual([{ name: 'Mara' }])
      await shopper.send().click()
      await shopper.thanks().waitFor()
      expect(sent()[1]).toEqual({ name: 'Mara', tell: 'Late.\nBut whole.' })
    })
  })

  describe('focus', () => {
    const withButton = { ...anyShop, body: '<main><h1>Shop</h1><button id="opener">Tell us</button></main>' }
    /** What the live region said since the survey was made. */
    const listening = `window.said=[];const attach=Element.prototype.attachShadow
Element.prototype.attachShadow=function(init){const root=attach.call(this,init)
new MutationObserver(()=>{const live=root.querySelector('[aria-live]')
if(live&&said.at(-1)!==live.textContent)said.push(live.textContent)}).observe(root,{subtree:true,childList:true,characterData:true})
return root}`

    test('a survey that comes by itself leaves focus where it is, and is announced politely', async () => {
      const question = 'How likely are you to recommend Fern & Loom to a friend or colleague?'
      await shopper.visit(
        { ...withButton, surveys: [{ delay: 1, more: true }], contents: { srv_1: contentIn(english, {}) } },
        {},
        listening,
      )
      await shopper.page.locator('#opener').focus()
      await until(async () => (await shopper.page.evaluate<string[]>('said')).length === 2)
      // A live region speaks of what changes in it, so that it stands empty first.
      expect(await shopper.page.evaluate('said')).toEqual(['', question])
      expect(await shopper.page.locator('earshot-survey [aria-live]').getAttribute('aria-live')).toBe('polite')
      expect(await shopper.focused()).toBe('opener')
      await shopper.cell(9).click()
      await shopper.send().click()
      await shopper.thanks().waitFor()
      expect(await shopper.page.evaluate('said')).toEqual([
        '',
        question,
        'What did you like most?',
        'Thank you. Your answer helps us get better.',
      ])
    })

    test('one that was asked for takes it, keeps it at the thanks, and Escape gives it back', async () => {
      const contents = { srv_1: contentIn(english, {}) }
      await shopper.visit({ ...withButton, surveys: [{ delay: 3600, more: true }], contents })
      await shopper.page.evaluate("document.getElementById('opener').onclick = () => earshot('show')")
      await shopper.page.locator('#opener').focus()
      await press('Enter')
      await shopper.dialog().waitFor()
      const inDialog = () => shopper.dialog().evaluate((dialog) => dialog.matches(':focus'))
      expect(await inDialog()).toBe(true)
      await press('Tab', '7')
      await until(() => shopper.host.responses.length === 1)
      expect(await at()).toEqual([7, 7])
      await press('Tab', 'Tab', 'Enter')
      await shopper.thanks().waitFor()
      expect(await inDialog()).toBe(true)
      await press('Escape')
      await shopper.dialog().waitFor({ state: 'detached' })
      expect(await shopper.focused()).toBe('opener')
    })

    test('focus goes to the first answer that is missing', async () => {
      await visit(shopper, screens['a choice left out'])
      expect(
        await shopper.page
          .getByRole('checkbox')
          .first()
          .evaluate((box) => box.matches(':focus')),
      ).toBe(true)
      expect(shopper.host.responses).toEqual([])
    })
  })
}
