import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { PooledReport } from '../../worker/contract/report.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { Bones } from '../components/bones.tsx'
import { Heading } from '../components/heading.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { PoolChoice } from '../components/pool-choice.tsx'
import { PoolParts } from '../components/pool-parts.tsx'
import { Progress } from '../components/progress.tsx'
import { Chips, Compare as ComparedWith } from '../components/report-controls.tsx'
import { SaidPlace } from '../components/said-place.tsx'
import { ScopeContext } from '../components/scope.ts'
import { Scores } from '../components/scores.tsx'
import { breakdownOf, changed, type Filters, readFilters, wordless } from '../models/filters.ts'
import { scopeOf } from '../models/meaning.ts'
import { asReport, chosenFrom, comparePath, type Poolable, pooledPath } from '../models/pool.ts'
import { useResource } from '../models/resource.ts'
import { site } from '../models/session.ts'
import { filterKeys, useShortcuts } from '../models/shortcuts.ts'

/** Several surveys of one metric and scale: each one's score, and all of them in one. */
export function Compare() {
  const { url, route } = useLocation()
  const search = url.split('?')[1] ?? ''
  const { data, error } = useResource<{ surveys: Survey[] }>('/api/v1/surveys')
  useEffect(() => {
    document.title = 'Compare surveys · Earshot'
  }, [])
  // There are no words here to narrow.
  const filters = { ...readFilters(search, site.value?.timeZone ?? 'UTC'), ...wordless, tag: null }
  const surveys = data?.surveys ?? []
  const chosen = chosenFrom(search, surveys)
  const change = (next: Partial<Filters>) => route(comparePath(filters, next, chosen))
  useShortcuts(filterKeys(filters, change))
  return (
    <>
      <header class="top">
        <Heading>Compare surveys</Heading>
      </header>
      {error && (
        <p class="notice bad" role="alert">
          {error}
        </p>
      )}
      {data && (
        <>
          <p class="soft lede compare-lede">Tick two or more that ask the same question on the same scale.</p>
          <PoolChoice
            surveys={surveys}
            chosen={chosen}
            // Each tick replaces the last in the history: back leads to where one came from.
            choose={(next) => route(comparePath(filters, {}, next), true)}
          />
          {chosen.length > 1 && <Pooled {...{ chosen, filters, change }} />}
        </>
      )}
      {!data && !error && <Bones />}
    </>
  )
}

interface Props {
  chosen: readonly Poolable[]
  filters: Filters
  change: (change: Partial<Filters>) => void
}

function Pooled({ chosen, filters, change }: Props) {
  const dimensions = site.value?.dimensions ?? []
  const breakdown = breakdownOf(filters, dimensions)
  const { data, error, loading } = useResource<PooledReport>(pooledPath(filters, breakdown, chosen))
  if (error)
    return (
      <p class="notice bad" role="alert">
        {error}
      </p>
    )
  if (!data) return <Bones />
  const names = new Map(chosen.map(({ id, name }) => [id, name]))
  const report = asReport(data, names)
  return (
    <ScopeContext.Provider
      value={{ ...scopeOf(report, filters.segments), together: data.surveys.map((id) => names.get(id) ?? id) }}
    >
      <Progress busy={loading} />
      <div class="controls filters">
        <PeriodPicker filters={filters} change={change} />
        <ComparedWith compare={filters.compare} change={change} />
        <Chips filters={filters} change={change} />
      </div>
      <SaidPlace report={report} loading={loading} />
      <div class={loading ? 'stale' : ''} aria-busy={loading}>
        <Scores {...{ report, filters, breakdown, dimensions, change }} words={false} />
        <PoolParts report={data} names={names} query={changed(filters, {})} />
      </div>
    </ScopeContext.Provider>
  )
}
