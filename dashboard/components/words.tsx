import type { Feed as Page } from '../../worker/contract/response.ts'
import { type Filters, feedQuery } from '../models/filters.ts'
import { useResource } from '../models/resource.ts'
import { Feed } from './feed.tsx'
import { SearchBox } from './search-box.tsx'

interface Props {
  survey: string
  isScored: boolean
  filters: Filters
  /** Asked again with each. */
  turn: number
  change: (change: Partial<Filters>) => void
}

/** What shoppers wrote, and the box that looks for words in it. */
export function Words({ survey, isScored, filters, turn, change }: Props) {
  const { q, commented } = filters
  const path = `/api/v1/responses?${feedQuery(filters, survey)}`
  const first = useResource<Page>(path, turn)
  const refusal = first.faults.q ? `Nothing to look for: ${first.faults.q}.` : ''
  return (
    <section class="feed" aria-labelledby="words">
      <div class="row">
        <h2 id="words" tabIndex={-1}>
          In their words
        </h2>
        {!q && (
          <label class="check small soft">
            <input type="checkbox" checked={!commented} onChange={() => change({ commented: !commented })} />
            {isScored ? 'scores without a comment too' : 'answers without a comment too'}
          </label>
        )}
        <SearchBox q={q} search={(next) => change({ q: next })} refusal={refusal} />
      </div>
      {first.error && !refusal && <p class="notice bad">{first.error}</p>}
      {!first.error && <Feed first={first} path={path} q={q} />}
    </section>
  )
}
