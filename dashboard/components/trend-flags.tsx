import { type Flag, numberShifts } from '../models/trend.ts'
import { bars, type Frame, margin } from './trend-frame.ts'

/** Numbered, since words would lie upon each other and on the course. */
export function TrendFlags({ frame: { edge }, flags }: { frame: Frame; flags: readonly Flag[] }) {
  const lines = flags.map(({ at }) => edge(at))
  const shifts = numberShifts(lines, 18)
  return (
    <g class="flags">
      {lines.map((line, i) => (
        <g key={i} transform={`translate(${line} 0)`}>
          <line y1={margin.top - 2} y2={bars.foot} />
          <circle cx={shifts[i]} cy={margin.top - 10} r={8} />
          <text x={shifts[i]} y={margin.top - 6} text-anchor="middle">
            {i + 1}
          </text>
        </g>
      ))}
    </g>
  )
}
