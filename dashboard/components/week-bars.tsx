import { courseWords, type Week } from '../models/tag-figures.ts'
import { useWidth } from './use-width.ts'

interface Props {
  weeks: readonly Week[]
  height: number
}

/** How large a part of each week's answers has a tag: a bar a week, none where nobody answered. */
export function WeekBars({ weeks, height }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const most = Math.max(0.01, ...weeks.map(({ share }) => share ?? 0))
  const step = width / Math.max(1, weeks.length)
  return (
    <div class="week-bars" ref={ref}>
      <svg width={width} height={height} role="img" aria-label={courseWords(weeks)}>
        <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
        {weeks.map(({ start, share }, at) => {
          const tall = share ? Math.max(1.5, (share / most) * (height - 2)) : 0
          return <rect key={start} x={at * step + 1} y={height - tall} width={Math.max(1, step - 2)} height={tall} rx={1} />
        })}
      </svg>
    </div>
  )
}
