import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { SharedSurvey } from '../../worker/contract/share.ts'
import { Bones } from '../components/bones.tsx'
import { Door } from '../components/door.tsx'
import { Lead } from '../components/lead.tsx'
import { Moves } from '../components/moves.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { Progress } from '../components/progress.tsx'
import { Chips, Compare } from '../components/report-controls.tsx'
import { SaidPlace } from '../components/said-place.tsx'
import { ScopeContext } from '../components/scope.ts'
import { Scores } from '../components/scores.tsx'
import { localDay, longDay } from '../models/days.ts'
import {
  aboutOf,
  breakdownOf,
  changed,
  chosenRow,
  driversQuery,
  type Filters,
  readFilters,
  reportQuery,
  wordless,
} from '../models/filters.ts'
import { scopeOf } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { useResource } from '../models/resource.ts'
import { filterKeys, useShortcuts } from '../models/shortcuts.ts'

/** A survey's report for whoever holds its link: nothing to press that writes, and nobody's own words. */
export function Shared() {
  const { token = '' } = useRoute().params
  const path = `/api/v1/shared/${encodeURIComponent(token)}`
  const { data: about, error, status, reload } = useResource<SharedSurvey>(path)
  const title = about ? `${about.survey} · ${about.site}` : 'Shared report · Earshot'
  useEffect(() => {
    document.title = title
  }, [title])
  if (error)
    return status === 404 ? (
      <Dead />
    ) : (
      <Door title="The report can’t be read">
        <p class="soft">{error}</p>
        <button type="button" class="primary wide" onClick={reload}>
          Try again
        </button>
      </Door>
    )
  return (
    <main class="content shared">
      <header class="top">
        <div>
          <p class="small soft">{about?.site ?? '\u00a0'}</p>
          <h1>{about?.survey ?? <span class="bone title" />}</h1>
        </div>
        <p class="small soft">Shared report, read-only{about?.expiresAt && `, until ${longDay(localDay(about.expiresAt))}`}</p>
      </header>
      {about ? <SharedReport path={path} about={about} gone={reload} /> : <Bones />}
      <footer class="small soft">
        <span class="brand">
          <img src="/favicon.svg" alt="" />
          <span>Earshot</span>
        </span>
      </footer>
    </main>
  )
}

/** What never was, what was revoked and what has expired are the same nothing. */
function Dead() {
  return (
    <Door title="This link shows nothing">
      <p class="soft">
        It was revoked, has expired, or the address isn’t whole. Ask whoever sent it to you for a new one. If others can open
        theirs, try again in a moment.
      </p>
    </Door>
  )
}

interface Props {
  path: string
  about: SharedSurvey
  /** The link may have been shut while its page was open. */
  gone: () => void
}

function SharedReport({ path, about, gone }: Props) {
  const { path: here, url, route } = useLocation()
  const { timeZone, dimensions } = about
  // There are no words here to narrow.
  const filters = { ...readFilters(url.split('?')[1] ?? '', timeZone), ...wordless }
  const breakdown = breakdownOf(filters, dimensions)
  const { data, error, status, loading } = useResource<Report>(`${path}/report?${reportQuery(filters, breakdown)}`)
  const change = (next: Partial<Filters>) => route(here + changed(filters, next))
  useShortcuts(filterKeys(filters, change))
  useEffect(() => {
    if (status === 404) gone()
  }, [status])
  if (error) return <p class="notice bad">{error}</p>
  if (!data) return <Bones />
  const report = { ...data, ...(filters.tag && { tag: filters.tag }) }
  const isScored = report.metric !== 'none'
  const scope = scopeOf(report, aboutOf(filters))
  return (
    <ScopeContext.Provider value={scope}>
      <Progress busy={loading} />
      <div class="controls filters">
        <PeriodPicker filters={filters} change={change} />
        {isScored && <Compare compare={filters.compare} change={change} />}
        <Chips filters={filters} change={change} />
      </div>
      <SaidPlace report={report} loading={loading} />
      <div class={loading ? 'stale' : ''} aria-busy={loading}>
        {isScored ? <Scores {...{ report, filters, breakdown, dimensions, change }} words={false} /> : <Lead report={report} />}
        {isScored && !filters.tag && report.total.n > 0 && (
          <Moves
            path={`${path}/drivers?${driversQuery(filters)}`}
            choose={(dimension, value) => change(chosenRow(filters, dimension, value))}
          />
        )}
      </div>
    </ScopeContext.Provider>
  )
}
