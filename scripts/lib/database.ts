import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from './hash.ts'
import { root } from './install.mjs'
import { localConfig } from './local-config.ts'
import { wrangler } from './run.ts'

/** Brings the embedded D1 under `stateDir` to the newest migration; at once when it already is. */
export async function migrateEmbedded(stateDir: string, tell: (line: string) => void): Promise<void> {
  const wanted = hashOf(root, ['migrations'])
  const record = recordIn(stateDir)
  if (existsSync(record) && readFileSync(record, 'utf8') === wanted) return
  tell('Migrating the embedded database …')
  const { code, output } = await wrangler(
    ['d1', 'migrations', 'apply', 'earshot', '--local', '--config', localConfig(stateDir), '--persist-to', stateDir],
    { env: { CI: 'true', NO_COLOR: '1' } },
  )
  if (code !== 0) throw new Error(`The migrations could not be applied:\n${output}`)
  writeFileSync(record, wanted)
}

/** To be said before the embedded database is replaced: what it was migrated to is looked up the next time. */
export const forgetMigrations = (stateDir: string) => rmSync(recordIn(stateDir), { force: true })

const recordIn = (stateDir: string) => join(stateDir, 'migrated')

/** Brings the deployed D1 to the newest migration, through the account wrangler is signed in to. Shows what wrangler says of it. */
export async function migrateRemote(): Promise<void> {
  const { code } = await wrangler(['d1', 'migrations', 'apply', 'earshot', '--remote'], { show: true, env: { CI: 'true' } })
  if (code !== 0) throw new Error('The migrations could not be applied; nothing was published.')
}
