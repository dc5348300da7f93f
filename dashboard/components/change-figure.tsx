import type { BreakdownRow } from '../../worker/contract/report.ts'
import { changeMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { signed } from '../models/wording.ts'
import { ChangeInterval } from './certainty.tsx'
import { Definition } from './definition.tsx'
import { useScope } from './scope.ts'

/** How a row moved since the days compared with, its interval, and whether that is more than chance. */
export function ChangeFigure({ report, row }: { report: Report; row: BreakdownRow }) {
  const { metric } = report
  const scope = useScope()
  const { score, change = null, changeInterval, distinguishable } = row
  const names = { change: 'Change', now: 'score now', before: 'score then' }
  const tone = distinguishable ? (change !== null && change < 0 ? 'change bad' : 'change good') : 'change soft'
  return (
    <>
      <Definition meaning={changeMeaning(scope, names, { score, change })}>
        <span class={tone}>
          {distinguishable && <span aria-hidden="true">{change !== null && change < 0 ? '▼ ' : '▲ '}</span>}
          {change === null ? '–' : signed(metric, change)}
        </span>
      </Definition>
      {change !== null && (
        <small class="soft">
          {changeInterval ? <ChangeInterval change={change} interval={changeInterval} /> : 'too few to tell'}
          {changeInterval && <span class="hidden">{distinguishable ? ', more than chance' : ', may be chance'}</span>}
        </small>
      )}
    </>
  )
}
