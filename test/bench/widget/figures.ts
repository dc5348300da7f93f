import type { Measured } from './burden.ts'
import type { Loaded, Visit } from './visit.ts'

type TagBurden = Measured['tag']

/** What a tag costs one page view. */
export interface Figures extends TagBurden {
  /** Until the popup is visible; of a page without one, all there were. */
  requests: number
  bodyBytes: number
  headerBytes: number
  /** The longest chain of requests of which each waited for the one before. */
  roundTrips: number
  /** Between the starts of the second request and the last: of what one piece of code asks for at once, next to nothing. */
  apartMs: number
  tagToVisibleMs: number
  scriptToVisibleMs: number
  /** What is left once all is there: running and drawing it. */
  answerToVisibleMs: number
  /** From the tag's script on; the browser tells only of tasks of 50 ms and more. */
  longestTaskMs: number
  blockingMs: number
  shift: number
}

export function figuresOf(visit: Visit, burden: TagBurden): Figures {
  const { visible = Number.NaN, scriptStart = Number.NaN } = visit
  const needed = visit.loaded.filter(({ start }) => !(start > visible))
  const [first, second, ...further] = needed
  const tasks = visit.longTasks.filter(({ start, duration }) => start + duration > scriptStart).map(({ duration }) => duration)
  return {
    ...burden,
    requests: needed.length,
    bodyBytes: sum(needed.map(({ body }) => body)),
    headerBytes: sum(needed.map(({ headers }) => headers)),
    roundTrips: longestChain(needed),
    apartMs: (further.at(-1)?.start ?? Number.NaN) - (second?.start ?? Number.NaN),
    tagToVisibleMs: visible - (first?.start ?? Number.NaN),
    scriptToVisibleMs: visible - scriptStart,
    answerToVisibleMs: visible - Math.max(...needed.map(({ end }) => end)),
    longestTaskMs: Math.max(0, ...tasks),
    blockingMs: sum(tasks.map((duration) => Math.max(0, duration - 50))),
    shift: visit.shift,
  }
}

/** Requests come in the order of their starts; one that began after another had ended may have waited for it. */
function longestChain(requests: readonly Loaded[]): number {
  const chains: number[] = []
  for (const request of requests) {
    const before = chains.filter((_, i) => (requests[i]?.end ?? Number.POSITIVE_INFINITY) <= request.start)
    chains.push(1 + Math.max(0, ...before))
  }
  return Math.max(0, ...chains)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
