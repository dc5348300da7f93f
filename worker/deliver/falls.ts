import { Temporal } from 'temporal-polyfill'
import { addDays, bucketStart, dayOf } from '../domain/calendar.ts'
import { baselineWeeks, type Judged, judgeWeek } from '../domain/fall.ts'
import type { Histogram } from '../domain/metrics.ts'
import { type AlertRow, listUnjudged, updateAlert } from '../store/alerts.ts'
import { readAsked } from '../store/asked.ts'
import { readScoresByWeek } from '../store/counts.ts'
import { batch, type Db } from '../store/db.ts'
import { lastFall, type Subject } from '../store/firings.ts'
import { findSite, type Site } from '../store/sites.ts'
import type { SurveyRow } from '../store/surveys.ts'
import { quietEnd, tell } from './alerts.ts'

/** From then on in the site's morning: late answers of Sunday have come, and somebody is there to read it. */
const firstHour = 6

/** Alerts that have a week to judge, or will have once it is Monday where they are. */
export async function listWithFallsDue(db: Db, now: number): Promise<AlertRow[]> {
  // Somewhere on earth it is a day later already.
  return await listUnjudged(db, addDays(bucketStart(dayOf(now, 'Pacific/Kiritimati'), 'week'), -7))
}

/** Judges each survey's last whole week once, on Monday morning of the site or as soon as there is a run after it. */
export async function judgeFalls(db: Db, now: number): Promise<void> {
  for (const alert of await listWithFallsDue(db, now)) {
    const site = await findSite(db, alert.site)
    if (!site) continue
    const week = addDays(bucketStart(dayOf(now, site.timeZone), 'week'), -7)
    const { hour, dayOfWeek } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(site.timeZone)
    if (alert.judged >= week || (dayOfWeek === 1 && hour < firstHour) || quietEnd(alert, site, now) !== null) continue
    const fallen: Subject[] = []
    for (const survey of await surveysOf(db, site, alert)) {
      const judged = await judgeSurvey(db, site, alert, survey, week)
      if (judged?.fell) fallen.push({ subject: `${survey.id}/${week}`, response: null })
    }
    // One a survey and week at most: there is nothing to cap.
    const statements = await tell(db, site, alert, fallen, { now, cap: fallen.length })
    if (statements.length > 0) await batch(db, statements)
    await updateAlert(db, site.id, alert.id, { judged: week })
  }
}

/**
 * One survey's week beside the eight before it. Weeks before the last fall that was told are left out: what stays low is no news, a further
 * fall, or one after a recovery, is judged by what has become usual since.
 */
export async function judgeSurvey(db: Db, site: Site, alert: AlertRow, survey: SurveyRow, week: string): Promise<Judged | null> {
  const fell = await lastFall(db, alert.id, survey.id)
  const usual = addDays(week, -7 * baselineWeeks)
  const from = fell !== undefined && fell < week && fell > usual ? fell : usual
  const crowd = {
    site: site.id,
    surveys: [survey.id],
    range: { from, to: addDays(week, 6) },
    filters: alert.conditions.segments ?? {},
  }
  const weeks = await readScoresByWeek(db, crowd)
  const own = weeks.get(week) ?? new Map<number, number>()
  const before: Histogram[] = [...weeks].filter(([start]) => start < week).map(([, histogram]) => histogram)
  return judgeWeek(survey, before, own)
}

/** The surveys with a score that an alert on falls watches; none where it names what the site no longer has. */
export async function surveysOf(db: Db, site: Site, alert: AlertRow): Promise<SurveyRow[]> {
  const asked = await readAsked(db, site, alert.conditions)
  if ('faults' in asked) return []
  return asked.surveys.filter(({ metric, version }) => metric !== 'none' && version > 0)
}
