import { describe, expect, test } from 'vitest'
import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import { surveyContent } from '../support/survey-content.ts'
import { nps, until, useWidgetPage } from '../support/widget-page.ts'

const shopper = useWidgetPage()

describe('one response', () => {
  test('a tap sends the score, the comment completes the same submission', async () => {
    await shopper.visit({
      ...nps,
      tag: 'data-touchpoint="checkout"',
      before: `window.earshot=function(){(earshot.q=earshot.q||[]).push(arguments)}
earshot('set',{traits:{tier:'gold',cart:{items:2}},order:{id:1001,value:'59.90',currency:'eur'}})`,
    })
    await shopper.cell(9).click()
    await until(() => shopper.host.responses.length === 1)
    await shopper.page.getByRole('textbox', { name: 'What did you like most?' }).fill('  The linen 🌿  ')
    await shopper.send().click()
    await shopper.thanks().waitFor()

    const [first, second] = shopper.host.responses
    expect(first).toMatchObject({
      site: 'pk_test',
      survey: 'srv_1',
      version: 3,
      seq: 1,
      complete: false,
      answers: { score: 9 },
      // The worker makes a number of the price, and text of the id.
      order: { id: 1001, value: '59.90', currency: 'eur' },
    })
    // A trait the worker would not take is left out; it must not cost the answer.
    expect(first?.traits).toEqual({ tier: 'gold' })
    expect(first?.context).toMatchObject({ touchpoint: 'checkout', locale: 'en', url: `${shopper.host.url}/`, source: 'widget' })
    expect(second).toMatchObject({ seq: 2, complete: true, answers: { score: 9, why: '  The linen 🌿  ' } })
    expect(second?.submission).toBe(first?.submission)
    expect(first?.submission).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt((first?.submission ?? '').replace('-', '').slice(0, 12), 16)).toBeCloseTo(Date.now(), -5)
    await until(() => shopper.host.displays.length === 2)
    expect(shopper.host.displays.map((batch) => batch.events[0]?.type).sort()).toEqual(['shown', 'started'])
    expect(shopper.host.displays[0]).toMatchObject({
      site: 'pk_test',
      events: [{ survey: 'srv_1', touchpoint: 'checkout', locale: 'en' }],
      traits: { tier: 'gold' },
    })
    expect(new Set(shopper.host.displays.map((batch) => batch.key)).size).toBe(2)
    expect(await shopper.heard()).toEqual([
      ['ready', {}],
      ['shown', { survey: 'srv_1' }],
      ['answered', { survey: 'srv_1', score: 9 }],
      ['completed', { survey: 'srv_1', score: 9 }],
    ])
  })

  test('another score before sending is a newer step, and the follow-up asks accordingly', async () => {
    await shopper.visit()
    await shopper.cell(3).click()
    await shopper.page.getByRole('textbox', { name: 'What could we do better?' }).waitFor()
    await shopper.cell(10).click()
    await shopper.page.getByRole('textbox', { name: 'What did you like most?' }).waitFor()
    await until(() => shopper.host.responses.length === 2)
    expect(shopper.host.responses.map(({ seq, complete, answers }) => ({ seq, complete, answers }))).toEqual([
      { seq: 1, complete: false, answers: { score: 3 } },
      { seq: 2, complete: false, answers: { score: 10 } },
    ])
  })

  test('a 503 is tried again with the same submission and seq, and a network error too', async () => {
    await shopper.visit()
    shopper.host.statuses.push(503, 0)
    await shopper.cell(0).click()
    await until(() => shopper.host.responses.length === 3)
    const sent = shopper.host.responses.map(({ submission, seq, answers, complete }) => ({ submission, seq, answers, complete }))
    expect(sent[1]).toEqual(sent[0])
    expect(sent[2]).toEqual(sent[0])
    expect(sent[0]).toMatchObject({ seq: 1, answers: { score: 0 } })
    expect(await shopper.send().isEnabled()).toBe(true)
  })

  test('what could not be sent stays with its text, and the same step goes again', async () => {
    await shopper.visit()
    await shopper.cell(8).click()
    await until(() => shopper.host.responses.length === 1)
    shopper.host.statuses.push(429)
    await shopper.page.getByRole('textbox').fill('A zip instead of buttons')
    await shopper.send().click()
    await shopper.page.locator('earshot-survey .failed').waitFor()
    expect(await shopper.page.getByRole('textbox').inputValue()).toBe('A zip instead of buttons')
    await shopper.send().click()
    await shopper.thanks().waitFor()
    expect(shopper.host.responses.slice(1).map(({ seq, complete }) => ({ seq, complete }))).toEqual([
      { seq: 2, complete: true },
      { seq: 2, complete: true },
    ])
  })

  test('a refusal ends calmly: thanks, no other try, and the shop hears why', async () => {
    await shopper.visit()
    await shopper.cell(8).click()
    await until(() => shopper.host.responses.length === 1)
    shopper.host.statuses.push(422)
    await shopper.page.getByRole('textbox').fill('A zip instead of buttons')
    await shopper.send().click()
    await shopper.thanks().waitFor()
    expect(await shopper.page.locator('earshot-survey .failed').count()).toBe(0)
    expect((await shopper.heard()).slice(2)).toEqual([
      ['answered', { survey: 'srv_1', score: 8 }],
      ['error', { survey: 'srv_1', reason: '422' }],
    ])
    await shopper.page.getByRole('button', { name: 'Close' }).click()
    await shopper.page.goto('about:blank')
    expect(shopper.host.responses.map(({ seq }) => seq)).toEqual([1, 2])
  })

  test('what still waits when the page is left goes once more on the way out', async () => {
    await shopper.visit()
    shopper.host.statuses.push(503)
    const refused = shopper.page.waitForResponse((answer) => answer.status() === 503)
    await shopper.cell(4).click()
    await (await refused).finished()
    await shopper.page.goto('about:blank')
    await until(() => shopper.host.responses.length === 2)
    expect(shopper.host.responses[1]).toMatchObject({
      seq: 1,
      answers: { score: 4 },
      submission: shopper.host.responses[0]?.submission,
    })
  })

  test('the thanks go by themselves, but stay while a pointer rests on them', async () => {
    await shopper.visit()
    await shopper.page.clock.install()
    await shopper.cell(9).click()
    await shopper.send().click()
    await shopper.thanks().hover()
    await shopper.page.clock.runFor(11_000)
    expect(await shopper.thanks().isVisible()).toBe(true)
    await shopper.page.mouse.move(5, 5)
    await shopper.page.clock.runFor(11_000)
    await shopper.dialog().waitFor({ state: 'detached' })
  })

  test('a score with nothing after it is complete', async () => {
    const questions = surveyContent('csat').questions.slice(0, 1)
    await shopper.visit({ contents: { srv_1: surveyContent('csat', { questions }) } })
    await shopper.cell(4, 5).click()
    await shopper.thanks().waitFor()
    expect(shopper.host.responses).toMatchObject([{ seq: 1, complete: true, answers: { score: 4 } }])
  })

  test('further questions are further steps of the same submission', async () => {
    const choices = [
      { id: 'price', text: 'Price' },
      { id: 'size', text: 'Size' },
      { id: 'care', text: 'Care' },
    ]
    const more: WidgetQuestion[] = [
      { id: 'missing', type: 'choices', text: 'What was missing?', choices },
      { id: 'again', type: 'choice', text: 'Which next?', choices, optional: true },
    ]
    await shopper.visit({
      surveys: [{ more: true }],
      contents: { srv_1: surveyContent('ces', { questions: [...surveyContent('ces').questions, ...more] }) },
    })
    await shopper.cell(2, 7).click()
    await shopper.next().click()
    await shopper.page.getByRole('group', { name: 'What was missing?' }).waitFor()
    await shopper.next().click()
    await shopper.page.getByText('Please answer this question.').waitFor()
    await shopper.page.getByRole('checkbox', { name: 'Care' }).check()
    await shopper.page.getByRole('checkbox', { name: 'Price' }).check()
    await shopper.next().click()
    await shopper.page.getByRole('radio', { name: 'Size' }).check()
    await shopper.send().click()
    await shopper.thanks().waitFor()
    expect(shopper.host.responses.map(({ seq, complete }) => [seq, complete])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ])
    expect(shopper.host.responses.at(-1)?.answers).toEqual({ score: 2, missing: ['price', 'care'], again: 'size' })
  })
})

describe('the keyboard', () => {
  test('Tab enters once; arrows, Home and End move without choosing; Enter chooses', async () => {
    await shopper.visit()
    await shopper.dialog().waitFor()
    await shopper.page.locator('#page').focus()
    await shopper.page.keyboard.press('Tab')
    expect(await shopper.focused()).toBe('0 out of 10, Not at all likely')
    for (const [key, label] of [
      ['ArrowRight', '1 out of 10'],
      ['ArrowLeft', '0 out of 10, Not at all likely'],
      ['ArrowLeft', '10 out of 10, Extremely likely'],
      ['ArrowRight', '0 out of 10, Not at all likely'],
      ['End', '10 out of 10, Extremely likely'],
      ['ArrowUp', '9 out of 10'],
      ['Home', '0 out of 10, Not at all likely'],
      ['ArrowDown', '1 out of 10'],
    ] as const) {
      await shopper.page.keyboard.press(key)
      expect(await shopper.focused(), key).toBe(label)
    }
    expect(shopper.host.responses).toEqual([])
    await shopper.page.keyboard.press('Tab')
    expect(await shopper.focused()).toBe('Don’t ask again')
    await shopper.page.keyboard.press('Tab')
    expect(await shopper.focused()).toBe('Close')
    await shopper.page.keyboard.press('Shift+Tab')
    await shopper.page.keyboard.press('Shift+Tab')
    expect(await shopper.focused()).toMatch(/out of 10/)
    await shopper.page.keyboard.press('ArrowRight')
    await shopper.page.keyboard.press('Enter')
    await until(() => shopper.host.responses.length === 1)
    expect(Object.keys(shopper.host.responses[0]?.answers ?? {})).toEqual(['score'])
  })

  test('Space chooses, from right to left the arrows follow the eye', async () => {
    await shopper.visit({ contents: { srv_1: surveyContent('nps', { dir: 'rtl', locale: 'he' }) } })
    await shopper.cell(0).focus()
    await shopper.page.keyboard.press('ArrowLeft')
    expect(await shopper.focused()).toBe('1 out of 10')
    await shopper.page.keyboard.press('Space')
    await until(() => shopper.host.responses.length === 1)
    expect(shopper.host.responses[0]?.answers).toEqual({ score: 1 })
  })

  test('1 then 0 is ten, and nothing else is sent on the way', async () => {
    await shopper.visit()
    await shopper.cell(5).focus()
    await shopper.stopClock()
    await shopper.page.keyboard.type('10')
    await until(() => shopper.host.responses.length === 1)
    expect(shopper.host.responses[0]?.answers).toEqual({ score: 10 })
    expect(await shopper.cell(10).isChecked()).toBe(true)
  })

  test('1 alone is one, 7 is seven at once', async () => {
    await shopper.visit()
    await shopper.cell(5).focus()
    await shopper.page.keyboard.press('1')
    await until(() => shopper.host.responses.length === 1)
    await shopper.page.keyboard.press('7')
    await until(() => shopper.host.responses.length === 2)
    expect(shopper.host.responses.map((sent) => sent.answers.score)).toEqual([1, 7])
  })

  test('Escape closes, gives focus back and counts as a dismissal where nothing was answered', async () => {
    await shopper.visit()
    await shopper.heardAre('ready', 'shown')
    expect(await shopper.focused()).toBe('')
    await shopper.page.locator('#page').focus()
    await shopper.page.keyboard.press('Tab')
    await shopper.page.keyboard.press('Escape')
    await shopper.dialog().waitFor({ state: 'detached' })
    expect(await shopper.focused()).toBe('page')
    await until(() => shopper.host.displays.length === 2)
    // Each on a line of its own: either may arrive first.
    expect(shopper.host.displays.map(({ events }) => events[0]?.type).sort()).toEqual(['dismissed', 'shown'])
    expect(await shopper.heardNames()).toEqual(['ready', 'shown', 'dismissed'])
    await shopper.page.reload()
    expect(await shopper.page.evaluate(() => document.readyState)).toBe('complete')
    await until(async () => (await shopper.heardNames()).includes('skipped'))
    expect(await shopper.dialog().count()).toBe(0)
  })

  test('Escape reaches a survey nobody has focused, unless a field of the page has focus', async () => {
    await shopper.visit({ ...nps, body: '<input id="field">' })
    await shopper.dialog().waitFor()
    await shopper.page.locator('#field').press('Escape')
    expect(await shopper.dialog().count()).toBe(1)
    await shopper.page.locator('#field').blur()
    await shopper.page.keyboard.press('Escape')
    await shopper.dialog().waitFor({ state: 'detached' })
  })

  test('closing after a score is no dismissal', async () => {
    await shopper.visit()
    await shopper.cell(6).click()
    await shopper.page.getByRole('button', { name: 'Close' }).click()
    await shopper.dialog().waitFor({ state: 'detached' })
    expect(await shopper.heardNames()).toEqual(['ready', 'shown', 'answered'])
  })

  test('what is typed does not reach the shop’s shortcuts', async () => {
    await shopper.visit({ ...nps, before: "window.keys=[];addEventListener('keydown',e=>keys.push(e.key))" })
    await shopper.cell(6).click()
    await shopper.page.getByRole('textbox').press('s')
    await shopper.page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true })))
    expect(await shopper.page.evaluate('keys')).toEqual(['x'])
  })
})
