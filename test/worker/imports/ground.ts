import type { ImportMapping, ImportPreview, ImportView } from '../../../worker/contract/import.ts'
import type { Feed } from '../../../worker/contract/response.ts'
import { json, manage, migrate, type Shop, send, setUp } from '../support/shop.ts'

export let shop: Shop

/** To be called once, before the cases. The site counts days in Berlin. */
export async function prepareGround(): Promise<void> {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'tier', 'country'] })
}

const post = (path: string, body: BodyInit, type: string) =>
  send(path, { method: 'POST', headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': type }, body })

export const importMapped = (survey: string, body: BodyInit, mapping: ImportMapping | string, query = '') => {
  const asked = encodeURIComponent(typeof mapping === 'string' ? mapping : JSON.stringify(mapping))
  return post(`/api/v1/imports?survey=${survey}&mapping=${asked}${query}`, body, 'text/csv')
}

export const mapped = (survey: string, body: BodyInit, mapping: ImportMapping, query = '') =>
  json<ImportView>(importMapped(survey, body, mapping, query))

export const preview = (survey: string, body: BodyInit, type = 'text/csv') =>
  json<ImportPreview>(post(`/api/v1/imports/preview?survey=${survey}`, body, type))

export const previewAnswer = (survey: string, body: BodyInit, type = 'text/csv') =>
  post(`/api/v1/imports/preview?survey=${survey}`, body, type)

/** What is proposed, taken as it is; a file that needs no mapping has none. */
export async function importAsProposed(survey: string, body: string): Promise<{ preview: ImportPreview; view: ImportView }> {
  const seen = await preview(survey, body)
  if (!seen.mapping) throw new Error('nothing is proposed')
  return { preview: seen, view: await mapped(survey, body, seen.mapping) }
}

export const feed = async (survey: string) =>
  (await json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&limit=200`))).items
