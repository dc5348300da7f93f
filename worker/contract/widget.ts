/**
 * What the worker bakes into `/w/SITE_KEY.js` and answers at `/w/SITE_KEY/SURVEY.json`.
 * Types only: the widget carries no schema library.
 */
import type { Appearance, Category, Metric } from './survey.ts'

/** Baked into the loader: what decides, without any request, whether a survey is due on this page. */
export interface LoaderConfig {
  /** The site's key. */
  site: string
  /** Origin of the worker, without a trailing slash. */
  host: string
  /** Path of the survey UI, hashed and immutable. */
  ui: string
  surveys: LoaderSurvey[]
}

export interface LoaderSurvey {
  id: string
  /** Shown only where the page is at this touchpoint; '' for any page. */
  touchpoint: string
  /** Path patterns with `*`; an empty include means every page. */
  include: string[]
  exclude: string[]
  delaySeconds: number
  daysAfterAnswer: number
  daysAfterDismissal: number
  daysAcrossSurveys: number
}

export type WidgetQuestion =
  | { id: string; type: 'metric'; text: string; from: number; to: number; low: string; high: string }
  | { id: string; type: 'text'; text: string; textBy?: Partial<Record<Category, string>>; required: boolean }
  | { id: string; type: 'choice' | 'choices'; text: string; choices: { id: string; text: string }[]; required: boolean }

/** The last gate: 404 or 410 here and nothing is shown, although the loader is cached. */
export interface SurveyContent {
  survey: string
  version: number
  locale: string
  dir: 'ltr' | 'rtl'
  metric: Metric
  points: number
  touchpoint: string
  questions: WidgetQuestion[]
  thanks: { title: string; text: string }
  /** The widget's own words in `locale`. */
  words: WidgetWords
  appearance: Appearance
}

export interface WidgetWords {
  close: string
  send: string
  /** "{n} out of {max}" */
  outOf: string
  optional: string
  failed: string
}
