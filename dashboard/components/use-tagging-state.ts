import { useEffect, useState } from 'preact/hooks'
import type { ResponseItem } from '../../worker/contract/response.ts'
import type { Tag } from '../../worker/contract/tags.ts'
import { edited, noEdits, tagsAfter } from '../models/tag-edits.ts'
import { settleTags, tagMany } from '../models/tags.ts'

const none: ReadonlyMap<string, ResponseItem> = new Map()

/**
 * Which responses are selected, which of them are being tagged, and what was decided here, before it is read again. `list` names the
 * list they are in: nothing stays selected that another one may not show.
 */
export function useTaggingState(list: string, tags: readonly Tag[]) {
  const [selected, setSelected] = useState(none)
  const [picking, setPicking] = useState<readonly ResponseItem[]>([])
  const [edits, setEdits] = useState(noEdits)
  useEffect(() => setSelected(none), [list])
  const tagsOf = (item: ResponseItem) => tagsAfter(item.tags, edits.get(item.id), tags)
  return {
    selected,
    picking,
    tagsOf,
    setPicking,
    clear: () => setSelected(none),
    select: (item: ResponseItem) =>
      setSelected((before) => {
        const next = new Map(before)
        if (!next.delete(item.id)) next.set(item.id, item)
        return next
      }),
    /** Puts a tag on the responses that are being tagged, or takes it off. */
    async put(tag: Tag, on: boolean) {
      const ids = picking.map(({ id }) => id)
      await tagMany(ids, tag, on)
      setEdits((before) => edited(before, ids, tag.id, on))
    },
    /** Decides all of a response's tags: those that it has, and no others. */
    async settle(item: ResponseItem) {
      const given = tagsOf(item)
      await settleTags(
        item.id,
        given.map(({ name }) => name),
      )
      setEdits((before) => given.reduce((all, { id }) => edited(all, [item.id], id, true), before))
    },
  }
}
