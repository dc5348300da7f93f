import { longDay } from '../models/days.ts'
import type { Flag } from '../models/trend.ts'
import { bars, type Frame, margin } from './trend-frame.ts'

/** Numbered, since words would lie upon each other and on the course. */
export function TrendFlags({ frame: { edge }, flags }: { frame: Frame; flags: readonly Flag[] }) {
  return (
    <g class="flags">
      {flags.map(({ day, text, at }, i) => (
        <g key={`${day} ${text}`} transform={`translate(${edge(at)} 0)`}>
          <line y1={margin.top - 2} y2={bars.foot} />
          <circle cy={margin.top - 10} r={8} />
          <text y={margin.top - 6} text-anchor="middle">
            {i + 1}
          </text>
        </g>
      ))}
    </g>
  )
}

/** What the numbers in the chart say. */
export function TrendFlagWords({ flags }: { flags: readonly Flag[] }) {
  if (flags.length === 0) return null
  return (
    <ol class="flag-words small">
      {flags.map(({ day, text }) => (
        <li key={`${day} ${text}`}>
          {text} <span class="soft num">{longDay(day)}</span>
        </li>
      ))}
    </ol>
  )
}
