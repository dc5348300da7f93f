import type { Part, Role } from '../contract/people.ts'

/** Why somebody of this role can't have this part of a site, in words; undefined where they can. */
export function partFault(part: Part, role: Role, dimensions: readonly string[]): string | undefined {
  if (part === null) return
  if (role !== 'agent') return 'only agents see a part of a site'
  const undeclared = Object.keys(part).filter((dimension) => !dimensions.includes(dimension))
  if (undeclared.length > 0) return `the site declares no dimension ${undeclared.join(', ')}`
}
