import type { ResponseTag } from '../../worker/contract/response.ts'
import type { Tag } from '../../worker/contract/tags.ts'

/** What was decided by hand on this screen: response id, tag id, and whether it belongs. */
export type TagEdits = ReadonlyMap<string, ReadonlyMap<string, boolean>>

export const noEdits: TagEdits = new Map()

/** The same with a tag put on responses, or taken off them. */
export function edited(edits: TagEdits, responses: readonly string[], tag: string, on: boolean): TagEdits {
  const next = new Map(edits)
  for (const id of responses) next.set(id, new Map(next.get(id)).set(tag, on))
  return next
}

/** A response's tags as they are by now, whenever they were read: what was decided by hand is never overwritten. */
export function tagsAfter(read: readonly ResponseTag[], decided: ReadonlyMap<string, boolean> | undefined, all: readonly Tag[]) {
  if (!decided) return read
  const kept = read.filter(({ id }) => decided.get(id) !== false)
  const added = all.filter(({ id }) => decided.get(id) && !kept.some((tag) => tag.id === id))
  return [
    ...kept.map((tag) => (decided.get(tag.id) ? { ...tag, ...byHand } : tag)),
    ...added.map(({ id, name }) => ({ id, name, ...byHand })),
  ]
}

const byHand = { source: 'manual', confidence: 1, because: [] } as const satisfies Partial<ResponseTag>
