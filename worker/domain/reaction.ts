/** How long something took, or has taken so far (ms). */
export interface Lasted {
  ms: number
  /** False: it is still going on. */
  over: boolean
}

/** The share that is over by a time, and the 95 % bounds of that. */
interface Step {
  ms: number
  over: number
  least: number
  most: number
}

const z = 1.959964

/**
 * The Kaplan–Meier estimate: the share that is over by each time at which one ended, where those still going on count for as long as they
 * have been (Kaplan & Meier, JASA 53 (1958)). Bounds by Greenwood's variance on the log(-log) scale, which keeps them between 0 and 1
 * (Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data, 2nd ed. (2002), ch. 1.4).
 */
function stepsOf(all: readonly Lasted[]): Step[] {
  const sorted = all.toSorted((a, b) => a.ms - b.ms)
  const steps: Step[] = []
  let left = 1
  let variance = 0
  for (let i = 0; i < sorted.length; ) {
    const ms = sorted[i]?.ms ?? 0
    const same = sorted.slice(i).findIndex((one) => one.ms > ms)
    const next = same < 0 ? sorted.length : i + same
    const atRisk = sorted.length - i
    const ended = sorted.slice(i, next).filter(({ over }) => over).length
    if (ended > 0) {
      left *= 1 - ended / atRisk
      variance += atRisk === ended ? 0 : ended / (atRisk * (atRisk - ended))
      steps.push({ ms, over: 1 - left, ...boundsOf(left, variance) })
    }
    i = next
  }
  return steps
}

/** Once all are over the variance says nothing: then neither do the bounds. */
function boundsOf(left: number, variance: number): { least: number; most: number } {
  if (left <= 0) return { least: 0, most: 1 }
  const half = (z * Math.sqrt(variance)) / Math.abs(Math.log(left))
  return { least: 1 - left ** Math.exp(-half), most: 1 - left ** Math.exp(half) }
}

export interface MedianTime {
  /** Null while more than half are still going on. */
  median: number | null
  /** Null at the end that can't be told yet. */
  interval: [number | null, number | null]
  n: number
  open: number
}

/** By when half are over; its interval by Brookmeyer & Crowley (Biometrics 38 (1982)): the times that the bounds don't rule out. */
export function medianTime(all: readonly Lasted[]): MedianTime {
  const steps = stepsOf(all)
  const first = (of: (step: Step) => number) => steps.find((step) => of(step) >= 0.5)?.ms ?? null
  return {
    median: first(({ over }) => over),
    interval: [first(({ most }) => most), first(({ least }) => least)],
    n: all.length,
    open: all.filter(({ over }) => !over).length,
  }
}

/** The share that is over within so many ms. Null where nothing has lasted that long, nor ended before. */
export function shareWithin(all: readonly Lasted[], ms: number): { share: number | null; interval: [number, number] | null } {
  const steps = stepsOf(all)
  const last = steps.findLast((step) => step.ms <= ms)
  const isKnown = all.some((one) => one.ms >= ms) || last?.over === 1
  if (!isKnown) return { share: null, interval: null }
  if (last && last.over < 1) return { share: last.over, interval: [last.least, last.most] }
  // Nobody, or everybody: the rule of three for as many as were seen.
  const unseen = Math.min(1, 3 / all.length)
  return last ? { share: 1, interval: [1 - unseen, 1] } : { share: 0, interval: [0, unseen] }
}
