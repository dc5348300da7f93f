import { newReceipt } from '../domain/ids.ts'
import { quietUntil } from '../domain/quiet.ts'
import { publicId } from '../domain/response-id.ts'
import { type AlertRow, findAlert, listAlerts } from '../store/alerts.ts'
import { type Known, readAsked, readKnown } from '../store/asked.ts'
import { batch, type Db, type Statement } from '../store/db.ts'
import { deliveryStatement } from '../store/deliveries.ts'
import {
  countFired,
  firingsStatement,
  heldStatement,
  knownSubjects,
  listHeld,
  type Subject,
  toldStatement,
} from '../store/firings.ts'
import { matchingIds } from '../store/matching.ts'
import type { Slice } from '../store/outbox.ts'
import { findSite, type Site } from '../store/sites.ts'
import { findView } from '../store/views.ts'
import { targetsOf } from './targets.ts'

const hourMs = 3_600_000

/** Fires a site's alerts for settled responses: see `Consumer`. A score that was corrected before that fires nothing. */
export async function alertsFor(db: Db, { site, known, responses, now }: Slice): Promise<Statement[]> {
  const alerts = (await listAlerts(db, site.id)).filter(({ kind, active }) => kind === 'response' && active === 1)
  const statements: Statement[] = []
  for (const alert of alerts) {
    const fitting = await fittingIds(db, site, alert, responses, known)
    const cap = alert.hourly_cap - (await countFired(db, alert.id, now - hourMs))
    statements.push(...(await tell(db, site, alert, fitting.map(subjectOf), { now, cap })))
  }
  return statements
}

const subjectOf = (response: number): Subject => ({ subject: publicId(response), response })

/** Which of these responses an alert is about; none where it names what the site no longer has. */
async function fittingIds(db: Db, site: Site, alert: AlertRow, ids: readonly number[], known: Known): Promise<number[]> {
  const conditions = alert.view === null ? alert.conditions : (await findView(db, site.id, alert.view))?.conditions
  const asked = conditions && (await readAsked(db, site, conditions, { known }))
  return asked && !('faults' in asked) ? await matchingIds(db, site.id, asked, ids) : []
}

/** When quiet hours that hold now end, or null. */
export const quietEnd = (alert: AlertRow, site: Site, now: number) =>
  alert.quiet_from === '' ? null : quietUntil(now, site.timeZone, { from: alert.quiet_from, to: alert.quiet_to })

/**
 * Tells of what is new among these, each once: at most `cap` single messages, the rest held for a summary an hour later, or all of it until
 * quiet hours are over. Statements for one transaction, harmless to repeat.
 */
export async function tell(
  db: Db,
  site: Site,
  alert: AlertRow,
  subjects: readonly Subject[],
  { now, cap }: { now: number; cap: number },
): Promise<Statement[]> {
  const known = await knownSubjects(
    db,
    alert.id,
    subjects.map(({ subject }) => subject),
  )
  const fresh = subjects.filter(({ subject }) => !known.has(subject))
  if (fresh.length === 0) return []
  const quiet = quietEnd(alert, site, now)
  const room = quiet === null ? Math.max(0, cap) : 0
  const receipt = newReceipt()
  const [first, rest] = [fresh.slice(0, room), fresh.slice(room)]
  return [
    ...(first.length > 0 ? [firingsStatement(db, alert.id, first, { again: null, now, receipt })] : []),
    ...(rest.length > 0 ? [firingsStatement(db, alert.id, rest, { again: quiet ?? now + hourMs, now, receipt })] : []),
    toldStatement(db, { site: site.id, alert: alert.id, receipt }, await targetsOf(db, alert), now),
  ]
}

/** Looks at what was held anew: what no longer fits is cancelled, one that is left is told, several are told as one. */
export async function releaseHeld(db: Db, now: number): Promise<void> {
  for (const [id, held] of await listHeld(db, now)) {
    const siteId = held[0]?.site ?? ''
    const [alert, site] = await Promise.all([findAlert(db, siteId, id), findSite(db, siteId)])
    if (!alert || !site) continue
    const subjects = held.map(({ subject }) => subject)
    const receipt = newReceipt()
    const quiet = quietEnd(alert, site, now)
    if (quiet !== null && alert.active === 1) {
      await batch(db, [heldStatement(db, id, subjects, { state: 'held', at: now, again_at: quiet, receipt })])
      continue
    }
    const ids = held.flatMap(({ response }) => response ?? [])
    const fitting = alert.active === 1 ? await fittingIds(db, site, alert, ids, await readKnown(db, siteId)) : []
    const left = held.filter(({ response }) => response !== null && fitting.includes(response)).map(({ subject }) => subject)
    const over = subjects.filter((subject) => !left.includes(subject))
    const end = (state: 'fired' | 'summarised' | 'cancelled') => ({ state, at: now, again_at: null, receipt })
    const targets = left.length > 0 ? await targetsOf(db, alert) : []
    const summary = { site: siteId, type: 'alert.fired', response: null, about: `${id}@${now}` }
    await batch(db, [
      ...(over.length > 0 ? [heldStatement(db, id, over, { ...end('cancelled'), receipt: '' })] : []),
      ...(left.length > 0 ? [heldStatement(db, id, left, end(left.length === 1 ? 'fired' : 'summarised'))] : []),
      ...(left.length === 1 ? [toldStatement(db, { site: siteId, alert: id, receipt }, targets, now)] : []),
      // By ids made of what they are about: two runs at once send one summary.
      ...(left.length > 1
        ? targets.map((to, i) => deliveryStatement(db, { ...summary, ...to, id: `msg_${id.slice(4)}${now}${i}` }, now))
        : []),
    ])
  }
}
