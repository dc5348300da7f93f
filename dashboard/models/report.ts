import type { Note, SharedNote } from '../../worker/contract/note.ts'
import type { Report as WholeReport } from '../../worker/contract/report.ts'
import type { SharedReport } from '../../worker/contract/share.ts'

/** A note on a trend; who may only look at it learns its day and words. */
export type TrendNote = SharedNote & Partial<Note>

/** A mark on a trend; of which survey, where it is the trend of several. */
type TrendMark = SharedReport['marks'][number] & { of?: string }

/** What a screen draws of a report: no more than a shared one tells, so that both are drawn by the same components; and its tag. */
export type Report = Omit<SharedReport, 'notes' | 'marks'> &
  Pick<WholeReport, 'tag' | 'verified'> & { notes: TrendNote[]; marks: TrendMark[] }
