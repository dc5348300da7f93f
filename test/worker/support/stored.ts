import { canonicalSegments, type Segments, segmentSetId } from '../../../worker/domain/segments.ts'
import { db, type Shop } from './shop.ts'

/** A response as it lies in the database, for tests that need thousands on days of their choice. */
export interface Stored {
  survey: string
  day: string
  score: number | null
  answers?: Record<string, string | string[]>
  segments?: Segments
  source?: string
  /** Ids. */
  tags?: string[]
  order?: { id?: string; value?: number; currency?: string; skus?: string[] }
}

let running = 0

/** Puts rows where the worker would, past its door; the triggers count them as any other. */
export async function storeResponses(shop: Shop, rows: readonly Stored[]): Promise<void> {
  if (rows.length === 0) return
  const sets = new Map<string, number>()
  for (const { segments = {} } of rows) {
    const canonical = canonicalSegments(segments)
    if (!sets.has(canonical)) sets.set(canonical, await segmentSetId(canonical))
  }
  const insertSet = db.prepare('INSERT INTO segment_sets (site, id, dimensions) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  await db.batch([...sets].map(([canonical, id]) => insertSet.bind(shop.site.id, id, canonical)))
  const stored = rows.map((row) => ({
    ...row,
    id: ++running,
    answers: JSON.stringify(row.answers ?? {}),
    source: row.source ?? 'widget',
    order: JSON.stringify(row.order ?? {}),
    tags: JSON.stringify(row.tags ?? []),
    set: sets.get(canonicalSegments(row.segments ?? {})),
  }))
  const insert = db.prepare(
    `INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set,
                            traits, order_info, tags, source, day, answered_at, created_at, updated_at, digest, receipt)
     SELECT value ->> 'id', ?1, value ->> 'survey', 'stored-' || (value ->> 'id'), 1, 1, 1, value ->> 'score',
            value ->> 'answers', '', '{}', value ->> 'set', '{}', value ->> 'order', value ->> 'tags', value ->> 'source', value ->> 'day', 0, 0, 0, '', ''
     FROM json_each(?2)`,
  )
  for (let i = 0; i < stored.length; i += 2_000) {
    await insert.bind(shop.site.id, JSON.stringify(stored.slice(i, i + 2_000))).run()
  }
}
