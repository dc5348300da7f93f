import { useState } from 'preact/hooks'
import type { SiteView } from '../../worker/contract/site.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { loadMe, ofSite, site } from '../models/session.ts'
import { Refusal } from './refusal.tsx'

/** For owners: the end of a site, which they name first. */
export function EndSettings() {
  const current = site.value
  return current && <End key={current.id} current={current} />
}

function End({ current }: { current: SiteView }) {
  const [typed, setTyped] = useState('')
  const { busy, error, sends } = useAction()
  const end = sends(async () => {
    await call('DELETE', ofSite(`/api/v1/sites/${current.id}`))
    await loadMe()
  })
  return (
    <section class="block" aria-labelledby="end">
      <h2 id="end">Delete this site</h2>
      <p class="soft">
        Its surveys close at once and nobody can work with it any more. For seven days an owner can bring it back as it was; then
        its answers, customers, reports, tags, webhooks and people are erased for good. Remove the tag from the shop’s pages.
      </p>
      <form class="form" onSubmit={end}>
        <div class="field">
          <label for="end-name">
            The site’s name, <bdi>{current.name}</bdi>, to say that you mean it
          </label>
          <input
            id="end-name"
            name="name"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <Refusal error={error} />
        <div class="row">
          <button type="submit" class="danger" disabled={busy || typed.trim() !== current.name}>
            Delete this site
          </button>
        </div>
      </form>
    </section>
  )
}
