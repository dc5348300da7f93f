import { useRef, useState } from 'preact/hooks'
import type { View } from '../../worker/contract/view.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import type { Filters } from '../models/filters.ts'
import { may, ofSite, site } from '../models/session.ts'
import { conditionsOf } from '../models/view-filters.ts'
import { type Viewed, viewPath } from '../models/views.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'
import { Sheet } from './sheet.tsx'

interface Props {
  viewed: Viewed
  filters: Filters
  /** Of the screen, where it is one survey's. */
  survey: string | undefined
  leave: () => void
}

/** Saved filters: which one this is, the others to choose, and these to be saved. */
export function ViewsMenu({ viewed: { list, view }, filters, survey, leave }: Props) {
  const sheet = useRef<HTMLDialogElement>(null)
  const { busy, error, run, sends } = useAction()
  const [renamed, setRenamed] = useState('')
  const conditions = conditionsOf(filters, survey)
  const isNarrow = Object.keys(conditions).some((name) => name !== 'survey')
  const send = async (method: string, path: string, body?: object) => {
    await call(method, ofSite(`/api/v1/views${path}`), body)
    setRenamed('')
    list.reload()
  }
  const change = ({ id }: View, to: object) => void run(() => send('PATCH', `/${id}`, to))
  const save = sends(({ name, shared }) => send('POST', '', { name, conditions, shared: shared === 'on' }))
  const rename = sends(({ name }) => send('PATCH', `/${renamed}`, { name }))
  const here = site.value?.part ? undefined : survey
  const views = list.data?.views ?? []
  return (
    <>
      {view && (
        <button type="button" class="chip" onClick={leave} aria-label={`Leave the view ${view.name}`}>
          <bdi>view: {view.name}</bdi> <span aria-hidden="true">×</span>
        </button>
      )}
      <button type="button" onClick={() => sheet.current?.showModal()}>
        Views
      </button>
      <Sheet dialog={sheet} id="views" title="Saved views" kind="views">
        {views.length === 0 && (
          <p class="small soft">A view is a set of filters under a name, to come back to and to send as a link.</p>
        )}
        <ul class="list" aria-label="Views">
          {views.map((one) => (
            <li key={one.id}>
              {renamed === one.id ? (
                <form class="row" onSubmit={rename}>
                  <input name="name" aria-label="Another name" defaultValue={one.name} maxLength={120} required />
                  <button type="submit" class="primary" disabled={busy}>
                    Rename
                  </button>
                </form>
              ) : (
                <span>
                  <a href={viewPath(one, here)} onClick={() => sheet.current?.close()}>
                    <bdi>{one.name}</bdi>
                  </a>
                  <br />
                  <span class="soft small">
                    {one.shared ? 'of the team' : 'your own'}
                    {one.gone.length > 0 && ', asks for what has gone'}
                  </span>
                </span>
              )}
              {one.mayChange && renamed !== one.id && (
                <span class="row">
                  <button type="button" class="quiet" onClick={() => setRenamed(one.id)} aria-label={`Rename ${one.name}`}>
                    Rename
                  </button>
                  {isNarrow && (
                    <button
                      type="button"
                      class="quiet"
                      disabled={busy}
                      onClick={() => change(one, { conditions })}
                      aria-label={`Give ${one.name} the filters set now`}
                    >
                      Set to these filters
                    </button>
                  )}
                  <ConfirmButton
                    verb="Delete"
                    what={one.name}
                    disabled={busy}
                    act={() => void run(() => send('DELETE', `/${one.id}`))}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
        {may('agent') && isNarrow && (
          // A saved one gives a new form, empty again.
          <form class="form" key={views.length} onSubmit={save}>
            <div class="field">
              <label for="view-name">Save the filters set now as</label>
              <input id="view-name" name="name" maxLength={120} placeholder="Unhappy about delivery" required />
            </div>
            <label class="check small">
              <input type="checkbox" name="shared" /> for the whole team
            </label>
            <p class="row">
              <button type="submit" class="primary" disabled={busy}>
                Save the view
              </button>
            </p>
          </form>
        )}
        {may('agent') && !isNarrow && <p class="small soft">Set a filter first, and save it here.</p>}
        <Refusal error={list.error ?? error} />
      </Sheet>
    </>
  )
}
