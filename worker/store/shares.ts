import type { Share } from '../contract/share.ts'
import type { Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import type { Schema } from './schema.ts'
import { findSite, type Site } from './sites.ts'
import { findSurvey, type SurveyRow } from './surveys.ts'

/** Stores a link unless its survey has as many as it may have. True when it did. */
export function insertShare(db: Db, share: Schema['shares'], most: number): Promise<boolean> {
  return insertWithin(db, 'shares', share, { most, beside: 'other.site = made.site AND other.survey = made.survey' })
}

/** A survey's links that weren't revoked, the newest first; expired ones too. */
export async function listShares(db: Db, site: string, survey: string): Promise<Share[]> {
  const rows = await db.query
    .selectFrom('shares')
    .leftJoin('people', 'people.id', 'shares.person')
    .select(['shares.id', 'shares.name', 'people.name as author', 'shares.created_at', 'expires_at'])
    .where('site', '=', site)
    .where('survey', '=', survey)
    .orderBy('shares.created_at', 'desc')
    .orderBy('shares.id')
    .execute()
  return rows.map(({ id, name, author, created_at, expires_at }) => ({
    id,
    name,
    author,
    createdAt: new Date(created_at).toISOString(),
    expiresAt: expiryOf(expires_at),
  }))
}

export const expiryOf = (expiresAt: number | null) => (expiresAt === null ? null : new Date(expiresAt).toISOString())

export async function deleteShare(db: Db, site: string, survey: string, id: string): Promise<boolean> {
  const result = await db.query
    .deleteFrom('shares')
    .where('site', '=', site)
    .where('survey', '=', survey)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** What a link's secret opens, asked anew with each request, so that a revoked link is shut at once. */
export async function findShared(
  db: Db,
  hash: string,
  now: number,
): Promise<{ site: Site; survey: SurveyRow; expiresAt: string | null } | undefined> {
  const share = await db.query
    .selectFrom('shares')
    .select(['site', 'survey', 'expires_at'])
    .where('hash', '=', hash)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirst()
  if (!share) return
  const [site, survey] = await Promise.all([findSite(db, share.site), findSurvey(db, share.site, share.survey)])
  if (!survey || site?.deletedAt !== null) return
  return { site, survey, expiresAt: expiryOf(share.expires_at) }
}
