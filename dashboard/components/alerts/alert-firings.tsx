import type { Firing } from '../../../worker/contract/alert.ts'
import type { Survey } from '../../../worker/contract/survey.ts'
import { aboutFiring, firingWords } from '../../models/alert-words.ts'
import { ago } from '../../models/days.ts'
import { useResource } from '../../models/resource.ts'
import { Refusal } from '../refusal.tsx'

/** What an alert told of lately, and what it held back. */
export function AlertFirings({ id, surveys }: { id: string; surveys: readonly Survey[] }) {
  const { data, error } = useResource<{ firings: Firing[] }>(`/api/v1/alerts/${id}/firings`)
  return (
    <section class="block" aria-labelledby="firings">
      <h2 id="firings">What it told of</h2>
      <p class="soft">The last 50, the newest first.</p>
      <Refusal error={error} />
      {data?.firings.length === 0 && <p class="soft">Nothing yet.</p>}
      <ul class="list" aria-label="Told">
        {data?.firings.map((firing) => (
          <li key={firing.response ?? `${firing.survey} ${firing.week}`}>
            <span>
              {firing.survey ? <a href={placeOf(firing)}>{aboutFiring(firing, surveys)}</a> : aboutFiring(firing, surveys)}
              <br />
              <span class="soft small">{firingWords[firing.state]}</span>
            </span>
            <time class="soft small" dateTime={firing.at} title={new Date(firing.at).toLocaleString()}>
              {ago(firing.at)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The survey's page; of a response, among those of its score. */
const placeOf = ({ survey, score }: Firing) => `/surveys/${survey}${score === null ? '' : `?score=${score}&comments=all`}`
