import type { Metric } from '../../../worker/contract/category.ts'
import type { Question } from '../../../worker/contract/question.ts'
import type { CreateSurvey } from '../../../worker/contract/survey.ts'
import type { Targeting } from '../../../worker/contract/targeting.ts'
import { standardQuestions } from '../../../worker/domain/standard.ts'
import { metricNames } from '../wording.ts'

/** A survey to begin with: what it asks, where and when, ready to be reworded. */
export interface Template {
  id: string
  name: string
  /** What one learns from it, and when it is asked. */
  says: string
  survey: Omit<CreateSurvey, 'name' | 'questions'> & { metric: Metric; questions: Question[] }
}

/** Nobody is asked while paying or signing in. */
const exclude = ['/*payment*', '/*login*', '/*sign-in*', '/*signin*']

/** Early enough that the page is still before their eyes, and late enough that they have seen it. */
const after = (delaySeconds: number): Partial<Targeting> => ({ delaySeconds, exclude })

const choice = (id: string, text: string) => ({ id, text })
const why = (text: string): Question => ({ id: 'why', type: 'text', text, required: false })

/** Templates by the touchpoints of a shop, in the order in which shoppers come to them. */
export function templates(shop: string): Template[] {
  return [
    {
      id: 'found',
      name: 'Did you find what you needed?',
      says: 'On any page, half a minute in: what people came for and didn’t get.',
      survey: {
        metric: 'none',
        targeting: after(30),
        questions: [
          {
            ...{ id: 'found', type: 'choice', text: 'Did you find what you needed?', required: true },
            choices: [choice('yes', 'Yes'), choice('partly', 'Partly'), choice('no', 'No')],
            branches: [{ answer: ['yes'], to: 'end' }],
          },
          why('What were you looking for?'),
        ],
      },
    },
    {
      id: 'product',
      name: 'Product page',
      says: 'Whether the page helps to decide, and what it leaves open.',
      survey: {
        metric: 'csat',
        touchpoint: 'product',
        targeting: after(30),
        questions: [
          {
            ...{ id: 'score', type: 'metric', text: 'How well does this page help you decide?' },
            ...{ low: 'Not at all', high: 'Very well' },
            branches: [{ category: ['satisfied'], to: 'why' }],
          },
          {
            ...{ id: 'missing', type: 'choices', text: 'What is missing?', required: false, other: 'Something else' },
            choices: [
              choice('pictures', 'Pictures'),
              choice('size', 'Size and fit'),
              choice('material', 'Material and care'),
              choice('reviews', 'Reviews'),
              choice('delivery', 'Delivery and returns'),
            ],
          },
          { ...why('What would help you decide?'), textBy: { satisfied: 'What helped you most?' } } as Question,
        ],
      },
    },
    {
      id: 'search',
      name: 'Search',
      says: 'Whether people find things, and what they call what they can’t find.',
      survey: {
        metric: 'ces',
        touchpoint: 'search',
        targeting: after(15),
        questions: [
          {
            ...{ id: 'score', type: 'metric', text: 'It was easy to find what I was looking for.' },
            ...{ low: 'Strongly disagree', high: 'Strongly agree' },
          },
          { ...why('What were you looking for?'), textBy: { easy: 'What made it easy?' } } as Question,
        ],
      },
    },
    {
      id: 'cart',
      name: 'Cart',
      says: 'What keeps people from ordering, while they can still tell.',
      survey: {
        metric: 'none',
        touchpoint: 'cart',
        targeting: after(45),
        questions: [
          {
            ...{ id: 'keeps', type: 'choice', text: 'Is anything keeping you from ordering today?', required: true },
            other: 'Something else',
            choices: [
              choice('nothing', 'No, nothing'),
              choice('shipping', 'Shipping costs'),
              choice('time', 'Delivery time'),
              choice('payment', 'Ways to pay'),
              choice('unsure', 'I am not sure about a product'),
              choice('looking', 'I am just looking'),
            ],
            branches: [{ answer: ['nothing', 'looking'], to: 'end' }],
          },
          why('What would change that?'),
        ],
      },
    },
    {
      id: 'checkout',
      name: 'Checkout',
      says: 'How easy ordering was: asked once the order is placed, since nobody should be asked while paying.',
      survey: {
        metric: 'ces',
        touchpoint: 'order-success',
        targeting: after(10),
        questions: [
          {
            ...{ id: 'score', type: 'metric', text: 'The checkout made it easy to place my order.' },
            ...{ low: 'Strongly disagree', high: 'Strongly agree' },
            branches: [{ category: ['easy'], to: 'why' }],
          },
          {
            ...{ id: 'hard', type: 'choices', text: 'What made it hard?', required: false, other: 'Something else' },
            choices: [
              choice('account', 'Signing in or an account'),
              choice('address', 'The address form'),
              choice('shipping', 'Choosing a delivery'),
              choice('payment', 'Paying'),
              choice('errors', 'Errors'),
            ],
          },
          { ...why('What should we change first?'), textBy: { easy: 'What made it easy?' } } as Question,
        ],
      },
    },
    {
      id: 'order-success',
      name: 'Order success',
      says: 'Whether they would recommend you, at the end of an order. In the standard wording, which comes in all languages.',
      survey: { metric: 'nps', touchpoint: 'order-success', targeting: after(10), questions: standardQuestions('nps', shop) },
    },
    {
      id: 'delivery',
      name: 'Delivery',
      says: 'How the parcel arrived: on the page your delivery mail leads to.',
      survey: {
        metric: 'csat',
        touchpoint: 'delivery',
        targeting: after(10),
        questions: [
          {
            ...{ id: 'score', type: 'metric', text: 'How was the delivery?', low: 'Very poor', high: 'Very good' },
            branches: [{ category: ['satisfied'], to: 'why' }],
          },
          {
            ...{ id: 'wrong', type: 'choices', text: 'What went wrong?', required: false, other: 'Something else' },
            choices: [
              choice('late', 'It came late'),
              choice('damaged', 'It was damaged'),
              choice('incomplete', 'Something was missing or wrong'),
              choice('packaging', 'The packaging'),
              choice('carrier', 'The carrier'),
            ],
          },
          { ...why('What happened?'), textBy: { satisfied: 'What did you like most?' } } as Question,
          {
            ...{ id: 'reach', type: 'contact', channel: 'email', text: 'May we get back to you about it?', required: false },
            purpose: 'Only to put it right; deleted once that is done.',
          },
        ],
      },
    },
    {
      id: 'return',
      name: 'Return',
      says: 'How easy sending back was, and why it was sent back.',
      survey: {
        metric: 'ces',
        touchpoint: 'return',
        targeting: after(10),
        questions: [
          {
            ...{ id: 'score', type: 'metric', text: 'Returning my order was easy.' },
            ...{ low: 'Strongly disagree', high: 'Strongly agree' },
          },
          {
            ...{ id: 'reason', type: 'choice', text: 'Why did you return it?', required: false, other: 'Something else' },
            choices: [
              choice('fit', 'It didn’t fit'),
              choice('expected', 'It wasn’t as shown'),
              choice('damaged', 'It was damaged'),
              choice('late', 'It came too late'),
              choice('mind', 'I changed my mind'),
            ],
          },
          why('What could we do better?'),
        ],
      },
    },
    {
      id: 'support',
      name: 'Support',
      says: 'How easy it was to get help. In the standard wording, which comes in all languages.',
      survey: { metric: 'ces', touchpoint: 'support', targeting: after(10), questions: standardQuestions('ces', shop) },
    },
  ]
}

const blanks: readonly (readonly [Metric, string])[] = [
  ['nps', 'Would they recommend you? For loyalty, after an order or a delivery.'],
  ['csat', 'Were they satisfied? For something they just experienced.'],
  ['ces', 'Was it easy? For a task: checkout, a return, a question to support.'],
  ['none', 'No score, just words.'],
]

/** A metric's standard survey, for any touchpoint. */
export function standards(shop: string): Template[] {
  return blanks.map(([metric, says]) => ({
    ...{ id: metric, name: metricNames[metric], says },
    survey: { metric, questions: standardQuestions(metric, shop), targeting: { exclude } },
  }))
}
