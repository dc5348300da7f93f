import * as z from 'zod'
import { Metric } from './category.ts'
import { Note } from './note.ts'
import { strictQuery } from './query.ts'
import { Change, Scored } from './report.ts'

const Side = Scored.extend({ from: z.iso.date(), to: z.iso.date() })

/** The days before a note beside as many days after it; the note's own day is in neither. */
export const NoteEffect = z.object({
  survey: z.string(),
  note: Note,
  metric: Metric,
  timeZone: z.string(),
  /** Whole days on each side: fewer than were asked for until as many are over. */
  days: z.int(),
  /** Null until the first whole day after the note is over. */
  before: Side.nullable(),
  after: Side.nullable(),
  /** After less before. */
  ...Change.shape,
})
export type NoteEffect = z.infer<typeof NoteEffect>

export const EffectQuery = strictQuery({ days: z.coerce.number().int().min(1).max(366).default(28) })
