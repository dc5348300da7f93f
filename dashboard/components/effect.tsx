import type { Interval } from '../../worker/contract/report.ts'
import { clamped } from '../../worker/domain/extent.ts'
import { useWidth } from './use-width.ts'

interface Props {
  effect: number
  interval: Interval | null
  /** How far the drawing reaches to either side of nought, in the score's unit. */
  reach: number
  label: string
}

/** A difference with its 95 % interval on either side of nought. */
export function Effect({ effect, interval, reach, label }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const pad = 7
  const x = (value: number) => width / 2 + (value / reach) * Math.max(0, width / 2 - pad)
  const range = interval && clamped(interval, [-reach, reach])
  return (
    <div class={`whisker effect ${effect < 0 ? 'bad' : 'good'}`} ref={ref}>
      <svg width={width} height={16} role="img" aria-label={label}>
        <line class="rail" x1={pad} x2={width - pad} y1={8} y2={8} />
        <line class="nought" x1={width / 2} x2={width / 2} y1={1} y2={15} />
        {range && <line class="range" x1={x(range[0])} x2={x(range[1])} y1={8} y2={8} />}
        <circle class="point" cx={x(effect)} cy={8} r={5.5} />
      </svg>
    </div>
  )
}
