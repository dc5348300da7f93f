import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dryRun, testFolder } from '../../scripts/lib/dry-run.ts'
import { script } from './script.ts'

/** Bundles the worker that the tests of `test/worker` speak to. */
export default async function bundle(): Promise<void> {
  await script('build.ts')
  const file = join(await dryRun({ folder: testFolder }), 'index.js')
  // Vite would send its map, four times as large, to each file's workerd.
  rmSync(`${file}.map`)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'))
}
