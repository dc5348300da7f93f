/** What the editor and the page in its preview say to each other. */
import type { SurveyContent } from './widget.ts'

/** The editor: show this. `restart` begins anew; else the survey goes on where it was, if its questions still lead the same way. */
export interface PreviewShow {
  content: SurveyContent
  /** The shopper's system. */
  theme: 'light' | 'dark'
  restart: boolean
}

/** The page: `ready` to show something, or what happened to the survey. */
export type PreviewHeard = 'ready' | 'shown' | 'answered' | 'completed' | 'dismissed' | 'error' | 'never' | 'closed'
