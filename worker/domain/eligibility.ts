import type { LoaderSurvey } from '../contract/widget.ts'

/** What a survey asks of a page and a shopper before it may be shown. */
export type Gates = Omit<LoaderSurvey, 'id' | 'delaySeconds'>

export interface Page {
  /** `location.pathname`. */
  path: string
  touchpoint: string
}

/** Moments in ms since 1970; missing where it never happened. */
export interface Memory {
  answeredAt?: number
  dismissedAt?: number
  /** The last display of any survey of the site. */
  lastShownAt?: number
}

export type Gate = 'touchpoint' | 'include' | 'exclude' | 'answered' | 'dismissed' | 'across'

export interface Verdict {
  gate: Gate
  passed: boolean
  /** A few words for the site's owner. */
  reason: string
}

const day = 86_400_000

/**
 * Every gate of a survey in order, each with whether it lets this shopper through on this page, and why.
 * The loader asks before any request; the owner reads the same list when wondering why nothing showed.
 */
export function weighGates(gates: Gates, page: Page, memory: Memory, now: number): Verdict[] {
  const { touchpoint, include, exclude } = gates
  const { path } = page
  const matches = (pattern: string) => matchesPath(pattern, path)

  /** A day is 24 hours here: clocks that start at the shopper's own moment know no midnight. */
  const rested = (gate: Gate, at: number | undefined, days: number): Verdict => {
    // A moment in the far future comes from a clock that was wrong; it must not silence a survey for good.
    const passed = !at || !(Math.abs(now - at) < days * day)
    return { gate, passed, reason: at ? `${gate} ${Math.floor((now - at) / day)} of ${days} days ago` : 'never' }
  }

  return [
    {
      gate: 'touchpoint',
      passed: !touchpoint || touchpoint === page.touchpoint,
      reason: `asked at "${touchpoint}", page is "${page.touchpoint}"`,
    },
    { gate: 'include', passed: !include.length || include.some(matches), reason: path },
    { gate: 'exclude', passed: !exclude.some(matches), reason: path },
    rested('answered', memory.answeredAt, gates.daysAfterAnswer),
    rested('dismissed', memory.dismissedAt, gates.daysAfterDismissal),
    rested('across', memory.lastShownAt, gates.daysAcrossSurveys),
  ]
}

/** Whether every gate is passed. */
export function isDue(verdicts: Verdict[]): boolean {
  return verdicts.every((verdict) => verdict.passed)
}

/**
 * Whether a path fits a pattern in which `*` stands for any run of characters.
 * Linear in the path: a pattern such as `/*a*a*a*b` must not hold the shop's page.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern.split('*')
  const last = parts.pop() ?? ''
  if (!parts.length) return pattern === path
  let at = 0
  for (const [i, part] of parts.entries()) {
    const found = i ? path.indexOf(part, at) : path.startsWith(part) ? 0 : -1
    if (found < 0) return false
    at = found + part.length
  }
  return path.length - last.length >= at && path.endsWith(last)
}
