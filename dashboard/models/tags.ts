import type { Tag, TagMany, Tags } from '../../worker/contract/tags.ts'
import { call } from './api.ts'
import { useResource } from './resource.ts'
import { ofSite } from './session.ts'

const path = '/api/v1/tags'

/** The site's tags, archived ones among them, and how far the past has been tagged by them. */
export const useTags = (turn?: number) => useResource<Tags>(path, turn)

export const addressOf = (id: string) => ofSite(`${path}/${encodeURIComponent(id)}`)

export const createTag = (tag: object) => call<Tag>('POST', ofSite(path), tag)

/** The most responses that are tagged by one request. */
const mostAtOnce = 200

/** Puts a tag on responses, or takes it off; their other tags stay as they are. */
export async function tagMany(responses: readonly string[], { name }: Pick<Tag, 'name'>, on: boolean): Promise<void> {
  const names = on ? { add: [name], remove: [] } : { add: [], remove: [name] }
  for (let at = 0; at < responses.length; at += mostAtOnce) {
    const body: TagMany = { responses: responses.slice(at, at + mostAtOnce), ...names }
    await call('POST', ofSite('/api/v1/responses/tags'), body)
  }
}

/** Says that a response has these tags and no others. */
export const settleTags = (response: string, names: readonly string[]) =>
  call<void>('PUT', ofSite(`/api/v1/responses/${encodeURIComponent(response)}/tags`), { tags: names })
