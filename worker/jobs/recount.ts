import { utcDay } from '../domain/calendar.ts'
import { logError } from '../log.ts'
import type { Db } from '../store/db.ts'
import { repairCounts } from '../store/recount-cells.ts'
import {
  advanceRecount,
  beginRecount,
  compareStretch,
  endRecount,
  newestRecount,
  nextOf,
  type Recount,
  renewRecount,
  stretchRows,
} from '../store/recounts.ts'

const hour = 60 * 60_000

/** Nights begin at two o'clock in UTC. */
const nightOf = (now: number) => utcDay(now - 2 * hour)

/** D1's free plan has five million a day for everything; what is left of a larger installation waits for the next night. */
const nightRows = 3_000_000

/** A run asks the database some twenty times: all jobs together have fifty queries a minute on the free plan. */
const runStretches = 5

/** Whether a recount of tonight is to be begun or goes on. A night that was missed is made up for by the next run. */
export async function isRecountDue(db: Db, now: number): Promise<boolean> {
  const newest = await newestRecount(db)
  if (!newest || newest.night < nightOf(now)) return true
  return newest.ended_at === null && newest.spent < nightRows
}

/**
 * Compares the counts of all surveys with their responses, stretch by stretch, and repairs what differs; until `until` (ms) or a run's share is
 * done. The next minute goes on where this one ends, wherever it was cut off.
 */
export async function recountAll(db: Db, now: number, until: number, rows = stretchRows): Promise<void> {
  for (let i = 0; i < runStretches && Date.now() < until; i++) {
    const recount = await underWay(db, now)
    if (!recount || recount.spent >= nightRows) return
    const stretch = await nextOf(db, recount, rows)
    if (!stretch) return await endRecount(db, recount, now)
    const compared = await compareStretch(db, stretch)
    if (compared.wrong.length > 0) {
      // Said first: a run that is cut off between the two says it twice rather than never.
      const cells = compared.wrong.reduce((sum, { cells }) => sum + cells, 0)
      const days = compared.wrong.map(({ day }) => day)
      const error = `${stretch.survey}: ${cells} cells of ${days.length} days, ${days.at(0)} to ${days.at(-1)}`
      logError('counts were not what the responses say, and are repaired', { error })
      await repairCounts(db, compared.stretch, recount.begun_at)
    }
    await advanceRecount(db, recount, stretch, compared, now)
  }
}

/** The recount that tonight works on. */
async function underWay(db: Db, now: number): Promise<Recount | undefined> {
  const night = nightOf(now)
  const newest = await newestRecount(db)
  if (newest && newest.ended_at === null) {
    if (newest.night === night) return newest
    await renewRecount(db, newest, night)
  } else if (!newest || newest.night < night) await beginRecount(db, night, now)
  const begun = await newestRecount(db)
  return begun?.ended_at === null ? begun : undefined
}
