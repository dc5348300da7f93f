import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { PageOrder } from '../../../worker/contract/customer-page.ts'
import type { Scored } from '../../models/customer.ts'
import { localDay, shortDay } from '../../models/days.ts'
import { money, tones } from '../../models/wording.ts'
import { useWidth } from '../use-width.ts'

const height = 236
const lanes = ['happy', 'in between', 'unhappy']
const margin = { left: 84, right: 18 }
/** Where the lanes are, and how tall the dearest order's bar is. */
const lane = { top: 6, tall: 50 }
const foot = { at: height - 24, tall: 38 }
const radius = 12

interface Props {
  scores: readonly Scored[]
  orders: readonly PageOrder[]
}

/** Scores as they came, in lanes since scales differ, and beneath them what was ordered. Only of one currency: bars of two can't be compared. */
export function CustomerCourse({ scores, orders }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const { bars, currency } = mostUsed(orders)
  const times = [...scores, ...bars].map(({ at }) => at)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const x = scaleLinear(
    [first, Math.max(last, first + 1)],
    [margin.left + radius, Math.max(margin.left + radius, width - margin.right - radius)],
  )
  const y = (score: Scored) => lane.top + lane.tall * (score.lane + 1) - radius - score.height * (lane.tall - 2 * radius)
  const tall = scaleLinear([0, Math.max(1, ...bars.map(({ value }) => value))], [0, foot.tall])
  const course = line<Scored>()
    .x(({ at }) => x(at))
    .y(y)
  const ends = first === last ? [first] : [first, last]
  return (
    <div class="customer-course" ref={ref}>
      <svg width={width} height={height} aria-hidden="true">
        <g class="grid">
          {lanes.map((name, i) => (
            <g key={name}>
              <line x1={0} x2={width} y1={lane.top + lane.tall * (i + 1)} y2={lane.top + lane.tall * (i + 1)} />
              <text x={0} y={lane.top + lane.tall * (i + 0.5) + 4}>
                {name}
              </text>
            </g>
          ))}
          {bars.length > 0 && (
            <text x={0} y={foot.at - 4}>
              orders, {currency ?? 'value'}
            </text>
          )}
        </g>
        {bars.map(({ id, at, value }) => (
          <rect
            key={id}
            class="order"
            x={x(at) - 4}
            width={8}
            y={foot.at - Math.max(2, tall(value))}
            height={Math.max(2, tall(value))}
            rx={2}
          >
            <title>{money(currency, value)}</title>
          </rect>
        ))}
        <g class="course">
          <path d={course([...scores]) ?? ''} pathLength={1} />
        </g>
        {scores.map((score) => (
          <g key={score.id} class={`score-point ${tones[score.lane]}`}>
            <circle cx={x(score.at)} cy={y(score)} r={radius} />
            <text x={x(score.at)} y={y(score) + 4} text-anchor="middle">
              {score.score}
            </text>
          </g>
        ))}
        <g class="dates">
          {ends.map((at, i) => (
            <text key={at} x={x(at)} y={height - 6} text-anchor={i === 0 ? 'start' : 'end'}>
              {shortDay(localDay(new Date(at).toISOString()))}
            </text>
          ))}
        </g>
      </svg>
    </div>
  )
}

/** Orders with a value, of the currency that most were paid in. */
function mostUsed(orders: readonly PageOrder[]) {
  const counts = new Map<string | null, number>()
  for (const { currency, value } of orders) if (value !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  const currency = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  const bars = orders.flatMap(({ id, at, value, currency: paid }, i) =>
    value !== null && paid === currency ? [{ id: `${i} ${id}`, at: Date.parse(at), value }] : [],
  )
  return { bars, currency }
}
