/** What the loader and the survey UI say to each other: programs loaded apart. */
import type { SendResponse } from '../worker/contract/response.ts'
import type { DraftAbout, LoaderConfig, SurveyContent } from '../worker/contract/widget.ts'
import type { Gates } from '../worker/domain/gates/gate.ts'

/**
 * Which of these agreements the parts keep: it stands in their names. Raised by whoever changes what an older loader passes to them or
 * takes from them, or what the second part takes from the first; until then a page that is older than a deploy gets the present parts.
 */
export const agreement = 1

/** What the shop says about this page view and the person on it: `earshot('set', …)` and `earshot('identify', …)`. */
export interface PageContext {
  touchpoint?: string
  locale?: string
  theme?: 'auto' | 'light' | 'dark'
  order?: SendResponse['order']
  traits?: SendResponse['traits']
  respondent?: SendResponse['respondent']
  /** The loader's own: how else the content is asked for. */
  request?: RequestInit | undefined
}

/** The page's events, as `earshot:NAME` on window and as `earshot('on', NAME, fn)`. */
export type EventName = 'ready' | 'shown' | 'answered' | 'completed' | 'dismissed' | 'skipped' | 'error'

export interface EventDetail {
  survey?: string
  score?: number
  reason?: string
}

/** The page's one global: calls by name, and those made before the loader came. */
export type Earshot = ((call: string, ...given: unknown[]) => unknown) & {
  q?: [call: string, ...given: unknown[]][]
  site?: string
}

declare global {
  interface Window {
    earshot?: Earshot
  }
}

/** What happens to an open survey. All but `never` (don't ask again) and `closed` are also events of the page. */
export type Happening = Exclude<EventName, 'ready' | 'skipped'> | 'never' | 'closed'

export interface Opening {
  site: string
  host: string
  content: SurveyContent
  context: PageContext
  /** Opened by a call of the page, which a person asked for: focus moves in. */
  focus?: boolean | undefined
  tell(happening: Happening, detail?: EventDetail): void
}

/** The UI. Its second part has no exports: loading it teaches the first what it lacks. */
export interface SurveyModule {
  /**
   * Shows the survey, and answers how to take it away without counting a dismissal. Undefined where it has no place
   * on the page now (an inline survey without its element) or only a tab stands that opens it later.
   */
  open(opening: Opening): (() => void) | undefined
}

/** The headless core at `/w/core.js`, as far as the loader needs it. */
export interface CoreModule {
  /** Sends what earlier pages could not. */
  replay(site: string, host: string): void
}

/** The panel beside a draft on the shop's own page. */
export interface WhyModule {
  /** Lists the draft's gates, as the loader with these very settings and gates weighs them. */
  open(config: LoaderConfig, gates: Partial<Gates>, about: DraftAbout): void
  /** Says that the page's link leads to no draft any more. */
  lapsed(): void
}

/**
 * Where things lie in the browser: this before a site's key begins all names. In localStorage that alone is the shopper's clocks, with
 * a colon and a key of its own one request that waits; in sessionStorage it is the survey half-finished in this tab, and with
 * `.landing` where the visit came from.
 */
export const storagePrefix = 'earshot:'
