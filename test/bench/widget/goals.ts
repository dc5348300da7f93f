import { median } from '../support/median.ts'
import { table } from '../support/table.ts'
import type { Figures } from './figures.ts'
import type { Results } from './rounds.ts'

interface Goal {
  name: string
  found: number
  limit: number
  digits?: number
}

const timeRatio = 1.15
const bytesUntilVisible = 12_288

/** What the widget is held to on the slow profile: figures, limits, and whether they are kept. */
export function goalLines(results: Results, preflights: number): string {
  const goals = goalsOf(results, preflights)
  const shown = goals.map(({ name, found, limit, digits = 0 }) => [
    `${found <= limit ? 'met   ' : 'missed'}  ${name}`,
    found.toFixed(digits),
    `at most ${limit.toFixed(digits)}`,
  ])
  return table([['goals', 'found', ''], ...shown])
}

function goalsOf({ floor, earshot, nothingDue }: Results, preflights: number): Goal[] {
  const medianOf = (figures: Figures[], of: (one: Figures) => number) => median(figures.map(of))
  const most = (figures: Figures[], of: (one: Figures) => number) => Math.max(...figures.map(of))
  const ratio = (of: (one: Figures) => number) => medianOf(earshot, of) / medianOf(floor, of)
  return [
    {
      name: 'script start to visible, times the floor',
      found: ratio((one) => one.scriptToVisibleMs),
      limit: timeRatio,
      digits: 3,
    },
    { name: 'tag asked for to visible, times the floor', found: ratio((one) => one.tagToVisibleMs), limit: timeRatio, digits: 3 },
    {
      name: 'total blocking time, ms, beside the floor',
      found: medianOf(earshot, (one) => one.blockingMs),
      limit: medianOf(floor, (one) => one.blockingMs),
    },
    { name: 'layout shift, the most of any round', found: most(earshot, (one) => one.shift), limit: 0, digits: 4 },
    { name: 'requests until visible, the most of any round', found: most(earshot, (one) => one.requests), limit: 3 },
    { name: 'round trips until visible, the most of any round', found: most(earshot, (one) => one.roundTrips), limit: 2 },
    { name: 'preflights, all rounds', found: preflights, limit: 0 },
    { name: 'bytes until visible, bodies', found: medianOf(earshot, (one) => one.bodyBytes), limit: bytesUntilVisible },
    { name: 'requests where nothing is due, the most of any round', found: most(nothingDue, (one) => one.requests), limit: 1 },
  ]
}
