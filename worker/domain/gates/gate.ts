import type { SurveyGates } from '../../contract/widget.ts'

/** Where a shopper is, and what happened there. */
export interface Page {
  /** `location.pathname`; on sites with hash routes followed by the hash. */
  path: string
  touchpoint: string
  /** Names of the events tracked so far. */
  events: ReadonlySet<string>
}

/** When the shopper did what, in ms since 1970; missing where it never happened. */
export interface Memory {
  /** This survey. */
  answered?: number
  dismissed?: number
  /** Any survey of the site. */
  shown?: number
  /** Said "don't ask again", to any. */
  never?: number
}

export interface Verdict {
  gate: string
  passed: boolean
  /** A few words for the site's owner. */
  reason: string
}

/** One kind of gate: what a survey asks of it, weighed for one shopper on one page. */
export type Gate<Value> = (value: Value, page: Page, memory: Memory, now: number) => Verdict[]

export type GateKind = keyof SurveyGates
export type Gates = { [Kind in GateKind]-?: Gate<NonNullable<SurveyGates[Kind]>> }
