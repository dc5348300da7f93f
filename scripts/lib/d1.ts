import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Db, openDb } from '../../worker/store/db.ts'
import { openBridge } from './d1-bridge.ts'
import { root } from './install.mjs'
import { embeddedDatabaseId } from './local-config.ts'

export interface OpenedD1 {
  db: Db
  close: () => Promise<void>
}

/** The embedded D1 under `stateDir`, also while `npm start` serves it: SQLite's locks keep the two apart. */
export async function openEmbedded(stateDir: string): Promise<OpenedD1> {
  const { d1, close } = await openBridge(join(stateDir, 'v3'), embeddedDatabaseId)
  return { db: openDb(d1), close }
}

/** The deployed D1, through the account wrangler is signed in to. */
export async function openRemote(): Promise<OpenedD1> {
  // Only the database is wanted: without an entry point nothing is built, and `remote` makes it the real one.
  const config = readFileSync(join(root, 'wrangler.toml'), 'utf8')
    .replace(/^main = .*$/m, '')
    .replace(/\[assets\][^[]*/, '')
    .replace('[[d1_databases]]', '[[d1_databases]]\nremote = true')
  const folder = join(root, '.wrangler')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'remote.toml')
  writeFileSync(file, config)
  // Costs a second to load, which whoever opens the embedded one is spared.
  const { getPlatformProxy } = await import('wrangler')
  const proxy = await getPlatformProxy<{ DB: D1Database }>({ configPath: file, persist: false, remoteBindings: true })
  return { db: openDb(proxy.env.DB), close: () => proxy.dispose() }
}
