import type { KeyScope, Role } from '../contract/people.ts'
import type { ManageRoute } from './access.ts'
import { ladder } from './roles.ts'

/** What each role adds to the one before it. */
const added: Record<Role, readonly KeyScope[]> = {
  viewer: ['read'],
  agent: ['inbox'],
  manager: ['manage', 'import', 'export', 'send'],
  owner: ['admin'],
}

/** All that a role may do, as scopes of a key. */
export const scopesOf = (role: Role): KeyScope[] => ladder.slice(0, ladder.indexOf(role) + 1).flatMap((one) => added[one])

/** The least role that may do all of it. */
export const roleOf = (scopes: readonly KeyScope[]): Role =>
  ladder.findLast((role) => added[role].some((one) => scopes.includes(one))) ?? 'viewer'

/** The scope a key needs for a route: its role's, but for files in and out, which are jobs of their own. */
export function scopeFor(route: ManageRoute, needed: Role): KeyScope {
  if (needed === 'manager' && /\/(imports|catalogue|customers|orders)/.test(route)) return 'import'
  if (/\/export/.test(route)) return 'export'
  return added[needed][0] ?? 'admin'
}
