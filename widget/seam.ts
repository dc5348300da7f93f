/** What the loader and the survey UI say to each other: two programs, loaded apart. */
import type { SendResponse } from '../worker/contract/response.ts'
import type { SurveyContent } from '../worker/contract/widget.ts'

/** `earshot('set', …)`: what the shop says about this page view. */
export interface PageContext {
  touchpoint?: string
  locale?: string
  theme?: 'auto' | 'light' | 'dark'
  order?: SendResponse['order']
  traits?: SendResponse['traits']
}

/** The page's events, as `earshot:NAME` on window and as `earshot('on', NAME, fn)`. */
export type EventName = 'ready' | 'shown' | 'answered' | 'completed' | 'dismissed' | 'skipped' | 'error'

export interface EventDetail {
  survey?: string
  score?: number
  reason?: string
}

/** What happens to an open survey; all but `started` and `closed` are also events of the page. */
export type Happening = Exclude<EventName, 'ready' | 'skipped'> | 'started' | 'closed'

export interface Opening {
  site: string
  host: string
  content: SurveyContent
  context: PageContext
  /** Opened by a call of the page, which a person asked for: focus moves in. */
  focus: boolean
  tell(happening: Happening, detail?: EventDetail): void
}

/** The UI chunk's one export. Shows the survey and answers how to take it away without counting a dismissal. */
export interface SurveyModule {
  open(opening: Opening): () => void
}
