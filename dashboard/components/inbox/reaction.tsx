import type { CaseFigures, Median } from '../../../worker/contract/case.ts'
import { lasting } from '../../models/inbox.ts'
import { useResource } from '../../models/resource.ts'
import { number, percent } from '../../models/wording.ts'

/** How fast the shop reacts, over the last 30 days: sentences with their uncertainty, and by whose the cases are. */
export function Reaction({ turn }: { turn: number }) {
  const { data } = useResource<CaseFigures>('/api/v1/cases/figures', turn)
  if (!data || data.opened === 0) return null
  const { opened, closed, within24h, firstAction, resolution, owners } = data
  return (
    <section class="reaction" aria-label="How fast we react">
      <dl class="num">
        <div>
          <dt>first action</dt>
          <dd>{medianWords(firstAction)}</dd>
        </div>
        <div>
          <dt>resolution</dt>
          <dd>{medianWords(resolution)}</dd>
        </div>
        <div>
          <dt>acted on within 24 h</dt>
          <dd>
            <strong>{within24h.share === null ? 'not known yet' : percent(within24h.share)}</strong>
            {within24h.interval && (
              <small>
                95 %: {number(100 * within24h.interval[0])} to {number(100 * within24h.interval[1])} %
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>last 30 days</dt>
          <dd>
            <strong>
              {number(opened)} came, {number(closed)} closed
            </strong>
            <small>by rules; {number(data.byHand)} more were opened by hand</small>
          </dd>
        </div>
      </dl>
      <details class="small">
        <summary>By owner, and how this is reckoned</summary>
        <table class="num">
          <thead>
            <tr>
              <th scope="col">Owner</th>
              <th scope="col">Came</th>
              <th scope="col">Closed</th>
              <th scope="col">First action</th>
              <th scope="col">Resolution</th>
            </tr>
          </thead>
          <tbody>
            {owners.map((one) => (
              <tr key={one.owner?.id}>
                <th scope="row">{one.owner ? <bdi>{one.owner.name ?? 'somebody who has left'}</bdi> : 'nobody'}</th>
                <td>{number(one.opened)}</td>
                <td>{number(one.closed)}</td>
                <td>{medianText(one.firstAction)}</td>
                <td>{medianText(one.resolution)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="soft">
          Half of the cases took no longer than the median. A case that still waits counts for as long as it has waited
          (Kaplan–Meier), so leaving cases alone never makes a number better.
        </p>
      </details>
    </section>
  )
}

const medianText = ({ median }: Median) => (median === null ? 'over half wait' : lasting(median))

function medianWords({ median, interval: [least, most], n, open }: Median) {
  const ends = least === null ? null : `95 %: ${lasting(least)} to ${most === null ? 'not known yet' : lasting(most)}`
  return (
    <>
      <strong>{median === null ? 'over half still wait' : `half within ${lasting(median)}`}</strong>
      <small>
        {ends ?? `of ${number(n)}`}
        {open > 0 && `; ${number(open)} still wait`}
      </small>
    </>
  )
}
