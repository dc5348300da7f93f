import type { ValueReport } from '../../worker/contract/value.ts'
import { useResource } from '../models/resource.ts'
import { Covered } from './covered.tsx'
import { CurrencyPanel } from './currency-panel.tsx'
import { Refusal } from './refusal.tsx'

interface Props {
  survey: string
  /** The value route's. */
  query: string
}

/** What the orders behind the answers are worth, by currency; nothing at all where no order says its value. */
export function ValuePanel({ survey, query }: Props) {
  const { data, error, loading } = useResource<ValueReport>(`/api/v1/surveys/${encodeURIComponent(survey)}/value?${query}`)
  if (!error && !data?.currencies.length) return null
  return (
    <section class="moves" aria-labelledby="worth">
      <div class="row">
        <h2 id="worth">What their orders are worth</h2>
        <span class="small soft">each order once{data && data.currencies.length > 1 && '; currencies are never added up'}</span>
      </div>
      <Refusal error={error} />
      {data && (
        <div class={loading ? 'stale' : ''} aria-busy={loading}>
          <Covered of={data} />
          {data.currencies.map((one) => (
            <CurrencyPanel key={one.currency} of={one} days={{ from: data.from, to: data.to }} />
          ))}
        </div>
      )}
    </section>
  )
}
