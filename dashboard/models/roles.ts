import type { KeyScope, Part, Role } from '../../worker/contract/people.ts'

/** What each role may, in words; docs/teams.md says it at length. */
export const roleWords: Record<Role, string> = {
  viewer: 'reads results and comments',
  agent: 'also tags comments and calls shoppers back',
  manager: 'also makes surveys, imports and exports',
  owner: 'everything, people and keys too',
}

/** What each scope of a key opens, in words. */
export const scopeWords: Record<KeyScope, string> = {
  read: 'Read reports, surveys and responses',
  inbox: 'Tag responses, open and close cases, read contacts',
  manage: 'Change surveys, tags, notes and links',
  import: 'Import responses and the catalogue',
  export: 'Export all responses',
  send: 'Send responses from a server',
  admin: 'Change the site, its people and its keys',
}

/** "delivery or return, and Berlin"; '' for all of the site. */
export const partWords = (part: Part): string =>
  Object.values(part ?? {})
    .map((values) => values.join(' or '))
    .join(', and ')

/** The dimensions a part is made of here. */
export const partDimensions = (declared: readonly string[]) =>
  ['touchpoint', 'location'].filter((name) => declared.includes(name))

/** The part that a form's fields name, a value a line; null where none is named. */
export function partOf(fields: Record<string, string>, dimensions: readonly string[]): Part {
  const named = dimensions
    .map((name) => [name, linesOf(fields[`part.${name}`])] as const)
    .filter(([, values]) => values.length > 0)
  return named.length > 0 ? Object.fromEntries(named) : null
}

const linesOf = (text = '') => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]
