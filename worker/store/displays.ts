import type { DisplayType } from '../contract/display.ts'
import { batch, type Db, type Statement } from './db.ts'
import { withRetry } from './retry.ts'
import { insertSegmentSet, type KnownSegments, rememberSegmentSet, type SegmentSet } from './segments.ts'

/** Displays of one survey in one segment set. */
export interface DisplayTally extends Record<DisplayType, number> {
  survey: string
  day: string
  segmentSet: SegmentSet
}

const claim = 'INSERT INTO display_batches (site, key, receipt, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'

// Counts only if this very request made the batch's row: a batch that comes twice counts once.
const count = `
INSERT INTO display_counts (survey, day, segment_set, shown, started, dismissed)
SELECT ?1, ?2, ?3, ?4, ?5, ?6
WHERE EXISTS (SELECT 1 FROM display_batches WHERE site = ?7 AND key = ?8 AND receipt = ?9)
ON CONFLICT DO UPDATE SET shown = shown + excluded.shown, started = started + excluded.started,
                          dismissed = dismissed + excluded.dismissed`

/** Counts a batch of displays once, whatever is sent again under its key. False when it was counted before. */
export async function saveDisplays(
  db: Db,
  known: KnownSegments,
  send: { site: string; key: string; receipt: string; tallies: DisplayTally[]; now: number; clocks?: Statement[] },
): Promise<boolean> {
  const { site, key, receipt, tallies, now, clocks = [] } = send
  return await withRetry(async (attempt) => {
    if (attempt > 1 && (await batchReceipt(db, site, key)) === receipt) return true
    const sets = tallies.flatMap((tally) => insertSegmentSet(db, site, known, tally.segmentSet))
    const results = await batch(db, [
      ...sets,
      db.d1.prepare(claim).bind(site, key, receipt, now),
      ...tallies.map((t) =>
        db.d1.prepare(count).bind(t.survey, t.day, t.segmentSet.id, t.shown, t.started, t.dismissed, site, key, receipt),
      ),
      ...clocks,
    ])
    for (const tally of tallies) rememberSegmentSet(known, tally.segmentSet)
    return (results[sets.length]?.meta.changes ?? 0) > 0
  })
}

async function batchReceipt(db: Db, site: string, key: string): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('display_batches')
    .select('receipt')
    .where('site', '=', site)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.receipt
}

/** Keys no widget sends again: its retries end after a week. */
export async function deleteOldBatches(db: Db, before: number): Promise<void> {
  await db.query.deleteFrom('display_batches').where('created_at', '<', before).execute()
}
