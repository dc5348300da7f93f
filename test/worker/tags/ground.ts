import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import type { Report } from '../../../worker/contract/report.ts'
import type { Feed, ResponseItem } from '../../../worker/contract/response.ts'
import type { CreateTag, Learning, Tag, Tags } from '../../../worker/contract/tags.ts'
import { openDb } from '../../../worker/store/db.ts'
import { verifyCounts } from '../../../worker/store/recount.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp } from '../support/shop.ts'

export let shop: Shop
export let survey: string

export async function openShop(): Promise<void> {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint'] })
  survey = await publishSurvey(shop, { metric: 'nps' })
}

/** A survey of its own, for tests that count. */
export const anotherSurvey = (more: object = {}) => publishSurvey(shop, { metric: 'nps', ...more })

export const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, path, body)
export const tags = () => json<Tags>(call('GET', '/api/v1/tags'))
export const learning = () => json<Learning>(call('GET', '/api/v1/tags/learning'))
export const feed = async (query: Record<string, string> = {}) =>
  (await json<Feed>(call('GET', `/api/v1/responses?${new URLSearchParams({ limit: '200', ...query })}`))).items
export const report = (of: string, query = '') =>
  json<Report>(call('GET', `/api/v1/surveys/${of}/report?from=2020-01-01&to=2029-12-31&interval=month${query}`))

export async function makeTag(tag: Partial<CreateTag> & { name: string }): Promise<Tag> {
  const made = await call('POST', '/api/v1/tags', tag)
  expect(made.status).toBe(201)
  return await made.json<Tag>()
}

/** A rule of which several tests make tags. */
export const late = { any: ['late', "didn't arrive"], all: [], not: [] }

/** Removes every tag for good, past the API: each test begins with none. */
export async function forgetTags(): Promise<void> {
  await settled()
  await db.batch([
    db.prepare("UPDATE responses SET tags = '[]', tagging = '{}', judged = '', judged_at = 0"),
    db.prepare('DELETE FROM tags'),
    db.prepare('DELETE FROM models'),
    db.prepare(
      "UPDATE taggers SET revision = revision + 1, model = 0, versions = 0, corrections = 0, scored = 0, learned = 0, training = '', survey = NULL",
    ),
  ])
  // The isolate still remembers: a change by the API makes it forget.
  const { id } = await makeTag({ name: 'forgotten' })
  await settled()
  await db.prepare('DELETE FROM tags WHERE id = ?').bind(id).run()
}

/** A response stored as the widget sends one; its item. */
export async function said(comment: string, score: number | null = 5, to = survey, more: object = {}): Promise<ResponseItem> {
  const answers = { ...(score !== null && { score }), why: comment }
  expect((await respond(shop, to, { answers, ...more })).status).toBe(201)
  const [newest] = await feed({ survey: to, limit: '1' })
  if (!newest) throw new Error('nothing was stored')
  return newest
}

export const itemOf = (id: string) => json<ResponseItem>(call('GET', `/api/v1/responses/${id}`))
export const namesOf = ({ tags: given }: ResponseItem) => given.map(({ name }) => name)
export const correct = (id: string, names: string[]) => call('PUT', `/api/v1/responses/${id}/tags`, { tags: names })

/** When nothing is left to do in the background. */
export async function settled(): Promise<void> {
  await vi.waitFor(async () => expect((await tags()).retagging.state).toBe('idle'), { timeout: 20_000, interval: 20 })
}

export const drift = (of: string) => verifyCounts(openDb(env.DB), of)

export const importFile = (to: string, type: string, body: BodyInit, query = '') =>
  send(`/api/v1/imports?survey=${to}${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': type },
    body,
  })
