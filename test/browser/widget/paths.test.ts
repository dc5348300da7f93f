import { describe, expect, test } from 'vitest'
import { contentFrom } from '../../support/survey-content.ts'
import { choices, required, score, useStill } from './questions/ground.ts'

const { heading, sent, shopper, visit } = useStill()

describe('the way through a survey', () => {
  const branching = contentFrom({
    metric: 'nps',
    questions: [
      {
        ...score,
        branches: [
          { score: [0, 2], to: 'end' },
          { category: ['detractor'], to: 'wrong' },
        ],
      },
      {
        id: 'liked',
        type: 'choice',
        text: 'What did you like?',
        choices,
        required,
        branches: [{ answer: ['price'], to: 'end' }],
      },
      { id: 'wrong', type: 'text', text: 'What went wrong?', short: true, required: false },
    ],
  })
  const pick = (name: string) => shopper.page.getByRole('radio', { name }).click()

  test('a branch by score ends it at the tap', async () => {
    await visit(branching)
    await shopper.cell(2).click()
    await shopper.thanks().waitFor()
    expect(sent()).toEqual([{ answers: { score: 2 }, complete: true }])
  })

  test('a branch by category jumps; a text after the score stands beneath it', async () => {
    await visit(branching)
    await shopper.cell(3).click()
    expect(await heading()).toBe('What went wrong? (optional)')
    await shopper.send().click()
    await shopper.thanks().waitFor()
    expect(sent().at(-1)).toEqual({ answers: { score: 3 }, complete: true })
  })

  test.each([
    ['The price', true],
    ['My size', false],
  ])('a branch by answer ends it, and another answer goes on: %s', async (answer, ends) => {
    await visit(branching)
    await shopper.cell(9).click()
    await shopper.next().click()
    expect(await heading()).toBe('What did you like?')
    await pick(answer)
    await (ends ? shopper.send() : shopper.next()).click()
    if (ends) await shopper.thanks().waitFor()
    else expect(await heading()).toBe('What went wrong? (optional)')
    expect(sent().at(-1)?.complete).toBe(ends)
  })

  test('back changes what was said and where it leads; what is off the new path stays away', async () => {
    await visit(branching)
    await shopper.cell(9).click()
    await shopper.next().click()
    await pick('My size')
    await shopper.next().click()
    await shopper.page.getByRole('textbox').fill('Nothing')
    const back = () => shopper.page.getByRole('button', { name: 'Back' }).click()
    await back()
    expect(await shopper.page.getByRole('radio', { name: 'My size' }).isChecked()).toBe(true)
    await back()
    expect(await shopper.page.getByRole('button', { name: 'Back' }).count()).toBe(0)
    expect(await shopper.cell(9).isChecked()).toBe(true)
    await shopper.cell(5).click()
    expect(await shopper.page.getByRole('textbox').inputValue()).toBe('Nothing')
    await shopper.send().click()
    await shopper.thanks().waitFor()
    expect(sent().at(-1)).toMatchObject({ answers: { score: 5, wrong: 'Nothing' }, complete: true })
  })

  test('progress says where one is on the way that the answers lead', async () => {
    await visit(branching)
    const step = () => shopper.page.locator('earshot-survey .step').textContent()
    expect(await step()).toBe('Question 1 of 3')
    await shopper.cell(9).click()
    await shopper.next().click()
    expect(await step()).toBe('Question 2 of 3')
    await pick('The price')
    expect(await step()).toBe('Question 2 of 2')
  })

  test('wordings hold traits and earlier answers, and something else where nothing is known', async () => {
    const asked = contentFrom({
      metric: 'none',
      questions: [
        { id: 'missing', type: 'choices', text: 'What was missing, {{trait.name|dear customer}}?', choices, required },
        { id: 'tell', type: 'text', text: 'Tell us about {{answer.missing|it}} and {{trait.tier|your plan}}.', required },
      ],
      thanks: { title: 'Thank you, {{trait.name|dear customer}}', text: 'You said: {{answer.tell|nothing}}' },
    })
    const before =
      "window.earshot=function(){(earshot.q=earshot.q||[]).push(arguments)};earshot('set',{traits:{name:'<b>Mara</b>'}})"
    await visit(asked, {}, before)
    expect(await heading()).toBe('What was missing, <b>Mara</b>?')
    await shopper.page.getByRole('checkbox', { name: 'Care labels' }).check()
    await shopper.page.getByRole('checkbox', { name: 'The price' }).check()
    await shopper.next().click()
    expect(await heading()).toBe('Tell us about The price, Care labels and your plan.')
    await shopper.page.getByRole('textbox').fill('All $& well')
    await shopper.send().click()
    await shopper.page.getByText('You said: All $& well', { exact: true }).waitFor()
    expect(await heading()).toBe('Thank you, <b>Mara</b>')
  })
})
