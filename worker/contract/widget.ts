/**
 * What the worker bakes into `/w/SITE_KEY.js` and answers at `/w/SITE_KEY/SURVEY.json`.
 * No schemas: the widget takes types alone from here, and carries no schema library.
 */
import type { Appearance } from './appearance.ts'
import type { Category } from './category.ts'
import type { Branch, ContactChannel, ScaleStyle } from './question.ts'
import type { Condition, PropertyCondition } from './targeting.ts'
import type { Thanks } from './thanks.ts'

/** Baked into the loader: what decides, without any request, whether a survey is due on this page. */
export interface LoaderConfig {
  /** The site's key. */
  site: string
  /** Origin of the worker, without a trailing slash. */
  host: string
  /** Path of the survey UI, `/a/survey-1.HASH.js`, immutable; its second part is `/a/more-1.HASH.js`. */
  ui: string
  /** Nothing is stored or sent before `earshot('consent', true)`. */
  consent?: true
  /** A change of the hash is a change of the page. */
  hash?: true
  /** Of whoever asked for the loader, where a survey asks for it. */
  country?: string
  surveys: LoaderSurvey[]
}

export interface LoaderSurvey {
  id: string
  /** Seconds on the page before it shows. */
  delay: number
  /** Whether it needs the second part of the UI. */
  more?: true
  gates: SurveyGates
}

/** What the panel beside a draft says of it. */
export interface DraftAbout extends Pick<Appearance, 'corner' | 'element'> {
  name: string
}

/** What a survey asks of a page and a shopper, by kind of gate. A kind that asks nothing is left out. */
export interface SurveyGates {
  /** First moment, and the first moment after the last, in ms since 1970; 0 for none. */
  dates?: [from: number, until: number]
  touchpoint?: string
  /** Path patterns with `*`; an empty include means every page. */
  path?: [include: string[], exclude: string[]]
  /** The same where the query decides too. */
  url?: [include: UrlPattern[], exclude: UrlPattern[]]
  /** Percent of the visitors, and the survey's id: who is in for one is not for that in for another. */
  sample?: [percent: number, survey: string]
  conditions?: Condition[]
  /** Name of an event of `earshot('track', …)`. */
  event?: string
  /** An event, and what its properties have to be. */
  occurrence?: [event: string, where: PropertyCondition[]]
  /** What the shopper does, any of it: `scroll 50`, `exit`, `idle 30`, `visible #reviews`, `click .help`. */
  triggers?: string[]
  /** Shown as often as it may be: how often. */
  cap?: string
  /** Days since the last answer, since the last dismissal, since any survey was shown, and since the last of two dismissals. */
  rest?: [answered: number, dismissed: number, across: number, redismissed?: number]
}

/** A path pattern with `*`, or a name in the query with the value it must have (any where left out). */
export type UrlPattern = string | [name: string, value?: string]

interface Asked {
  id: string
  text: string
  /** Wording for a category of the score. */
  textBy?: Partial<Record<Category, string>>
  /** May be left without an answer, and says so. */
  optional?: true
  branches?: Branch[]
}

/** `metric` is the survey's score, `rating` any other scale. */
export interface ScaleQuestion extends Asked {
  type: 'metric' | 'rating'
  from: number
  to: number
  low: string
  high: string
  style?: ScaleStyle
}

export interface ChoicesQuestion extends Asked {
  type: 'choice' | 'choices'
  choices: { id: string; text: string }[]
  /** Words of the choice `other`, whose text is the answer `ID.other`. */
  other?: string
}

export interface TextQuestion extends Asked {
  type: 'text'
  short?: boolean
}

export interface ContactQuestion extends Asked {
  type: 'contact'
  channel: ContactChannel
  purpose: string
}

export interface ConsentQuestion extends Asked {
  type: 'consent'
}

export interface Statement extends Asked {
  type: 'statement'
  body?: string
}

export type WidgetQuestion = ScaleQuestion | ChoicesQuestion | TextQuestion | ContactQuestion | ConsentQuestion | Statement

/** The last gate: 404 or 410 here and nothing is shown, although the loader is cached. */
export interface SurveyContent {
  survey: string
  version: number
  /** Of the texts below; stored with the answer. */
  locale: string
  dir: 'ltr' | 'rtl'
  touchpoint: string
  /** Categories of the score, best first, each with its lowest score. Empty where there is no metric. */
  categories: [Category, number][]
  questions: WidgetQuestion[]
  thanks: Thanks
  /** Who asks, and why. */
  asks: string
  /** The shop's page about privacy. */
  privacy?: string
  words: WidgetWords
  appearance: WidgetAppearance
}

/** Of the widget's words those that every survey needs, and those of its second part. */
export const baseWords = ['close', 'send', 'outOf', 'optional', 'failed', 'privacy', 'never', 'erase', 'erased'] as const
export const moreWords = [
  ...(['next', 'back', 'step', 'missing', 'otherText', 'email', 'phone', 'badEmail', 'badPhone'] as const),
  ...(['copy', 'copied', 'feedback'] as const),
] as const
export type WidgetWords = Record<(typeof baseWords)[number], string> & Partial<Record<(typeof moreWords)[number], string>>

/** The look. Colours are worked out by the worker, so that text and rings stand out enough on any brand. */
export interface WidgetAppearance extends Pick<Appearance, 'theme' | 'corner' | 'shape'> {
  /** Selector of the page's element that holds an inline survey. */
  element?: string
  /**
   * Custom properties of the sheet: `--brand` and `--on-brand` (text on it), `--edge-light` and `--edge-dark` (rings on the light and
   * the dark sheet); `--radius` (with its unit) and `--font` where they are not the widget's own.
   */
  tokens: Record<`--${string}`, string>
}
