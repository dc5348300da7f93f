import { useId, useRef, useState } from 'preact/hooks'
import { extent } from '../../worker/domain/extent.ts'
import type { BucketSize } from '../models/filters.ts'
import { scoreMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { flagsOf, type Point, pointsOfTrend, stepTitle, stepWords, valueRange } from '../models/trend.ts'
import { FlagWords } from './flag-words.tsx'
import type { Keeping } from './keeping.ts'
import { useScope } from './scope.ts'
import { TrendBand, TrendBefore, TrendCourse, TrendGoal } from './trend-course.tsx'
import { TrendFlags } from './trend-flags.tsx'
import { frameOf, height } from './trend-frame.ts'
import { TrendAnswers, TrendDates, TrendGrid } from './trend-ground.tsx'
import { TrendLegend } from './trend-legend.tsx'
import { TrendTable } from './trend-table.tsx'
import { type TrendForm, TrendTools } from './trend-tools.tsx'
import { Twin } from './twin.tsx'
import { Told } from './use-definition.tsx'
import { useWidth } from './use-width.ts'

interface Props {
  report: Report
  interval: BucketSize
  /** Shows one step's days alone. */
  open: (days: { from: string; to: string }) => void
  /** Whose trend it is, where more may be asked about it than it tells. */
  keeping?: Keeping
}

/**
 * The score over time with its interval and the answers behind it. Steps without answers are gaps, never zero; steps
 * with few are hollow. The arrow keys go from step to step, Enter or a click opens one's days.
 */
export function Trend({ report, interval, open, keeping }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [chosen, setChosen] = useState<number | null>(null)
  const [form, setForm] = useState<TrendForm>(null)
  const definition = useId()
  const scope = useScope()
  const pressed = useRef<number | null>(null)
  const walked = useRef<number | null>(null)
  const points = pointsOfTrend(report)
  const flags = flagsOf(report)
  const frame = frameOf(width, points.length, valueRange(report, points), extent(report.metric, report.scale))
  const shown = chosen === null ? undefined : points[chosen]
  const under = (event: { clientX: number; currentTarget: Element }) =>
    points[frame.stepAt(event.clientX - event.currentTarget.getBoundingClientRect().left)]
  function openStep(point: Point | undefined) {
    if (!point || points.length < 2) return
    setChosen(null)
    open({ from: point.from, to: point.to })
  }
  const current = points[chosen ?? points.length - 1]
  /** Beside the step that has, or last had, the keyboard's focus; else beside the last day. */
  const writeNote = () => setForm({ day: points[chosen ?? walked.current ?? -1]?.from ?? report.to })
  function walk(event: KeyboardEvent) {
    const to = stepFor(event.key, chosen, points.length)
    if (event.key === 'Enter') openStep(shown)
    else if (event.key === 'n' && keeping?.mayWrite) writeNote()
    else if (to !== undefined) {
      walked.current = to
      setChosen(to)
    } else return
    event.preventDefault()
  }
  return (
    <figure class="trend">
      <p class="readout small num" aria-hidden="true">
        {/* Both in one place: what is pressed next must not move away while the step that was read loses focus. */}
        <span class={shown ? 'away' : ''}>
          <TrendLegend report={report} flags={flags} />
        </span>
        {shown && (
          <span>
            <b>{stepTitle(shown, interval)}</b> {stepWords(report, shown)}
            {shown.before && <span class="soft"> · before {stepWords(report, shown.before)}</span>}
          </span>
        )}
      </p>
      <div
        ref={ref}
        class="plot"
        role="slider"
        tabIndex={0}
        aria-label={`Trend by ${interval}; Enter shows one ${interval} alone${keeping?.mayWrite ? ', n notes something beside it' : ''}`}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={Math.max(1, points.length)}
        aria-valuenow={(current?.at ?? 0) + 1}
        aria-valuetext={current && `${stepTitle(current, interval)}: ${stepWords(report, current)}`}
        aria-describedby={shown && definition}
        onKeyDown={walk}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setChosen(points.length - 1)}
        onBlur={() => setChosen(null)}
        onPointerDown={() => {
          pressed.current = chosen
        }}
        onPointerMove={(event) => isOfTheChart(event) && setChosen(under(event)?.at ?? null)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setChosen(null)}
        onClick={(event) => {
          if (!isOfTheChart(event)) return
          const point = under(event)
          // A finger's first tap reads a step, as pointing does; the second opens it.
          const known = !matchMedia('(hover: none)').matches || pressed.current === point?.at
          setChosen(point?.at ?? null)
          if (known) openStep(point)
        }}
      >
        {shown && <Told id={definition} meaning={scoreMeaning(scope, shown)} days={shown} away={() => setChosen(null)} />}
        <svg width={width} height={height} viewBox={`0 0 ${Math.max(1, width)} ${height}`} aria-hidden="true">
          {width > 0 && (
            <>
              <TrendGrid frame={frame} />
              <TrendBand frame={frame} points={points} report={report} />
              <TrendBefore frame={frame} points={points} />
              <TrendFlags frame={frame} flags={flags} />
              <TrendCourse frame={frame} points={points} chosen={chosen} />
              <TrendGoal frame={frame} goal={report.goal} />
              <TrendAnswers frame={frame} points={points} />
              <TrendDates frame={frame} points={points} interval={interval} />
            </>
          )}
        </svg>
      </div>
      <FlagWords flags={flags} keeping={keeping} edit={setForm} />
      {keeping?.mayWrite && <TrendTools {...{ report, keeping, form, setForm, writeNote }} />}
      <Twin>{() => <TrendTable {...{ report, points, flags, interval }} />}</Twin>
    </figure>
  )
}

/** A tap on a step's definition is none on the chart beneath. */
const isOfTheChart = ({ target }: Event) => target instanceof Element && !target.closest('[role="tooltip"]')

/** The step a key leads to; from nowhere on, the newest one. */
function stepFor(key: string, from: number | null, count: number): number | undefined {
  const last = count - 1
  const at = from ?? last
  const steps: Record<string, number> = {
    ...{ ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1 },
    ...{ PageDown: at - 5, PageUp: at + 5, Home: 0, End: last },
  }
  const to = steps[key]
  return to === undefined ? undefined : Math.min(last, Math.max(0, to))
}
