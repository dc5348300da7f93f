import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { type Db, openDb } from '../../worker/store/db.ts'
import { root } from './install.mjs'

export interface OpenedD1 {
  db: Db
  close: () => Promise<void>
}

/** The embedded D1 under `stateDir`, also while `npm start` serves it: SQLite's locks keep the two apart. */
export async function openEmbedded(stateDir: string): Promise<OpenedD1> {
  return await open(join(root, 'wrangler.toml'), join(stateDir, 'v3'))
}

/** The deployed D1, through the account wrangler is signed in to. */
export async function openRemote(): Promise<OpenedD1> {
  const config = readFileSync(join(root, 'wrangler.toml'), 'utf8').replace('[[d1_databases]]', '[[d1_databases]]\nremote = true')
  const folder = join(root, '.wrangler')
  mkdirSync(folder, { recursive: true })
  // Beside the project's own file in meaning, not in place: paths in it are of no concern to a proxy of bindings.
  const file = join(folder, 'remote.toml')
  writeFileSync(file, config.replace(/^main = .*$/m, '').replace(/\[assets\][\s\S]*?(?=\n\[|$)/, ''))
  return await open(file, false)
}

async function open(configPath: string, path: string | false): Promise<OpenedD1> {
  const proxy = await getPlatformProxy<{ DB: D1Database }>({
    configPath,
    persist: path === false ? false : { path },
    remoteBindings: path === false,
  })
  return { db: openDb(proxy.env.DB), close: () => proxy.dispose() }
}
