import type { TargetedKeyboardEvent } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ResponseItem, ResponseTag } from '../../worker/contract/response.ts'
import type { Tag } from '../../worker/contract/tags.ts'
import { useAction } from '../models/action.ts'
import { may } from '../models/session.ts'
import { newName, tagOptions } from '../models/tag-options.ts'
import { createTag } from '../models/tags.ts'
import { number } from '../models/wording.ts'
import { Refusal } from './refusal.tsx'
import { Sheet } from './sheet.tsx'
import { TagOptions } from './tag-options.tsx'

interface Props {
  items: readonly ResponseItem[]
  tags: readonly Tag[]
  tagsOf: (item: ResponseItem) => readonly ResponseTag[]
  put: (tag: Tag, on: boolean) => Promise<void>
  /** Says of one response that these are all of its tags. */
  settle: (item: ResponseItem) => Promise<void>
  /** After a tag was made, so that it is among the site's. */
  made: () => void
  closed: () => void
}

/** Tags for one response or many: typing narrows them, arrows walk, Enter puts one on or takes it off, Escape closes. */
export function TagPicker({ items, tags, tagsOf, put, settle, made, closed }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { busy, error, run } = useAction()
  const given = items.map(tagsOf)
  const countOf = ({ id }: Tag) => given.filter((list) => list.some((tag) => tag.id === id)).length
  // As it was at first: what is put on or taken off doesn't move from under the eyes.
  const [first] = useState(() => new Set(given.flat().map(({ id }) => id)))
  const options = tagOptions(tags, first, typed)
  const fresh = may('manager') ? newName(tags, typed) : ''
  const last = options.length - (fresh ? 0 : 1)
  const [only] = items.length === 1 ? items : []
  // Before anything is painted: whoever types on at once types into its field.
  useLayoutEffect(() => dialog.current?.showModal(), [])

  const toggle = (tag: Tag) => run(() => put(tag, countOf(tag) < items.length)).then(() => type(''))
  const create = () =>
    run(async () => {
      const tag = await createTag({ name: fresh })
      await put(tag, true)
      made()
      type('')
    })
  function type(text: string) {
    if (text !== typed) setAt(0)
    setTyped(text)
  }
  function choose(index: number) {
    if (busy) return
    const tag = options[index]
    if (tag) void toggle(tag)
    else if (fresh) void create()
  }
  function press(event: TargetedKeyboardEvent<HTMLInputElement>) {
    const steps: Record<string, number> = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at === 0 ? last : at - 1 }
    const to = steps[event.key]
    if (event.isComposing || (to === undefined && event.key !== 'Enter')) return
    event.preventDefault()
    if (to === undefined) choose(at)
    else setAt(Math.max(0, to))
  }
  const settleAll = () =>
    run(async () => {
      if (only) await settle(only)
      dialog.current?.close()
    })
  const end = (
    <>
      <p class="row">
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          Done
        </button>
        {only && (
          <button type="button" disabled={busy} onClick={settleAll} aria-describedby="picker-settle">
            These are all
          </button>
        )}
      </p>
      {only && (
        <p class="small soft" id="picker-settle">
          “These are all” teaches too that no other tag fits.
        </p>
      )}
    </>
  )
  return (
    <Sheet
      kind="picker"
      id="picker"
      title={only ? 'Tag this response' : `Tag ${number(items.length)} responses`}
      end={end}
      {...{ dialog, closed }}
    >
      {only?.comment && (
        <p class="quoted soft" dir="auto">
          {only.comment}
        </p>
      )}
      <input
        autofocus
        role="combobox"
        aria-label="Find a tag, or name a new one"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls="picker-tags"
        aria-activedescendant={last >= 0 ? `picker-tag-${at}` : undefined}
        placeholder={may('manager') ? 'Find a tag, or name a new one' : 'Find a tag'}
        maxLength={60}
        autocomplete="off"
        enterkeyhint="done"
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
      />
      <TagOptions {...{ options, at, fresh, countOf, choose }} of={items.length} />
      <Refusal error={error} />
    </Sheet>
  )
}
