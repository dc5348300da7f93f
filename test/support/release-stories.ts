import type { Page } from 'playwright-core'

/** What a shopper does with a survey, so that all is sent and read that this widget can send and read. */
export interface Story {
  name: string
  survey: object
  /** Whether the server is away meanwhile, so that it waits in storage. */
  away?: boolean
  act(page: Page): Promise<void>
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const tap = (page: Page, point: number, of: number) =>
  page.getByRole('radio', { name: new RegExp(`^${point} out of ${of}`) }).click()
const thanked = (page: Page) => page.getByRole('heading', { name: 'Thank you' }).waitFor()

const choices = ['late', 'broken'].map((id) => ({ id, text: `It was ${id}` }))

const questions = [
  { id: 'score', type: 'metric', text: 'How satisfied are you?', low: 'Not', high: 'Very', style: 'stars' },
  { id: 'why', type: 'text', text: 'Why?', textBy: { dissatisfied: 'What went wrong?' } },
  { id: 'speed', type: 'rating', text: 'How fast was it?', points: 5, low: 'Slow', high: 'Fast', style: 'smileys' },
  { id: 'reason', type: 'choice', text: 'What was it?', required: true, other: 'Something else', choices },
  {
    id: 'all',
    type: 'choices',
    text: 'And beside {{answer.reason|that}}?',
    choices,
    branches: [{ answer: ['late'], to: 'sorry' }],
  },
  { id: 'skipped', type: 'text', text: 'Nobody is led here', short: true },
  { id: 'sorry', type: 'statement', text: 'We are sorry, {{trait.tier|you}}', body: 'We put it right.' },
  { id: 'mail', type: 'contact', channel: 'email', text: 'May we write?', purpose: 'For this order alone.' },
  { id: 'quote', type: 'consent', text: 'You may quote me.' },
]
const review = { text: 'Review us', url: 'https://reviews.example/shop' }
const thanks = {
  title: 'Thank you',
  text: 'It helps.',
  review,
  by: { dissatisfied: { title: 'Thank you for being frank', text: 'Somebody reads it.', coupon: 'SORRY10' } },
}

export const stories: Story[] = [
  {
    name: 'a score and why',
    survey: { metric: 'nps' },
    async act(page) {
      await tap(page, 9, 10)
      await page.getByRole('textbox').fill('The linen')
      await press(page, 'Send')
      await thanked(page)
    },
  },
  {
    name: 'every kind of question',
    survey: { metric: 'csat', questions, thanks },
    async act(page) {
      await tap(page, 2, 5)
      await page.getByRole('textbox').fill('It came late')
      await press(page, 'Next')
      await tap(page, 4, 5)
      await press(page, 'Next')
      await page.getByRole('radio', { name: 'Something else' }).click()
      await page.getByRole('textbox').fill('The box')
      await press(page, 'Next')
      await page.getByRole('checkbox', { name: 'It was late' }).click()
      await press(page, 'Next')
      await press(page, 'Next')
      await page.getByRole('textbox').fill('ines@shop.example')
      await press(page, 'Next')
      await page.getByRole('checkbox').click()
      await press(page, 'Send')
      await thanked(page)
    },
  },
  {
    name: 'deleted by the shopper',
    survey: { metric: 'ces' },
    async act(page) {
      await tap(page, 6, 7)
      await press(page, 'Send')
      await thanked(page)
      await press(page, 'Delete my answer')
    },
  },
  { name: 'dismissed', survey: { metric: 'nps' }, act: (page) => press(page, 'Close') },
  { name: 'refused for good', survey: { metric: 'nps' }, act: (page) => press(page, 'Don’t ask again') },
  {
    name: 'left for the next page',
    survey: { metric: 'nps' },
    away: true,
    act: (page) => tap(page, 3, 10),
  },
]
