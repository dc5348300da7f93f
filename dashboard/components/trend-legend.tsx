import { span } from '../models/days.ts'
import type { Report } from '../models/report.ts'
import { type Flag, flagKinds } from '../models/trend.ts'
import { fewAnswers } from '../models/wording.ts'

interface Props {
  report: Report
  flags: readonly Flag[]
}

export function TrendLegend({ report: { previous, goal }, flags }: Props) {
  return (
    <span class="legend soft">
      <span class="key-band">95 % interval</span>
      <span class="key-few">under {fewAnswers} answers</span>
      {previous?.series.some(({ score }) => score !== null) && <span class="key-before">{span(previous.from, previous.to)}</span>}
      {goal !== null && <span class="key-goal">goal</span>}
      {flags.length > 0 && <span class="key-flag">{flagKinds(flags)}, see below</span>}
      <span class="key-bars">answers</span>
    </span>
  )
}
