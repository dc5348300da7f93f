import * as z from 'zod'
import { limits } from './limits.ts'
import { strictQuery } from './query.ts'

/** A site-local day; before 1990 nobody asked, and calendars get strange. */
const Day = z.iso.date().refine((day) => day >= '1990-01-01', 'not before 1990-01-01')
const Text = z.string().trim().min(1).max(limits.note)

/** What happened on a day: "new carrier". */
export const Note = z.object({
  id: z.string(),
  day: z.iso.date(),
  text: z.string(),
  /** Null where it stands on all surveys of the site. */
  survey: z.string().nullable(),
  /** Who wrote it; null for an API key. */
  author: z.string().nullable(),
  createdAt: z.string(),
})
export type Note = z.infer<typeof Note>

/** What a shared report tells of one. */
export const SharedNote = Note.pick({ day: true, text: true })
export type SharedNote = z.infer<typeof SharedNote>

export const CreateNote = z.strictObject({ day: Day, text: Text, survey: z.string().nullable().optional() })
export const PatchNote = CreateNote.partial()

/** With `survey`, the notes that stand on it: its own and those of the whole site. */
export const NotesQuery = strictQuery({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  survey: z.string().optional(),
})
