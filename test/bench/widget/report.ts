import { median } from '../support/median.ts'
import { table } from '../support/table.ts'
import type { Figures } from './figures.ts'
import type { Results, Subject } from './rounds.ts'

interface Row {
  name: string
  of: (figures: Figures) => number
  digits?: number
}

const rows: Row[] = [
  { name: 'requests', of: (one) => one.requests },
  { name: 'round trips', of: (one) => one.roundTrips },
  { name: 'second to last request started, ms', of: (one) => one.apartMs, digits: 1 },
  { name: 'bodies, bytes', of: (one) => one.bodyBytes },
  { name: 'headers, bytes', of: (one) => one.headerBytes },
  { name: 'tag asked for to visible, ms', of: (one) => one.tagToVisibleMs },
  { name: 'script start to visible, ms', of: (one) => one.scriptToVisibleMs },
  { name: 'last answer to visible, ms', of: (one) => one.answerToVisibleMs },
  { name: 'script start to visible, page at rest, ms', of: (one) => one.restToVisibleMs },
  { name: 'script time, ms', of: (one) => one.scriptMs, digits: 1 },
  { name: 'all tasks, ms', of: (one) => one.taskMs },
  { name: 'longest task of 50 ms or more, ms', of: (one) => one.longestTaskMs },
  { name: 'total blocking time, ms', of: (one) => one.blockingMs },
  { name: 'layout shift', of: (one) => one.shift, digits: 4 },
  { name: 'heap, kB', of: (one) => one.heapBytes / 1000 },
]

const subjects: [key: Subject, title: string][] = [
  ['floor', 'floor'],
  ['earshot', 'earshot'],
  ['nothingDue', 'nothing due'],
]

/** The medians of one profile as a table, then the raw values of what varied, in the order of the rounds. */
export function resultLines(results: Results): string {
  const medians = rows.map((row) => [row.name, ...subjects.map(([key]) => figure(row, median(results[key].map(row.of))))])
  const raw = rows.flatMap((row) => subjects.map(([key, title]) => [`${row.name}, ${title}`, ...rawOf(row, results[key])]))
  return [
    table([['medians', ...subjects.map(([, title]) => title)], ...medians]),
    `  ${pageLine(results)}\n`,
    '  raw; what is not here was the same in every round\n',
    table(raw.filter(([, ...values]) => new Set(values).size > 1)),
  ].join('\n')
}

function rawOf(row: Row, all: readonly Figures[]): string[] {
  return all.map((one) => figure(row, row.of(one)))
}

function pageLine({ page }: Results): string {
  const script = median(page.map(({ scriptMs }) => scriptMs)).toFixed(0)
  const tasks = median(page.map(({ taskMs }) => taskMs)).toFixed(0)
  const heap = median(page.map(({ heapBytes }) => heapBytes / 1000)).toFixed(0)
  return `the page by itself: script ${script} ms, all tasks ${tasks} ms, heap ${heap} kB`
}

/** A dash where there is nothing to measure: no popup, no time until it. */
function figure({ digits = 0 }: Row, value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits)
}
