import type { ComponentChildren } from 'preact'
import type { Tag } from '../../worker/contract/tags.ts'
import type { Filters } from '../models/filters.ts'
import { sentiments } from '../models/tag-words.ts'
import { FurtherFilters } from './further-filters.tsx'

interface Props {
  tags: readonly Tag[]
  filters: Filters
  change: (change: Partial<Filters>) => void
  /** What is done with what they leave. */
  children: ComponentChildren
}

const against = 'disagrees'

/** What comments are about, and their mood, chosen without one at hand to press. */
export function WordFilters({ tags, filters, change, children }: Props) {
  const { tag, sentiment, disagrees } = filters
  const names = tags.filter(({ archived }) => !archived).map(({ name }) => name)
  return (
    <div class="row small word-filters">
      {(names.length > 0 || tag) && (
        <label class="inline row">
          <span class="soft">about</span>
          <select value={tag ?? ''} onChange={(event) => change({ tag: event.currentTarget.value || null })}>
            <option value="">anything</option>
            {(tag && !names.includes(tag) ? [tag, ...names] : names).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <label class="inline row">
        <span class="soft">mood</span>
        <select
          value={disagrees ? against : (sentiment ?? '')}
          onChange={({ currentTarget: { value } }) =>
            change({ disagrees: value === against, sentiment: sentiments.find((one) => one === value) ?? null })
          }
        >
          <option value="">any</option>
          {sentiments.map((one) => (
            <option key={one}>{one}</option>
          ))}
          <option value={against}>against the score</option>
        </select>
      </label>
      <FurtherFilters filters={filters} change={change} />
      {children}
    </div>
  )
}
