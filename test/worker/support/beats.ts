import { openDb } from '../../../worker/store/db.ts'
import { readPulse } from '../../../worker/store/pulse.ts'
import type { Ground } from './recounted.ts'
import { db } from './shop.ts'

/** Of each survey its responses that count, as one text, and its pulse: what is set aside shows nowhere that a pulse refreshes. */
type Beats = Map<string, { rows: string; pulse: string | undefined }>

export async function beatsOf(ground: Ground): Promise<Beats> {
  const { results } = await db.prepare('SELECT * FROM responses WHERE quarantined = 0 ORDER BY id').all<{ survey: string }>()
  const beats: Beats = new Map()
  for (const survey of ground.surveys) {
    const rows = JSON.stringify(results.filter((row) => row.survey === survey))
    beats.set(survey, { rows, pulse: await readPulse(openDb(db), ground.shop.site.id, survey) })
  }
  return beats
}

/** Throws where a survey's responses changed and its pulse didn't. */
export function compareBeats(before: Beats, after: Beats, event: object): void {
  for (const [survey, { rows, pulse }] of after) {
    const earlier = before.get(survey)
    if (rows !== earlier?.rows && pulse === earlier?.pulse) throw new Error(`no beat after ${JSON.stringify(event)}: ${pulse}`)
  }
}
