import type { Filters } from '../models/filters.ts'
import type { Report } from '../models/report.ts'
import { fewAnswers, partsOf } from '../models/wording.ts'
import { Histogram } from './histogram.tsx'
import type { Keeping } from './keeping.ts'
import { Lead } from './lead.tsx'
import { Buckets } from './report-controls.tsx'
import { SegmentsPanel } from './segments-panel.tsx'
import { StackedBar } from './stacked-bar.tsx'
import { Trend } from './trend.tsx'
import { OutlookNote } from './verdict.tsx'

export interface ScoresProps {
  report: Report
  filters: Filters
  breakdown: string | null
  dimensions: string[]
  change: (change: Partial<Filters>) => void
  /** Whether what shoppers wrote stands beneath: a bar then filters it, else it only tells. */
  words: boolean
  keeping?: Keeping
}

/** All that is drawn of the score; each part of it narrows the screen. */
export function Scores({ report, filters, breakdown, dimensions, change, words, keeping }: ScoresProps) {
  const { metric, scale, total } = report
  return (
    <>
      <div class="lead">
        <Lead report={report} />
        <div>
          <StackedBar
            parts={partsOf(metric, scale, total)}
            chosen={words ? filters.category : null}
            choose={words ? (category) => change({ category, score: null }) : undefined}
          />
          {report.outlook && total.n < fewAnswers ? (
            <OutlookNote report={report} />
          ) : (
            <section aria-labelledby="trend">
              <div class="row trend-head">
                <h2 id="trend">Trend</h2>
                <Buckets filters={filters} change={change} />
              </div>
              <Trend
                report={report}
                interval={filters.interval}
                open={({ from, to }) => change({ days: null, from, to })}
                keeping={keeping}
              />
            </section>
          )}
        </div>
      </div>
      {total.n > 0 && (
        <div class="two">
          <section aria-labelledby="scores">
            <div class="row">
              <h2 id="scores">Answers by score</h2>
              {words && <span class="small soft hint">a bar filters the comments</span>}
            </div>
            <Histogram
              report={report}
              chosen={words ? filters.score : null}
              choose={words ? (score) => change({ score, category: null }) : undefined}
            />
          </section>
          {breakdown && <SegmentsPanel {...{ report, filters, dimensions, change }} dimension={breakdown} />}
        </div>
      )}
    </>
  )
}
