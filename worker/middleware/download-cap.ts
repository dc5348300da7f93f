import type { Context } from 'hono'
import type { ManageRoute } from '../domain/access.ts'
import { downloads, downloadsAnHour, downloadsSince, nextDownload } from '../domain/downloads.ts'
import { countLines } from '../store/audit.ts'
import type { Db } from '../store/db.ts'
import type { ManageEnv } from './authenticate.ts'
import { problem } from './problem.ts'

/** When a person may begin a download at a site (ms), by the log: `now`, or later. `line` is the log's line of the one that asks. */
export async function downloadFrom(db: Db, site: string, actor: string, now: number, line?: number): Promise<number> {
  const about = { site, actor, actions: [...downloads], since: downloadsSince(now) }
  return nextDownload(await countLines(db, { ...about, ...(line !== undefined && { before: line }) }), now)
}

/** The refusal of a download by a person who began as many in the last hour at this site; undefined where there is none. `line` is the request's own in the log. */
export async function tooManyDownloads(c: Context<ManageEnv>, route: ManageRoute, line: number | undefined) {
  const { actor, db, now, site } = c.var
  if (!downloads.has(route) || !actor?.person || line === undefined) return
  const next = await downloadFrom(db, site.id, actor.person.id, now, line)
  if (next <= now) return
  const seconds = Math.ceil((next - now) / 1_000)
  c.header('Retry-After', String(seconds))
  const minutes = Math.ceil(seconds / 60)
  return problem(c, {
    status: 429,
    detail: `you began ${downloadsAnHour} downloads within an hour; the next in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`,
  })
}
