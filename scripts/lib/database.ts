import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBridge } from './d1-bridge.ts'
import { hashOf } from './hash.ts'
import { root } from './install.mjs'
import { embeddedDatabaseId } from './local-config.ts'
import { wrangler } from './run.ts'

/**
 * Brings the embedded D1 under `stateDir` to the newest migration; at once when it already is. Keeps wrangler's own record of them, so
 * that its `d1 migrations` goes on from here; wrangler itself would start a workerd for each. A migration is applied whole or not at all.
 */
export async function migrateEmbedded(stateDir: string, tell: (line: string) => void): Promise<void> {
  const wanted = hashOf(root, ['migrations'])
  const record = recordIn(stateDir)
  if (existsSync(record) && readFileSync(record, 'utf8') === wanted) return
  tell('Migrating the embedded database …')
  // Costs a second to load, which a start that has nothing to migrate is spared.
  const { unstable_splitSqlQuery: statementsOf } = await import('wrangler')
  const { d1, close } = await openBridge(join(stateDir, 'v3'), embeddedDatabaseId)
  try {
    await d1.prepare(migrationsTable).run()
    const { results } = await d1.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()
    const applied = new Set(results.map(({ name }) => name))
    for (const file of readdirSync(join(root, 'migrations')).sort()) {
      if (applied.has(file)) continue
      const statements = statementsOf(readFileSync(join(root, 'migrations', file), 'utf8'))
      const recorded = d1.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(file)
      await d1.batch([...statements.map((statement) => d1.prepare(statement)), recorded]).catch((error: Error) => {
        throw new Error(`The migration ${file} could not be applied: ${error.message}`)
      })
    }
  } finally {
    await close()
  }
  writeFileSync(record, wanted)
}

/** As wrangler makes it. */
const migrationsTable = `CREATE TABLE IF NOT EXISTS "d1_migrations"(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

/** To be said before the embedded database is replaced: what it was migrated to is looked up the next time. */
export const forgetMigrations = (stateDir: string) => rmSync(recordIn(stateDir), { force: true })

const recordIn = (stateDir: string) => join(stateDir, 'migrated')

/** Brings the deployed D1 to the newest migration, through the account wrangler is signed in to. Shows what wrangler says of it. */
export async function migrateRemote(): Promise<void> {
  const { code } = await wrangler(['d1', 'migrations', 'apply', 'earshot', '--remote'], { show: true, env: { CI: 'true' } })
  if (code !== 0) throw new Error('The migrations could not be applied; nothing was published.')
}
