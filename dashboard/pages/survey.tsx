import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { Survey as SurveyView } from '../../worker/contract/survey.ts'
import { Bones } from '../components/bones.tsx'
import { Failed } from '../components/failed.tsx'
import { Heading } from '../components/heading.tsx'
import { HeldLine } from '../components/held-line.tsx'
import { LiveSign } from '../components/live-sign.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { Progress } from '../components/progress.tsx'
import { Chips, Compare } from '../components/report-controls.tsx'
import { Results } from '../components/results.tsx'
import { SaidPlace } from '../components/said-place.tsx'
import { ScopeContext } from '../components/scope.ts'
import { SharePanel } from '../components/share-panel.tsx'
import { SurveyState } from '../components/survey-state.tsx'
import { ViewsMenu } from '../components/views-menu.tsx'
import { aboutOf, breakdownOf, byTag, changed, type Filters, readFilters, reportQuery, unfiltered } from '../models/filters.ts'
import { useLive } from '../models/live.ts'
import { scopeOf } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { useResource } from '../models/resource.ts'
import { may, site } from '../models/session.ts'
import { filterKeys, useShortcuts } from '../models/shortcuts.ts'
import { useViewed, viewPath } from '../models/views.ts'

/** One survey: what the score is, how sure, what changed, for whom, and in their words. */
export function Survey() {
  const { id = '' } = useRoute().params
  // Keyed, so that one survey's name never stands above another's score while that is on its way.
  return <Screen key={id} id={id} />
}

function Screen({ id }: { id: string }) {
  const { path, url, route } = useLocation()
  const dimensions = [...new Set([...(site.value?.dimensions ?? []), byTag])]
  const search = url.split('?')[1] ?? ''
  const viewed = useViewed(search, readFilters(search, site.value?.timeZone ?? 'UTC'))
  const { filters, view } = viewed
  const breakdown = breakdownOf(filters, dimensions)
  // Before the report, so that no answer can come between what the report holds and the first sign of life.
  const { turn, isHeard } = useLive(id)
  const survey = useResource<SurveyView>(`/api/v1/surveys/${encodeURIComponent(id)}`)
  const report = useResource<Report>(`/api/v1/surveys/${encodeURIComponent(id)}/report?${reportQuery(filters, breakdown)}`, turn)
  const name = survey.data?.name
  useEffect(() => {
    if (name) document.title = `${name} · Earshot`
  }, [name])
  // A word being typed is one step of the history, not one for each of its beginnings.
  const change = (next: Partial<Filters>) => route(path + changed(filters, next), Boolean(filters.q && next.q))
  useShortcuts(filterKeys(filters, change))
  const elsewhere = view?.conditions.survey !== undefined && view.conditions.survey !== id ? viewPath(view, id) : ''
  useEffect(() => {
    if (elsewhere) route(elsewhere, true)
  }, [elsewhere])

  const error = survey.error ?? report.error
  if (error && !report.data && !viewed.fault) return <Failed error={error} />
  return (
    <>
      <Progress busy={report.loading} />
      <header class="top">
        <Heading>{name}</Heading>
        <a href={`/surveys/${encodeURIComponent(id)}/channels`}>Links and codes</a>
        <a href={`/surveys/${encodeURIComponent(id)}/tests`}>Tests</a>
        {may('manager') && (
          <a class="button" href={`/surveys/${id}/edit`}>
            Edit
          </a>
        )}
        {may('manager') && <SharePanel survey={id} />}
        {survey.data && <SurveyState survey={survey.data} changed={survey.reload} />}
      </header>
      <div class="controls filters">
        <PeriodPicker filters={filters} change={change} />
        {survey.data?.metric !== 'none' && <Compare compare={filters.compare} change={change} />}
        <Chips filters={filters} change={change} questions={survey.data?.questions} />
        <ViewsMenu viewed={viewed} filters={filters} survey={id} leave={() => change(unfiltered)} />
        <LiveSign isHeard={isHeard} />
      </div>
      {may('manager') && <HeldLine survey={id} turn={turn} />}
      {viewed.fault ? (
        <p class="notice" role="status">
          {viewed.fault}
        </p>
      ) : report.data && survey.data && !viewed.isUnknown && !elsewhere ? (
        <ScopeContext.Provider value={scopeOf(report.data, aboutOf(filters))}>
          <SaidPlace report={report.data} loading={report.loading} />
          <div class={report.loading ? 'stale' : ''} aria-busy={report.loading}>
            <Results
              report={report.data}
              survey={survey.data}
              turn={turn}
              filters={filters}
              breakdown={breakdown}
              dimensions={dimensions}
              change={change}
              keeping={{ survey: id, segments: filters.segments, mayWrite: may('manager'), written: report.reload }}
            />
          </div>
        </ScopeContext.Provider>
      ) : (
        <Bones />
      )}
    </>
  )
}
