import type { ComponentChildren } from 'preact'
import { agreeMeaning, countMeaning, meanMeaning, totalMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { number, score as scoreText } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { IntervalFigure } from './interval-figure.tsx'
import { useScope } from './scope.ts'
import { Whisker } from './whisker.tsx'

interface Props {
  report: Report
  /** As the subject of its own page: larger, with its n, the ends of its scale and its second figure. */
  big?: boolean
  /** Drawn beside the number. */
  children?: ComponentChildren
}

/** A score, where it stands on its scale, and how sure that is. */
export function Score({ report, big = false, children }: Props) {
  const { metric, scale, total } = report
  const scope = useScope()
  const unit = total.score === null ? '' : metric === 'csat' ? '%' : metric === 'ces' && scale ? `of ${scale[1]}` : ''
  return (
    <>
      <div class={big ? undefined : 'tile-score'}>
        <p class={big ? 'score big num' : 'score num'}>
          <Definition meaning={totalMeaning(scope, total)}>
            {total.score === null ? <span class="soft">–</span> : scoreText(metric, total.score).replace(' %', '')}
          </Definition>{' '}
          <small>
            {unit}
            {big && unit && ' · '}
            {big && <Definition meaning={countMeaning(total.n)}>n {number(total.n)}</Definition>}
          </small>
        </p>
        {children}
      </div>
      <Whisker metric={metric} scale={scale} score={total.score} interval={total.interval} ends={big} />
      <p class="small soft num">
        {total.interval && '95 % interval '}
        {total.interval && <IntervalFigure of={total} />}
        {!total.interval && total.n === 1 && 'One answer has no interval'}
        {big && metric === 'csat' && total.mean !== null && (
          <>
            {' · mean '}
            <Definition meaning={meanMeaning(scope, { mean: total.mean, n: total.n })}>{number(total.mean, 2)}</Definition> of{' '}
            {scale?.[1]}
          </>
        )}
        {big && metric === 'ces' && typeof total.agree === 'number' && (
          <>
            {' · '}
            <Definition meaning={agreeMeaning(total.agree, total.n)}>{number(total.agree, 1)} %</Definition> agree
          </>
        )}
      </p>
      {total.caution && <p class="small caution">{total.caution}: less sure than the interval says</p>}
    </>
  )
}
