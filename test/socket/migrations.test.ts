import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrateEmbedded } from '../../scripts/lib/database.ts'
import { localConfig } from '../../scripts/lib/local-config.ts'
import { wrangler } from '../../scripts/lib/run.ts'

test('wrangler finds nothing left to apply in a database that was migrated without it', async () => {
  const state = mkdtempSync(join(tmpdir(), 'earshot-migrated-'))
  try {
    await migrateEmbedded(state, () => {})
    const asked = ['--local', '--config', localConfig(state), '--persist-to', state]
    const { code, output } = await wrangler(['d1', 'migrations', 'list', 'earshot', ...asked], { env: { CI: 'true' } })
    expect([code, output]).toEqual([0, expect.stringContaining('No migrations to apply')])
  } finally {
    rmSync(state, { recursive: true, force: true })
  }
})
