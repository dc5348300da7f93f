/**
 * Earshot without its UI: `import { openSubmission, weighGates } from 'https://HOST/w/core.js'`, or bundled from there. For places that draw
 * their own questions: a checkout extension, an app, a design system. Served beside the code as `/w/core.d.ts`.
 */

/** By question id: a score or rating as a number, text, a choice's id, or a list of them; null takes an answer back. */
export type Answers = Record<string, number | string | string[] | null>

/** What a score says: the upper, middle or lower part of its metric's scale. */
export type Category = 'promoter' | 'passive' | 'detractor' | 'satisfied' | 'neutral' | 'dissatisfied' | 'easy' | 'difficult'

export interface Branch {
  /** Lowest and highest score. */
  score?: [number, number] | undefined
  category?: Category[] | undefined
  /** Whose answer is looked at; the question's own where left out. */
  question?: string | undefined
  answer?: string[] | undefined
  /** A later question's id, `next`, or `end`. */
  to: string
}

/** The questions in the order a person with these answers and this category of score is led through them. */
export function pathOf<Q extends { id: string; branches?: Branch[] | undefined }>(
  questions: readonly Q[],
  answers: Answers,
  category: Category | null | undefined,
): Q[]

/** What a value has to be: lists are in lower case, and `''` in one is a value that is missing. */
export interface Comparison {
  is?: string[] | undefined
  not?: string[] | undefined
  contains?: string[] | undefined
  from?: number | undefined
  to?: number | undefined
}

/** What a survey asks of a page and a shopper. A kind that asks nothing is left out. */
export interface SurveyGates {
  /** From the first moment until the second, in ms since 1970; 0 for none. */
  dates?: [from: number, until: number]
  touchpoint?: string
  /** Path patterns with `*`: only on these (on all if none), and not on those. */
  path?: [include: string[], exclude: string[]]
  /** The same with names (and values) of the query among the patterns. */
  url?: [include: (string | [name: string, value?: string])[], exclude: (string | [name: string, value?: string])[]]
  /** Percent of visitors, and the survey. */
  sample?: [percent: number, survey: string]
  /** `on` is `trait.NAME`, `visit` (new or returning), or a name of `Page`. */
  conditions?: (Comparison & { on: string })[]
  event?: string
  occurrence?: [event: string, where: (Comparison & { property: string })[]]
  /** `scroll 50`, `exit`, `idle 30`, `visible SELECTOR`, `click SELECTOR`: any of them. */
  triggers?: string[]
  /** Days since the last answer, since the last dismissal, since any survey was shown, and since a dismissal that was not the first. */
  rest?: [answered: number, dismissed: number, shown: number, redismissed?: number]
}

/** What isn't known is left out. */
export interface Page {
  path: string
  /** With its question mark. */
  search?: string
  touchpoint?: string
  /** Names of what happened, or each with the properties it had last. */
  events: ReadonlySet<string> | ReadonlyMap<string, unknown>
  /** Those of `triggers` that fired. */
  fired?: readonly string[]
  traits?: Record<string, unknown>
  device?: string
  locale?: string
  country?: string
  referrer?: string
  utm_source?: string
  utm_medium?: string
  utm_campaign?: string
  utm_term?: string
  utm_content?: string
}

/** When the shopper did what, in ms since 1970; missing where it never happened. */
export interface Memory {
  answered?: number
  dismissed?: number
  /** The dismissal before that. */
  redismissed?: number
  /** Any survey of the site. */
  shown?: number
  /** Said "don't ask again". */
  never?: number
  /** First seen. */
  first?: number
  /** A random number above 0 that stays this visitor's, at most 1. */
  visitor?: number
}

export interface Verdict {
  gate: string
  passed: boolean
  reason: string
}

/** Every gate of a survey, each with whether it lets this shopper through now, and why. Pass `allGates` as the kinds. */
export function weighGates(gates: SurveyGates, kinds: typeof allGates, page: Page, memory: Memory, now: number): Verdict[]
export const allGates: object

/** Whether every gate is passed. */
export function isDue(verdicts: Verdict[]): boolean

/** What is answered, and where. */
export interface Asked {
  /** The site's key, `pk_…`. */
  site: string
  /** `srv_…` and its version, as `GET /w/SITE_KEY/SURVEY.json` says. */
  survey: string
  version: number
  /** Of the words that were read. */
  locale: string
  context: {
    touchpoint?: string
    traits?: Record<string, string | number | boolean | null>
    order?: { id?: string; value?: number; currency?: string; skus?: string[]; signature?: string }
    respondent?: { id: string; signature?: string }
  }
}

/** `waiting` is tried again by itself; `refused` will not be taken however often it is sent: `status` says why. */
export type Fate = 'stored' | 'waiting' | 'refused'

export interface Submission {
  /** The key by which the server knows this response; whoever has it may continue or delete it. */
  key: string
  /** Sends all answers so far. After `complete` nothing can be changed. */
  save(answers: Answers, complete: boolean): void
  /** Deletes the response, whether it has arrived yet or not. */
  erase(): void
  /** What became of the display: the response rate is answers by displays, so count `shown` for each. */
  count(type: 'shown' | 'started' | 'dismissed'): void
}

/**
 * Begins a response to a survey of `host` (an origin, no slash at its end). What is saved is kept until the server has it, through a
 * lost line, a busy server or a closed tab; `told` hears what became of the newest step.
 */
export function openSubmission(host: string, asked: Asked, told?: (fate: Fate, status: number) => void): Submission

/** Sends what earlier pages could not. */
export function replay(site: string, host: string): void
