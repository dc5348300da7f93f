import type { Respondent } from '../../contract/response.ts'
import type { builtInFacts } from '../../contract/targeting.ts'
import type { SurveyGates } from '../../contract/widget.ts'

/** Where a shopper is, and what happened there. What isn't known is missing. */
export interface Page extends Partial<Record<Exclude<(typeof builtInFacts)[number], 'language' | 'visit'>, string>> {
  /** `location.pathname`; on sites with hash routes followed by the hash. */
  path: string
  /** `location.search`. */
  search?: string
  touchpoint?: string
  /** The document's language, where the page has not said its `locale`. */
  lang?: string
  /** The events tracked so far, each with the properties it had last. */
  events: ReadonlySet<string> | ReadonlyMap<string, unknown>
  /** Triggers that fired on this page, as the gate names them. */
  fired?: readonly string[]
  traits?: Record<string, unknown>
  /** Who the page says it is. */
  respondent?: Respondent | undefined
}

/** When the shopper did what, in ms since 1970; missing where it never happened. */
export interface Memory {
  /** This survey. */
  answered?: number
  dismissed?: number
  /** The time before the last. */
  redismissed?: number
  /** Any survey of the site. */
  shown?: number
  /** Said "don't ask again", to any. */
  never?: number
  /** This browser was seen here first. */
  first?: number
  /** A random number between 0 and 1 that stays this browser's; missing where nothing can be kept. */
  visitor?: number
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
