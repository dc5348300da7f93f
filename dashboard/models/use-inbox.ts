import { useEffect, useState } from 'preact/hooks'
import type { CaseItem, Cases, PatchCase } from '../../worker/contract/case.ts'
import type { Status } from '../../worker/contract/response.ts'
import { call, Refused } from './api.ts'
import { statusNames } from './inbox.ts'
import { usePolled } from './polled.ts'
import { useResource } from './resource.ts'
import { noteRefusal, ofSite } from './session.ts'

/** So often the list is read again: others work on it too. */
const everyMs = 5_000

export interface Told {
  words: string
  isBad: boolean
  /** Takes it back. */
  undo?: () => void
}

/**
 * The cases of a list, and what is done with them. A change shows at once and is sent with the revision it was made on: where somebody else
 * was faster, theirs stands, and that is said.
 */
export function useInbox(path: string) {
  const [turn, setTurn] = useState(0)
  const [changed, setChanged] = useState<ReadonlyMap<string, CaseItem>>(new Map())
  const [told, tell] = useState<Told | null>(null)
  const again = () => setTurn((n) => n + 1)
  const list = useResource<Cases>(path, turn)
  usePolled(true, again, everyMs)
  // What was read since is newer than what was put here.
  useEffect(() => setChanged(new Map()), [list.data])
  const items = list.data?.items.map((item) => changed.get(item.id) ?? item)

  const show = (item: CaseItem) => setChanged((before) => new Map(before).set(item.id, item))

  async function change(item: CaseItem, patch: Omit<PatchCase, 'revision'>): Promise<boolean> {
    const isNote = patch.note !== undefined
    show({ ...item, ...(patch.status && { status: patch.status }) })
    try {
      const body = { ...patch, ...(!isNote && { revision: item.case.revision }) }
      const answer = await call<CaseItem>('PATCH', ofSite(`/api/v1/responses/${item.id}`), body)
      show({ ...item, ...answer })
      if (patch.status && patch.status !== item.status) tell(statusTold({ ...item, ...answer }, item.status))
      else tell(null)
      again()
      return true
    } catch (refused) {
      noteRefusal(refused)
      show(item)
      again()
      const isOvertaken = refused instanceof Refused && refused.status === 409
      const words = isOvertaken
        ? 'Somebody has changed this case meanwhile. What they did stands; yours was not saved. Look at it, and decide again.'
        : refused instanceof Error
          ? refused.message
          : 'That didn’t work.'
      tell({ words, isBad: true })
      return false
    }
  }

  const statusTold = (item: CaseItem, before: Status): Told => ({
    words: `Marked as ${statusNames[item.status].toLowerCase()}.`,
    isBad: false,
    undo: () => void change(item, { status: before }).then(() => tell(null)),
  })

  async function changeMany(ids: readonly string[], patch: Pick<PatchCase, 'status' | 'owner'>): Promise<boolean> {
    try {
      const { changed } = await call<{ changed: number }>('POST', ofSite('/api/v1/responses/status'), {
        responses: ids,
        ...patch,
      })
      tell({ words: `${changed} ${changed === 1 ? 'case' : 'cases'} changed.`, isBad: false })
      return true
    } catch (refused) {
      noteRefusal(refused)
      tell({ words: refused instanceof Error ? refused.message : 'That didn’t work.', isBad: true })
      return false
    } finally {
      again()
    }
  }

  return { ...list, items, turn, told, tell, again, change, changeMany }
}
