import type { Feed as Page } from '../../worker/contract/response.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { type Filters, feedQuery, isWordsOnly } from '../models/filters.ts'
import { useResource } from '../models/resource.ts'
import { may, ofSite } from '../models/session.ts'
import { pressOnResponse, selectThrough, useShortcuts } from '../models/shortcuts.ts'
import { useTags } from '../models/tags.ts'
import { BulkBar } from './bulk-bar.tsx'
import { ExportButton } from './export-button.tsx'
import { Feed } from './feed.tsx'
import { SearchBox } from './search-box.tsx'
import { TagPicker } from './tag-picker.tsx'
import { TaggingContext } from './tagging.ts'
import { useTaggingState } from './use-tagging-state.ts'
import { WordFilters } from './word-filters.tsx'

interface Props {
  /** Undefined for all of the site's. */
  survey: Pick<Survey, 'id' | 'questions'> | undefined
  isScored: boolean
  filters: Filters
  /** Asked again with each. */
  turn: number
  change: (change: Partial<Filters>) => void
}

/** What shoppers wrote, and the box that looks for words in it. */
export function Words({ survey, isScored, filters, turn, change }: Props) {
  const { q, commented } = filters
  const path = `/api/v1/responses?${feedQuery(filters, survey?.id)}`
  const first = useResource<Page>(path, turn)
  const refusal = first.faults.q ? `Nothing to look for: ${first.faults.q}.` : ''
  const { data, reload } = useTags()
  const tags = data?.tags ?? []
  const mayTag = may('agent')
  const { selected, picking, setPicking, tagsOf, select, clear, put, settle } = useTaggingState(ofSite(path), tags)
  const pickSelected = () => setPicking([...selected.values()])
  useShortcuts(
    mayTag
      ? {
          t: () => (selected.size > 0 ? pickSelected() : pressOnResponse('.tag-it')),
          x: () => pressOnResponse('.select input'),
          X: selectThrough,
          ...(selected.size > 0 && { Escape: clear }),
        }
      : {},
  )
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
      <WordFilters {...{ tags, filters, change }}>
        {may('manager') && <ExportButton query={feedQuery(filters, survey?.id)} />}
      </WordFilters>
      {isWordsOnly(filters) && (
        <p class="notice small beneath" role="status">
          Answers and products narrow these comments only: the numbers and phrases above are not narrowed by them.
        </p>
      )}
      {first.error && !refusal && <p class="notice bad">{first.error}</p>}
      <TaggingContext.Provider
        value={{
          ...{ tagsOf, selected, narrowed: filters, narrow: change, questions: survey?.questions ?? [] },
          colourOf: (id) => tags.find((tag) => tag.id === id)?.colour,
          ...(mayTag && { select, pick: (item) => setPicking([item]) }),
        }}
      >
        {!first.error && <Feed first={first} path={path} q={q} />}
      </TaggingContext.Provider>
      {mayTag && (
        <BulkBar count={selected.size} clear={clear}>
          <button type="button" class="primary" onClick={pickSelected}>
            Tag{' '}
            <span aria-hidden="true">
              <kbd>t</kbd>
            </span>
          </button>
        </BulkBar>
      )}
      {picking.length > 0 && (
        <TagPicker {...{ tags, tagsOf, put, settle }} items={picking} made={reload} closed={() => setPicking([])} />
      )}
    </section>
  )
}
