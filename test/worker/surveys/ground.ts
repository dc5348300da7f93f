import { expect } from 'vitest'
import type { Survey } from '../../../worker/contract/survey.ts'
import type { LoaderConfig } from '../../../worker/contract/widget.ts'
import { db, json, manage, migrate, respond, type Shop, send, setUp } from '../support/shop.ts'

export let shop: Shop

export async function prepareGround(): Promise<void> {
  await migrate()
  shop = await setUp({ name: 'Nordlicht' })
}

export const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, `/api/v1/surveys${path}`, body)
export const create = (survey: object = {}) => json<Survey>(call('POST', '', { name: 'Survey', metric: 'nps', ...survey }))
export const content = (id: string) => send(`/w/${shop.site.key}/${id}.json`)
export const answer = async (survey: string, step: object) => (await respond(shop, survey, step)).status
export const versions = async (survey: string) =>
  Number(await db.prepare('SELECT count(*) AS n FROM survey_versions WHERE survey = ?').bind(survey).first('n'))

/** The gates as a shop's page gets them, read back out of the script. */
export async function loader(): Promise<LoaderConfig> {
  const script = await (await send(`/w/${shop.site.key}.js`)).text()
  const start = script.indexOf(`{site:"${shop.site.key}"`)
  expect(start, 'the script carries its settings').toBeGreaterThanOrEqual(0)
  for (let end = script.indexOf('}', start); end > 0; end = script.indexOf('}', end + 1)) {
    try {
      return JSON.parse(script.slice(start, end + 1).replace(/([{,])([a-z]\w*):/gi, '$1"$2":')) as LoaderConfig
    } catch {
      // Not the brace that closes it.
    }
  }
  throw new Error('the settings in the script are no JSON')
}
export const listed = async (id: string) => (await loader()).surveys.find((survey) => survey.id === id)

export const choices = (...ids: string[]) => ({
  id: 'missing',
  type: 'choices',
  text: 'What was missing?',
  choices: ids.map((id) => ({ id, text: id })),
})
export const metric = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
