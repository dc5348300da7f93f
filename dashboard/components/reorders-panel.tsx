import type { Reordering, ReorderReport } from '../../worker/contract/reorders.ts'
import { useResource } from '../models/resource.ts'
import { number, partNames, percent, tones } from '../models/wording.ts'
import { Columns } from './columns.tsx'
import { Covered } from './covered.tsx'
import { Definition } from './definition.tsx'
import { Refusal } from './refusal.tsx'
import { useWalk } from './use-walk.ts'

interface Props {
  survey: string
  /** The reorders route's. */
  query: string
}

/** Who ordered again, by what they had answered; nothing at all where nobody who answered is known to the shop. */
export function ReordersPanel({ survey, query }: Props) {
  const { data, error, loading } = useResource<ReorderReport>(`/api/v1/surveys/${encodeURIComponent(survey)}/reorders?${query}`)
  const walk = useWalk()
  if (!error && (!data || data.n + data.waiting === 0)) return null
  return (
    <section class="moves" aria-labelledby="again">
      <div class="row">
        <h2 id="again">Who ordered again</h2>
        {data && <span class="small soft">within {data.withinDays} days of the answer, each customer once</span>}
      </div>
      <Refusal error={error} />
      {data && (
        <div class={loading ? 'stale' : ''} aria-busy={loading}>
          <Covered of={data} />
          {data.n > 0 && (
            <table class="breakdown" {...walk}>
              <Columns of={[['Customers who were'], ['Customers', 'r'], ['Ordered again', 'r'], ['Share', 'r']]} />
              <tbody>
                {data.categories.map((row, i) => (
                  <Row key={row.category} row={row} days={data} tone={tones[i] ?? 'middle'} within={data.withinDays} />
                ))}
              </tbody>
            </table>
          )}
          {data.waiting > 0 && (
            <p class="small soft beneath">
              {number(data.waiting)} more {data.waiting === 1 ? 'customer is' : 'customers are'} not counted yet: their{' '}
              {data.withinDays} days are not over.
            </p>
          )}
        </div>
      )}
    </section>
  )
}

function Row({ row, days, tone, within }: { row: Reordering; days: { from: string; to: string }; tone: string; within: number }) {
  const { category, n, again, share, interval } = row
  const meaning = {
    formula: `Share = customers who ordered again within ${within} days ÷ customers whose ${within} days are over.`,
    numbers: share === null ? 'Nobody’s time is over yet.' : `${number(again)} ÷ ${number(n)} = ${percent(share / 100)}`,
    note: 'The 95 % interval is a Wilson interval. It says who came back, not why.',
  }
  return (
    <tr>
      <th scope="row">
        <i class={`dot ${tone}`} /> {partNames[category]}
      </th>
      <td class="r num">{number(n)}</td>
      <td class="r num">{number(again)}</td>
      <td class="r num">
        <Definition meaning={meaning} days={days}>
          {share === null ? '–' : percent(share / 100)}
        </Definition>
        {interval && (
          <small class="soft">
            {percent(interval[0] / 100)} to {percent(interval[1] / 100)}
          </small>
        )}
      </td>
    </tr>
  )
}
