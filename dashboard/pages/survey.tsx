import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { Question } from '../../worker/contract/question.ts'
import type { Report } from '../../worker/contract/report.ts'
import type { Survey as SurveyView } from '../../worker/contract/survey.ts'
import { Breakdown } from '../components/breakdown.tsx'
import { Feed } from '../components/feed.tsx'
import { FurtherQuestions } from '../components/further-questions.tsx'
import { Heading } from '../components/heading.tsx'
import { Histogram } from '../components/histogram.tsx'
import { Lead } from '../components/lead.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { Buckets, Chips, Compare } from '../components/report-controls.tsx'
import { StackedBar } from '../components/stacked-bar.tsx'
import { SurveyState } from '../components/survey-state.tsx'
import { Trend } from '../components/trend.tsx'
import { OutlookNote } from '../components/verdict.tsx'
import { changed, type Filters, feedQuery, readFilters, reportQuery } from '../models/filters.ts'
import { useResource } from '../models/resource.ts'
import { site } from '../models/session.ts'
import { fewAnswers, partsOf } from '../models/wording.ts'

/** One survey: what the score is, how sure, what changed, for whom, and in their words. */
export function Survey() {
  const { id = '' } = useRoute().params
  // Keyed, so that one survey's name never stands above another's score while that is on its way.
  return <Screen key={id} id={id} />
}

function Screen({ id }: { id: string }) {
  const { path, url, route } = useLocation()
  const dimensions = site.value?.dimensions ?? []
  const filters = readFilters(url.split('?')[1] ?? '', site.value?.timeZone ?? 'UTC')
  const breakdown = filters.breakdown ?? dimensions.find((name) => !(name in filters.segments) && name !== 'touchpoint') ?? null
  const survey = useResource<SurveyView>(`/api/v1/surveys/${encodeURIComponent(id)}`)
  const report = useResource<Report>(`/api/v1/surveys/${encodeURIComponent(id)}/report?${reportQuery(filters, breakdown)}`)
  const name = survey.data?.name
  useEffect(() => {
    if (name) document.title = `${name} · Earshot`
  }, [name])
  const change = (next: Partial<Filters>) => route(path + changed(filters, next))

  const error = survey.error ?? report.error
  if (error && !report.data) {
    return (
      <div class="empty">
        <Heading>That didn’t work</Heading>
        <p class="soft">{error}</p>
        <p>
          <a href="/">Back to the overview</a>
        </p>
      </div>
    )
  }
  return (
    <>
      <header class="top">
        <Heading>{name}</Heading>
        {survey.data && <SurveyState survey={survey.data} changed={survey.reload} />}
      </header>
      <div class="controls filters">
        <PeriodPicker filters={filters} change={change} />
        {survey.data && survey.data.metric !== 'none' && <Compare compare={filters.compare} change={change} />}
        <Chips filters={filters} change={change} />
      </div>
      {report.data && survey.data ? (
        <div class={report.loading ? 'stale' : ''}>
          <Results
            report={report.data}
            questions={survey.data.questions}
            filters={filters}
            breakdown={breakdown}
            dimensions={dimensions}
            change={change}
          />
        </div>
      ) : (
        <Bones />
      )}
    </>
  )
}

interface ResultsProps {
  report: Report
  questions: Question[]
  filters: Filters
  breakdown: string | null
  dimensions: string[]
  change: (change: Partial<Filters>) => void
}

function Results({ report, questions, filters, breakdown, dimensions, change }: ResultsProps) {
  return (
    <>
      {report.metric === 'none' ? (
        <Lead report={report} />
      ) : (
        <Scores report={report} filters={filters} breakdown={breakdown} dimensions={dimensions} change={change} />
      )}
      <FurtherQuestions report={report} questions={questions} narrowed={Object.keys(filters.segments).length > 0} />
      <section class="feed" aria-labelledby="words">
        <div class="row">
          <h2 id="words">In their words</h2>
          <label class="check small soft">
            <input type="checkbox" checked={!filters.commented} onChange={() => change({ commented: !filters.commented })} />
            {report.metric === 'none' ? 'answers without a comment too' : 'scores without a comment too'}
          </label>
        </div>
        <Feed query={feedQuery(filters, report.survey)} />
      </section>
    </>
  )
}

/** All that is drawn of the score; each part of it narrows what is read below. */
function Scores({ report, filters, breakdown, dimensions, change }: Omit<ResultsProps, 'questions'>) {
  const { metric, scale, total } = report
  return (
    <>
      <div class="lead">
        <Lead report={report} />
        <div>
          <StackedBar
            parts={partsOf(metric, scale, total)}
            chosen={filters.category}
            choose={(category) => change({ category, score: null })}
          />
          {report.outlook && total.n < fewAnswers ? (
            <OutlookNote report={report} />
          ) : (
            <>
              <div class="row trend-head">
                <h2>Trend</h2>
                <Buckets filters={filters} change={change} />
              </div>
              <Trend report={report} interval={filters.interval} />
            </>
          )}
        </div>
      </div>
      <div class="two">
        <section aria-labelledby="scores">
          <div class="row">
            <h2 id="scores">Answers by score</h2>
            <span class="small soft">a bar filters the comments</span>
          </div>
          <Histogram report={report} chosen={filters.score} choose={(score) => change({ score, category: null })} />
        </section>
        {breakdown && (
          <section aria-labelledby="by">
            <div class="row">
              <h2 id="by">
                By <span class="hidden">{breakdown}</span>
              </h2>
              <label class="inline">
                <span class="hidden">Dimension</span>
                <select value={breakdown} onChange={(event) => change({ breakdown: event.currentTarget.value })}>
                  {dimensions.map((dimension) => (
                    <option key={dimension}>{dimension}</option>
                  ))}
                </select>
              </label>
            </div>
            <Breakdown
              report={report}
              dimension={breakdown}
              choose={(value) => change({ segments: { ...filters.segments, [breakdown]: value }, breakdown: null })}
            />
          </section>
        )}
      </div>
    </>
  )
}

function Bones() {
  return (
    <div class="lead" role="status" aria-label="Loading">
      <div>
        <div class="bone" style={{ height: '72px', width: '70%' }} />
        <div class="bone" style={{ height: '14px', marginTop: '24px' }} />
        <div class="bone" style={{ height: '60px', marginTop: '24px' }} />
      </div>
      <div class="bone" style={{ height: '320px' }} />
    </div>
  )
}
