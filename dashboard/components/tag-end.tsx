import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Tag } from '../../worker/contract/tags.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { may, ofSite } from '../models/session.ts'
import { addressOf } from '../models/tags.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

interface Props {
  tag: Tag
  /** Those it may become part of. */
  others: readonly Tag[]
  changed: () => void
}

/** How a tag ends: put away with what it was given to, or as part of another one. */
export function TagEnd({ tag, others, changed }: Props) {
  const { route } = useLocation()
  const [into, setInto] = useState('')
  const { busy, error, run } = useAction()
  if (!may('manager')) return null
  const target = others.find(({ id }) => id === into)
  const archive = () =>
    run(async () => {
      if (tag.archived) await call('PATCH', addressOf(tag.id), { archived: false })
      else await call('DELETE', addressOf(tag.id))
      changed()
    })
  const merge = () =>
    run(async () => {
      await call('POST', ofSite(`/api/v1/tags/${encodeURIComponent(tag.id)}/merge`), { into })
      route('/tags')
    })
  return (
    <section class="block" aria-labelledby="end">
      <h2 id="end">{tag.archived ? 'Take it up again' : 'Put it away'}</h2>
      <p class="soft">
        {tag.archived
          ? 'It is not given to comments any more. Those that had it still have it, and show it again once it is taken up.'
          : 'An archived tag is no longer given nor shown. What it was given to is kept, and it can be taken up again.'}
      </p>
      <div class="row">
        <button type="button" disabled={busy} onClick={archive}>
          {tag.archived ? 'Take it up again' : 'Archive'}
        </button>
      </div>
      {!tag.archived && others.length > 0 && (
        <>
          <p class="soft beneath">Merged, whatever has this tag has the other one instead, corrections too; this one is gone.</p>
          <div class="row">
            <label class="inline row">
              <span>Merge into</span>
              <select value={into} onChange={(event) => setInto(event.currentTarget.value)}>
                <option value="">…</option>
                {others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            {target && (
              <ConfirmButton verb="Merge" what={`${tag.name} into ${target.name}`} disabled={busy} act={() => void merge()} />
            )}
          </div>
        </>
      )}
      <Refusal error={error} />
    </section>
  )
}
