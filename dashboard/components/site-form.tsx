import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { PatchSite, SiteView } from '../../worker/contract/site.ts'
import { useAction } from '../models/action.ts'
import { saveSite } from '../models/save-site.ts'
import { may } from '../models/session.ts'
import { Refusal } from './refusal.tsx'

interface Props {
  current: SiteView
  /** What the fields ask to change. Throws an error in words for whoever typed what won't do. */
  changeOf(fields: Record<string, string>): PatchSite
  children: ComponentChildren
}

/** Settings of the site that owners save and everybody else only reads. */
export function SiteForm({ current, changeOf, children }: Props) {
  const [saved, setSaved] = useState(false)
  const { busy, error, sends } = useAction()
  const submit = sends(async (fields) => {
    setSaved(false)
    await saveSite(changeOf(fields))
    setSaved(true)
  })
  return (
    <form class="form" key={current.id} onSubmit={submit} onInput={() => setSaved(false)}>
      {children}
      <Refusal error={error} />
      {may('owner') && (
        <div class="row">
          <button type="submit" disabled={busy}>
            Save
          </button>
          <span class="small soft" role="status">
            {saved && 'Saved'}
          </span>
        </div>
      )}
    </form>
  )
}
