import type { AlertRow } from '../store/alerts.ts'
import type { Db } from '../store/db.ts'
import { listEndpoints } from '../store/endpoints.ts'
import type { Target } from '../store/firings.ts'
import { listMembers } from '../store/members.ts'

/** Whom an alert tells today: of its webhooks those that hear of alerts, of its people those who are members. */
export async function targetsOf(
  db: Db,
  { site, endpoints, people }: Pick<AlertRow, 'site' | 'endpoints' | 'people'>,
): Promise<Target[]> {
  const [hooks, members] = await Promise.all([
    endpoints.length > 0 ? listEndpoints(db, site) : [],
    people.length > 0 ? listMembers(db, site) : [],
  ])
  const heard = hooks.filter(
    ({ id, state, types }) => endpoints.includes(id) && state === 'active' && types.includes('"alert.fired"'),
  )
  return [
    ...heard.map(({ id, kind }): Target => ({ channel: kind === 'slack' ? 'slack' : 'webhook', target: id })),
    // Who sees a part of the site is not told of the rest.
    ...members
      .filter(({ id, part }) => people.includes(id) && part === null)
      .map(({ email }): Target => ({ channel: 'email', target: email })),
  ]
}
