import type { CaseCounts } from '../contract/case.ts'
import type { Metric } from '../contract/category.ts'
import type { Driver } from '../contract/drivers.ts'
import type { Change, Scored } from '../contract/report.ts'
import type { Range } from './calendar.ts'

/** Drivers held to be real, largest impact first: of the period, or of the weeks up to its end where it has none. */
export interface ToldDrivers {
  weeks: number | null
  list: Driver[]
}

/** One survey in one period beside the one before. */
export interface SurveyFigures extends Pick<Scored, 'n' | 'score' | 'interval' | 'caution'>, Change {
  id: string
  name: string
  metric: Metric
  /** Responses of the period before. */
  before: number
  /** Widget responses / displays; null where that isn't known of what was asked for. */
  responseRate: number | null
  /** Null where they can't be told of what was asked for. */
  drivers: ToldDrivers | null
}

/** A shopper's words. */
export interface Voice {
  comment: string
  score: number | null
  survey: string
}

export interface DigestFigures {
  period: Range
  /** Responses of all surveys in it. */
  n: number
  /** Most responses first. */
  surveys: SurveyFigures[]
  /** Surveys left out. */
  beyond: number
  praises: Voice[]
  problems: Voice[]
  /** Now, of all of the site; null for readers who don't have the inbox. */
  cases: Pick<CaseCounts, 'new' | 'inProgress' | 'overdue' | 'unowned'> | null
}
