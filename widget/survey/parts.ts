import type { ComponentChildren } from 'preact'
import type { Ending } from '../../worker/contract/thanks.ts'
import type { ScaleQuestion, WidgetQuestion } from '../../worker/contract/widget.ts'
import type { Answers } from '../../worker/domain/branching.ts'
import type { Opening } from '../seam.ts'
import type { Run } from './run.ts'

/** What the second part of the UI adds where it is loaded; each stands for nothing, or for the usual, where it is not. */
export interface Parts {
  css: string
  /** What this person is led through, sheet by sheet. */
  sheets?(questions: WidgetQuestion[], run: Run): WidgetQuestion[][]
  /** A wording with its places filled. */
  fill?(text: string, run: Run): string
  /** What answers a question, if it is one of the second part's. */
  ask?(question: WidgetQuestion, run: Run, labelledBy: string): ComponentChildren
  /** How a point of a scale looks, where it isn't a number. */
  point?(question: ScaleQuestion, point: number): ComponentChildren
  /** The answers worth sending: the worker refuses a step for one that doesn't fit. */
  given?(run: Run): Answers
  /** Whether one may go on; if not, the run knows what is wrong. */
  mayGoOn?(run: Run): boolean
  /** Progress above the questions, a way back beside the button. */
  above?(run: Run): ComponentChildren
  beside?(run: Run): ComponentChildren
  /** The words of the thank-you for this person, and what stands beneath them. */
  ending?(run: Run): Ending
  beneath?(run: Run): ComponentChildren
  /** Once all is stored. */
  finished?(run: Run): void
  /**
   * Where the survey stands in the page. True where that is done, and `shown` is told once it can be seen; undefined where it stands
   * above the page as usual; false where it can't stand now. `left` is aborted when the survey is taken away.
   */
  place?(host: HTMLElement, opening: Opening, shown: () => void, left: AbortSignal): boolean | undefined
}

export const parts: Parts = { css: '' }
