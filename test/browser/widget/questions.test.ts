import { describe, expect, test } from 'vitest'
import type { Question } from '../../../worker/contract/question.ts'
import type { CreateSurvey } from '../../../worker/contract/survey.ts'
import { contentFrom } from '../../support/survey-content.ts'
import { choices, required, score, useStill } from './questions/ground.ts'

const { sent, shopper, visit } = useStill()

/** A survey of one question, how it is answered by pointing (at a selector, then typing) and by keys, and what is sent of it. */
interface Case {
  ask: Partial<CreateSurvey>
  points: (string | [selector: string, text: string])[]
  keys: (string | [text: string])[]
  answers: object
}

const only = (question: Question): Partial<CreateSurvey> => ({ metric: 'none', questions: [question] })
const scored = (metric: 'nps' | 'csat', style?: 'stars' | 'smileys'): Partial<CreateSurvey> => ({
  metric,
  questions: [{ ...score, style }],
})

const cases: Record<string, Case> = {
  'a score by numbers': {
    ask: scored('nps'),
    points: ['.scale label:nth-child(11)'],
    keys: ['Tab', '1', '0'],
    answers: { score: 10 },
  },
  'a score by stars': {
    ask: scored('csat', 'stars'),
    points: ['.scale label:nth-child(4)'],
    keys: ['Tab', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Space'],
    answers: { score: 4 },
  },
  'a score by smileys': {
    ask: scored('csat', 'smileys'),
    points: ['.scale label:nth-child(1)'],
    keys: ['Tab', 'End', 'Home', 'Enter'],
    answers: { score: 1 },
  },
  'a rating': {
    ask: only({ id: 'packing', type: 'rating', text: 'The packaging?', points: 10, low: '', high: '', required }),
    points: ['.scale label:nth-child(7)', '.send'],
    keys: ['Tab', '7', 'Tab', 'Enter'],
    answers: { packing: 7 },
  },
  'one of several': {
    ask: only({ id: 'missing', type: 'choice', text: 'What was missing?', choices, required }),
    points: ['.choices label:nth-child(2)', '.send'],
    keys: ['Tab', 'ArrowDown', 'Tab', 'Enter'],
    answers: { missing: 'size' },
  },
  'any of several, and something else': {
    ask: only({ id: 'missing', type: 'choices', text: 'What was missing?', choices, other: 'Something else', required }),
    points: ['.choices label:nth-child(4)', ['.line', 'A zip'], '.choices label:nth-child(1)', '.send'],
    keys: ['Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Space', 'Tab', ['A zip'], 'Tab', 'Enter'],
    answers: { missing: ['price', 'other'], 'missing.other': 'A zip' },
  },
  'a short text': {
    ask: only({ id: 'name', type: 'text', text: 'Your name?', short: true, required }),
    points: [['.line', 'Mara'], '.send'],
    keys: ['Tab', ['Mara'], 'Enter'],
    answers: { name: 'Mara' },
  },
  'a long text': {
    ask: only({ id: 'tell', type: 'text', text: 'Tell us more.', required }),
    points: [['textarea', 'It fits.'], '.send'],
    keys: ['Tab', ['It fits.'], 'Tab', 'Enter'],
    answers: { tell: 'It fits.' },
  },
  'a box to tick, by its words too': {
    ask: only({ id: 'quote', type: 'consent', text: 'You may quote me by my first name.', required }),
    points: ['.tick', '.send'],
    keys: ['Tab', 'Space', 'Tab', 'Enter'],
    answers: { quote: 'yes' },
  },
  'a statement': {
    ask: only({ id: 'note', type: 'statement', text: 'We move in May.' }),
    points: ['.send'],
    keys: ['Tab', 'Enter'],
    answers: {},
  },
  'an e-mail address': {
    ask: only({ id: 'mail', type: 'contact', channel: 'email', text: 'Your address?', purpose: 'To answer you.', required }),
    points: [['.line', 'mara@fern.example'], '.send'],
    keys: ['Tab', ['mara@fern.example'], 'Enter'],
    answers: { mail: 'mara@fern.example' },
  },
  'a phone number': {
    ask: only({ id: 'phone', type: 'contact', channel: 'phone', text: 'Your number?', purpose: 'To call you back.', required }),
    points: [['.line', '+49 30 901820'], '.send'],
    keys: ['Tab', ['+49 30 901820'], 'Tab', 'Enter'],
    answers: { phone: '+49 30 901820' },
  },
}

describe.each(Object.entries(cases))('%s is answered', (_name, { ask, points, keys, answers }) => {
  async function arrives() {
    await shopper.thanks().waitFor()
    expect(sent()).toEqual([{ answers, complete: true }])
    expect(shopper.noise).toEqual([])
  }

  test.each([
    ['by mouse', false],
    ['by touch', true],
  ])('%s', async (_by, hasTouch) => {
    await visit(contentFrom(ask), { hasTouch })
    for (const point of points) {
      const [selector, text] = [point].flat()
      const target = shopper.page.locator(`earshot-survey ${selector}`)
      await (hasTouch ? target.tap() : target.click())
      if (text) await shopper.page.keyboard.type(text)
    }
    await arrives()
  })

  test('by keyboard alone', async () => {
    await visit(contentFrom(ask))
    await shopper.dialog().waitFor()
    await shopper.page.locator('#page').focus()
    await shopper.stopClock()
    for (const key of keys) await (Array.isArray(key) ? shopper.page.keyboard.type(key[0]) : shopper.page.keyboard.press(key))
    await arrives()
  })
})
