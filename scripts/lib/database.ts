import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from './hash.ts'
import { root } from './install.mjs'
import { localConfig } from './local-config.ts'
import { wrangler } from './run.ts'

/** Brings the embedded D1 under `stateDir` to the newest migration; at once when it already is. */
export async function migrateEmbedded(stateDir: string, tell: (line: string) => void): Promise<void> {
  const wanted = hashOf(root, ['migrations'])
  const record = join(stateDir, 'migrated')
  if (existsSync(record) && readFileSync(record, 'utf8') === wanted) return
  tell('Migrating the embedded database …')
  const { code, output } = await wrangler(
    ['d1', 'migrations', 'apply', 'earshot', '--local', '--config', localConfig(stateDir), '--persist-to', stateDir],
    { env: { CI: 'true', NO_COLOR: '1' } },
  )
  if (code !== 0) throw new Error(`The migrations could not be applied:\n${output}`)
  writeFileSync(record, wanted)
}
