import fc from 'fast-check'
import type { Tag } from '../../../worker/contract/tags.ts'
import { tagRules } from '../../support/response-model.ts'
import { history } from './events.ts'
import { play } from './history.ts'
import { type Ground, listIndex } from './recounted.ts'
import { json, manage, migrate, publishSurvey, setUp } from './shop.ts'

/** What histories are played on: two surveys of every kind of question, each in its second version. */
export async function prepareGround(): Promise<Ground> {
  await migrate()
  await listIndex()
  const shop = await setUp()
  const word = (id: string) => ({ id, text: id })
  const questions = [
    { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
    { id: 'missing', type: 'choices', text: 'What was missing?', choices: ['price', 'size', 'colour'].map(word) },
    { id: 'again', type: 'choice', text: 'Again?', choices: ['yes', 'no'].map(word) },
    { id: 'stars', type: 'rating', text: 'Quality?', points: 5, low: 'poor', high: 'good' },
    { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To call back' },
    { id: 'why', type: 'text', text: 'Why?' },
    { id: 'more', type: 'text', text: 'Anything else?' },
  ]
  const surveys = [await publishSurvey(shop, { questions }), await publishSurvey(shop, { questions })]
  for (const id of surveys) {
    await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${id}`, { thanks: { title: 'Thanks', text: '' } })
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${id}/publish`)
  }
  const tags = await Promise.all(
    Object.entries(tagRules).map(async ([name, word]) => {
      const rules = [{ any: [word] }]
      return [(await json<Tag>(manage(shop.apiKey, 'POST', '/api/v1/tags', { name, rules }))).id, name] as const
    }),
  )
  return { shop, surveys, tags: new Map(tags) }
}

/** Played on the ground, a history leaves counts, rows and statuses as the model says. */
export const counting = (ground: () => Ground) => fc.asyncProperty(history, (events) => play(ground(), events))

/** A fixed seed: a failure prints it with the shortest history that still fails. */
export const seed = 20261121
