import { sql } from 'kysely'

/** What has no id but its secret is named in lists by this much of the secret's hash. */
const length = 20

export const nameOfHash = (hash: string) => hash.slice(0, length)

/** Whether a row's hash has this name; sought in the hash's index, where it has one. */
export const isNamed = (name: string) => sql<boolean>`hash >= ${name} AND hash < ${`${name}g`} AND ${name.length} = ${length}`
