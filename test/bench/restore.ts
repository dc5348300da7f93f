import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { writeBackup } from '../../scripts/backup/file.ts'
import { restore as restoreFile } from '../../scripts/backup/restore.ts'
import { openEmbedded } from '../../scripts/lib/d1.ts'
import { migrateEmbedded } from '../../scripts/lib/database.ts'
import { draftOf } from '../../worker/domain/definition.ts'
import english from '../../worker/locales/en.ts'
import { foundSite } from '../../worker/store/founding.ts'
import { verifyCounts } from '../../worker/store/recount.ts'
import { publishVersion } from '../../worker/store/survey-versions.ts'
import { insertSurvey } from '../../worker/store/surveys.ts'
import { generate } from './support/generated.ts'

const rows = 100_000
const survey = 'srv_bench'

/** A backup of many responses, and the same put into an empty database: what an operator waits after a database was lost. */
export async function restore(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-restore-'))
  const file = join(folder, 'backup.ndjson.gz')
  const timed = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await act()
    process.stdout.write(`  ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
    return result
  }
  try {
    const shop = join(folder, 'shop')
    await migrateEmbedded(shop, () => {})
    const from = await openEmbedded(shop)
    await openSurvey(from.db)
    await generate(from.db.d1, { survey, rows, from: 1_760_000_000, everySeconds: 30 })
    const written = await timed(`backup of ${rows} responses`, () => writeBackup(from.db.d1, file, { now: Date.now() }))
    await from.close()
    process.stdout.write(`  the file: ${(statSync(file).size / 1e6).toFixed(1)} MB\n`)
    const to = await openEmbedded(join(folder, 'again'))
    const { rows: put } = await timed('restore, its checksums included', () => restoreFile(to.db.d1, file))
    const drift = await timed('counting again', () => verifyCounts(to.db, survey))
    await to.close()
    const differing = Object.keys(put).filter((table) => put[table] !== written[table]?.rows)
    process.stdout.write(
      `  tables that differ: ${differing.length} of ${Object.keys(put).length}; cells that differ: ${drift.length}\n`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openSurvey(db: Parameters<typeof foundSite>[0]): Promise<void> {
  const about = { name: 'Shop', origins: ['https://shop.example'], timeZone: 'Europe/Berlin' }
  const { site } = await foundSite(db, { email: 'o@shop.example', name: 'O' }, about, 1)
  const draft = draftOf({ name: 'Bench', metric: 'nps' }, 'Shop', english.standard)
  const row = {
    ...({ id: survey, site: site.id, name: 'Bench', metric: 'nps', points: 11, touchpoint: '' } as const),
    ...({ draft, state: 'draft', version: 0, revision: 1, created_at: 1, updated_at: 1 } as const),
    ...{ goal: null, edited_by: null, edited_at: 1, editor: null },
  }
  await insertSurvey(db, row)
  await publishVersion(db, row, {}, 1)
}
