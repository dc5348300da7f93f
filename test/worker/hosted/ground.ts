import { storedAt } from '../support/hosted.ts'
import { db, migrate, publishSurvey, type Shop, setUp } from '../support/shop.ts'

export let shop: Shop
export let survey: string
export let branching: string

const word = (id: string) => ({ id, text: `the ${id}` })
export const questions = [
  { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes', branches: [{ score: [9, 10], to: 'why' }] },
  {
    id: 'missing',
    type: 'choices',
    text: 'What was missing?',
    choices: ['price', 'size'].map(word),
    other: 'Something else',
    required: true,
  },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To call back' },
  { id: 'agree', type: 'consent', text: 'You may quote me' },
  {
    id: 'why',
    type: 'text',
    text: 'Why, {{trait.first_name|you}}?',
    textBy: { promoter: 'What did you like about {{answer.score|it}}?' },
  },
]

export async function openShop(): Promise<void> {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'source', 'location', 'language'] })
  survey = await publishSurvey(shop, { touchpoint: 'receipt' })
  branching = await publishSurvey(shop, { questions })
}

export async function forgetResponses(): Promise<void> {
  await db.prepare('DELETE FROM responses').run()
}

export const rows = () => storedAt(shop)
