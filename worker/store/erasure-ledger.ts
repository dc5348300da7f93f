import { sha256 } from '../domain/secrets.ts'
import type { Db, Statement } from './db.ts'

/**
 * One line of the ledger of erasures, the table `tombstones`, which outlives what was erased: what it was is known by a hash alone, of a
 * submission's key, of a person, or of a site.
 */
export interface Erasure {
  site: string
  hash: string
  /** ms */
  created_at: number
  /** 1 where a response lost who gave it, and stays; 0 where it went. */
  anonymised: 0 | 1
}

/** By which the ledger knows a person of a site's: not what a submission's key could hash to, nor the same at another site. */
export const personHash = (site: string, who: string) => sha256(`person of ${site}: ${who}`)

/** By which it knows that all of a site went. */
export const siteHash = (site: string) => sha256(`site ${site}`)

/** Notes erasures, each with the last time it was done. */
export function noteErasures(db: Db, site: string, erasures: readonly Omit<Erasure, 'site'>[]): Statement {
  return db.d1
    .prepare(
      `INSERT INTO tombstones (site, hash, created_at, anonymised)
       SELECT ?1, value ->> 'hash', value ->> 'created_at', value ->> 'anonymised' FROM json_each(?2) WHERE true
       ON CONFLICT DO UPDATE SET created_at = max(created_at, excluded.created_at), anonymised = min(anonymised, excluded.anonymised)`,
    )
    .bind(site, JSON.stringify(erasures))
}
