import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

/** The embedded database is kept under this id whatever a deploy writes into wrangler.toml: its data stay where they are. */
export const embeddedDatabaseId = '00000000-0000-0000-0000-000000000000'

/**
 * Path of wrangler's configuration for what runs on this machine: wrangler.toml with the embedded database's id, in the
 * state's own folder. wrangler keeps its working files beside its configuration and clears away others' that are a day old,
 * so two servers that shared one would pull the bundle from under each other.
 */
export function localConfig(stateDir: string): string {
  const file = join(stateDir, 'wrangler.toml')
  const wanted = readFileSync(join(root, 'wrangler.toml'), 'utf8')
    .replace(/^(main|directory|migrations_dir) = "(.+)"$/gm, (_, name, path) => `${name} = ${JSON.stringify(join(root, path))}`)
    .replace(/^("[^"]+") = "(\.\/.+)"$/gm, (_, alias, path) => `${alias} = ${JSON.stringify(join(root, path))}`)
    .replace(/^database_id = ".*"$/m, `database_id = "${embeddedDatabaseId}"`)
  mkdirSync(stateDir, { recursive: true })
  // A server that runs on this state starts anew when its configuration is written.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) writeFileSync(file, wanted)
  return file
}
