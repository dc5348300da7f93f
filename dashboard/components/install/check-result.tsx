import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Check, CreatedCheck, Sightings } from '../../../worker/contract/install.ts'
import type { SiteView } from '../../../worker/contract/site.ts'
import type { Survey } from '../../../worker/contract/survey.ts'
import { useAction } from '../../models/action.ts'
import { absences, verdictOf } from '../../models/install/verdict.ts'
import { usePolled } from '../../models/polled.ts'
import { useResource } from '../../models/resource.ts'
import { saveSite } from '../../models/save-site.ts'
import { may } from '../../models/session.ts'
import { Refusal } from '../refusal.tsx'

/** What a page that was opened has told so far, and what to do about it. */
export function CheckResult({ made, site }: { made: CreatedCheck; site: SiteView }) {
  const now = useServerTime(made)
  const told = useResource<Check>(`/api/v1/checks/${made.id}`)
  const seen = useResource<Sightings>('/api/v1/sightings')
  const { data } = useResource<{ surveys: Survey[] }>('/api/v1/surveys')
  const check = told.data ?? made
  const { kind, title, says } = verdictOf({
    ...{ check, site, now, sightings: seen.data?.sightings ?? [] },
    isAsking: data?.surveys.some(({ state }) => state === 'live') ?? false,
  })
  const isSettled = kind === 'over' || (kind === 'seen' && check.found !== null && check.found.consent !== 'waiting')
  usePolled(!isSettled, told.reload)
  usePolled(kind === 'waiting' || kind === 'absent', seen.reload)
  // Heard when it changes, not at every second that passes.
  const heard = useMemo(() => title, [kind])
  return (
    <>
      <p class="hidden" role="status">
        {heard}
      </p>
      <div class={`notice check-result ${kind === 'seen' || kind === 'waiting' ? '' : 'bad'}`}>
        <p>
          <strong>{title}</strong>
        </p>
        <p>{says}</p>
        {kind === 'absent' && (
          <ul>
            {absences.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        )}
        {kind === 'refused' && check.found && may('owner') && <AddOrigin origin={check.found.origin} site={site} />}
        {(kind === 'waiting' || kind === 'absent') && (
          <p>
            <a href={made.url} target="_blank" rel="noreferrer">
              Open it again
            </a>
          </p>
        )}
      </div>
    </>
  )
}

function AddOrigin({ origin, site }: { origin: string; site: SiteView }) {
  const { busy, error, run } = useAction()
  if (site.origins.includes(origin)) return <p role="status">It is on the list now.</p>
  return (
    <>
      <p>
        <button type="button" disabled={busy} onClick={() => run(() => saveSite({ origins: [...site.origins, origin] }))}>
          Add {origin} to the list
        </button>
      </p>
      <Refusal error={error} />
    </>
  )
}

/** The server's clock, each second: a browser's own may be wrong. */
function useServerTime(made: CreatedCheck): number {
  const ahead = useMemo(() => Date.now() - Date.parse(made.createdAt), [made])
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(now - ahead, Date.parse(made.createdAt))
}
