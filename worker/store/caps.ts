import { sql } from 'kysely'
import { type Day, dayOf } from '../domain/calendar.ts'
import { type Caps, countedFrom, type ShownSoFar, shownBy } from '../domain/caps.ts'
import type { Db } from './db.ts'
import type { LiveSurvey } from './live-sites.ts'

type Days = { day: Day; shown: number }[]

/**
 * How often a survey was shown in the spans its caps count. Days that are over don't change, so an isolate keeps them as long as it
 * keeps the survey, and reads today alone.
 */
export async function readShown(db: Db, survey: LiveSurvey, caps: Caps, timeZone: string, now: number): Promise<ShownSoFar> {
  const today = dayOf(now, timeZone)
  const from = countedFrom(caps, today)
  if (survey.shownBefore?.today !== today) survey.shownBefore = { today, days: await readDays(db, survey.id, from, today) }
  return shownBy([...survey.shownBefore.days, ...(await readDays(db, survey.id, today))], today)
}

/**
 * The same as far as this isolate knows it: read once for as long as it keeps the survey, and anew after a display that came by here. For
 * what every page of a shop asks, and asks again where it matters.
 */
export async function readShownLately(
  db: Db,
  survey: LiveSurvey,
  caps: Caps,
  timeZone: string,
  now: number,
): Promise<ShownSoFar> {
  const known = survey.shownLately ?? (await readShown(db, survey, caps, timeZone, now))
  survey.shownLately = known
  return known
}

/** Something of a survey was shown. */
export function forgetShown(survey: LiveSurvey): void {
  delete survey.shownLately
}

/** From a day on, before another. */
async function readDays(db: Db, survey: string, from: Day | '', before?: Day): Promise<Days> {
  let days = db.query
    .selectFrom('display_counts')
    .select(['day', sql<number>`sum(shown)`.as('shown')])
    .where('survey', '=', survey)
    .where('day', '>=', from)
    .groupBy('day')
  if (before !== undefined) days = days.where('day', '<', before)
  return await days.execute()
}
