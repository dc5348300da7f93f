import type { Context } from 'hono'
import type { ManageRoute } from '../domain/access.ts'
import { downloads, downloadsAnHour } from '../domain/notices.ts'
import { countWithinHour } from '../store/audit.ts'
import type { Db } from '../store/db.ts'
import type { ManageEnv } from './authenticate.ts'
import { problem } from './problem.ts'

const hour = 60 * 60_000

/** When somebody may begin the next download at a site (ms): now, or later where they began as many as an hour allows, up to the line `upTo` of the log. */
export async function nextDownload(
  db: Db,
  site: string,
  person: string,
  now: number,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const begun = await countWithinHour(db, site, { id: upTo, actor: person, at: now }, [...downloads])
  // What is under way has its line already.
  const most = upTo === Number.MAX_SAFE_INTEGER ? downloadsAnHour - 1 : downloadsAnHour
  return begun.n <= most ? now : begun.first + hour
}

/**
 * The refusal of a download by a person who began as many in the last hour at this site: whoever has their browser takes no more along than that. `line` is the
 * request's own in the audit log. Keys are made to take data out, and have no cap.
 */
export async function tooManyDownloads(c: Context<ManageEnv>, route: ManageRoute, line: number | undefined) {
  const { actor, db, now, site } = c.var
  if (!downloads.has(route) || !actor?.person || line === undefined) return
  const next = await nextDownload(db, site.id, actor.person.id, now, line)
  if (next <= now) return
  const seconds = Math.ceil((next - now) / 1_000)
  c.header('Retry-After', String(seconds))
  const minutes = Math.ceil(seconds / 60)
  return problem(c, {
    status: 429,
    detail: `you began ${downloadsAnHour} downloads within an hour; the next in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`,
  })
}
