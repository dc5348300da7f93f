import type { Note, SharedNote } from '../../worker/contract/note.ts'
import type { Report as WholeReport } from '../../worker/contract/report.ts'
import type { SharedReport } from '../../worker/contract/share.ts'

/** A note on a trend; who may only look at it learns its day and words. */
export type TrendNote = SharedNote & Partial<Note>

/** What a screen draws of a report: no more than a shared one tells, so that both are drawn by the same components; and its tag. */
export type Report = Omit<SharedReport, 'notes'> & Pick<WholeReport, 'tag'> & { notes: TrendNote[] }
