import type { Role } from '../contract/people.ts'

/** From least to most: each role may do what the one before it may. */
export const ladder: readonly Role[] = ['viewer', 'agent', 'manager', 'owner']

/** Whether a role may do what needs `needed`. */
export function mayDo(role: Role, needed: Role): boolean {
  return ladder.indexOf(role) >= ladder.indexOf(needed)
}
