import { scaleLinear } from 'd3-scale'

export const height = 270
export const margin = { top: 20, right: 14, bottom: 66, left: 44 }
/** Where the answers' bars stand, and how tall the tallest is. */
export const bars = { foot: height - 26, tall: 34 }

/** Where things are drawn, in px of the chart's real width. */
export interface Frame {
  width: number
  step: number
  count: number
  /** The middle of a step; fractions lie between. */
  x: (at: number) => number
  /** A place counted in steps from the left edge of the first. */
  edge: (at: number) => number
  y: (value: number) => number
  ticks: number[]
  domain: [number, number]
  stepAt: (px: number) => number
}

/** `range` is widened to round numbers, but never past the ends of the scale: no score lies there. */
export function frameOf(width: number, count: number, range: [number, number], [least, most]: [number, number]): Frame {
  const step = Math.max(0, width - margin.left - margin.right) / Math.max(1, count)
  const [low = least, high = most] = scaleLinear(range, [0, 1]).nice(4).domain()
  const domain: [number, number] = [Math.max(least, low), Math.min(most, high)]
  const y = scaleLinear(domain, [height - margin.bottom, margin.top])
  return {
    ...{ width, step, count, y },
    x: (at) => margin.left + step * (at + 0.5),
    edge: (at) => margin.left + step * at,
    ticks: y.ticks(4),
    domain,
    stepAt: (px) => Math.floor((px - margin.left) / step),
  }
}
