import type { NoteEffect } from '../contract/effect.ts'
import { addDays, type Day, dayCount, type Range } from './calendar.ts'
import { changeBetween, type Histogram, type Scale, scored } from './metrics.ts'

/** The same number of whole days before and after a day. */
export interface Sides {
  days: number
  before: Range
  after: Range
}

/**
 * The days on either side of a note: as many as were asked for, or as many as are over by now, since a few days after it
 * against four weeks before would compare other weekdays. Null until one whole day is over; today isn't.
 */
export function sidesOf(day: Day, asked: number, today: Day): Sides | null {
  // From the note's day to today, both counted: neither is a whole day after the note.
  const days = Math.min(asked, day < today ? dayCount(day, today) - 2 : 0)
  if (days < 1) return null
  return {
    days,
    before: { from: addDays(day, -days), to: addDays(day, -1) },
    after: { from: addDays(day, 1), to: addDays(day, days) },
  }
}

/** Both sides' scores and the change from one to the other. */
export function effectOf(
  scale: Scale,
  { days, before, after }: Sides,
  histograms: { before: Histogram; after: Histogram },
): Pick<NoteEffect, 'days' | 'before' | 'after' | 'change' | 'changeInterval' | 'distinguishable'> {
  const earlier = scored(scale, histograms.before)
  const later = scored(scale, histograms.after)
  return { days, before: { ...before, ...earlier }, after: { ...after, ...later }, ...changeBetween(later, earlier) }
}

/** While no day after the note is over. */
export const noEffectYet = {
  days: 0,
  before: null,
  after: null,
  change: null,
  changeInterval: null,
  distinguishable: null,
} as const
