import { useState } from 'preact/hooks'
import type { CreatedCheck, Sightings } from '../../../worker/contract/install.ts'
import type { SiteView } from '../../../worker/contract/site.ts'
import { useAction } from '../../models/action.ts'
import { call } from '../../models/api.ts'
import { ago } from '../../models/days.ts'
import { addressesOf } from '../../models/origins.ts'
import { useResource } from '../../models/resource.ts'
import { may, ofSite } from '../../models/session.ts'
import { Refusal } from '../refusal.tsx'
import { CheckResult } from './check-result.tsx'

/** Whether the tag is where it should be: where it was seen of late, and a look at one page, now. */
export function InstallCheck({ site }: { site: SiteView }) {
  const [made, setMade] = useState<CreatedCheck>()
  const { busy, error, sends } = useAction()
  const [first] = addressesOf(site.origins)
  const look = sends(async ({ url }) => {
    // At once, while the browser knows that somebody pressed; it may not reach back to this page.
    const opened = window.open('', '_blank')
    if (opened) opened.opener = null
    try {
      const check = await call<CreatedCheck>('POST', ofSite('/api/v1/checks'), { url })
      setMade(check)
      opened?.location.replace(check.url)
    } catch (refused) {
      opened?.close()
      throw refused
    }
  })
  return (
    <section class="block" aria-labelledby="check">
      <h2 id="check">Is it there?</h2>
      <LastSeen />
      {may('manager') && (
        <>
          <form class="form" onSubmit={look}>
            <div class="field">
              <label for="check-url">A page of your shop</label>
              <input id="check-url" name="url" type="url" maxLength={2000} defaultValue={first && `${first}/`} required />
              <small>
                It opens in a new window and tells this page, once, what the tag finds there. Nobody is asked or counted.
              </small>
            </div>
            <div>
              <button type="submit" class="primary" disabled={busy}>
                Open it and look
              </button>
            </div>
          </form>
          <Refusal error={error} />
          {made && <CheckResult key={made.id} made={made} site={site} />}
        </>
      )}
    </section>
  )
}

/** Of ordinary pages, to the hour. */
function LastSeen() {
  const { data } = useResource<Sightings>('/api/v1/sightings')
  if (!data) return null
  if (data.sightings.length === 0) return <p class="soft">No page of your shop has loaded the tag so far.</p>
  return (
    <ul class="list" aria-label="Where the tag was loaded last">
      {data.sightings.map(({ origin, at }) => (
        <li key={origin}>
          <span>{origin}</span>
          <span class="small soft">{ago(at)}</span>
        </li>
      ))}
    </ul>
  )
}
