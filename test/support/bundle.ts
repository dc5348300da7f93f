import { dryRun, testFolder } from '../../scripts/lib/dry-run.ts'
import { script } from './script.ts'

/** Bundles the worker that the tests of `test/worker` speak to. */
export default async function bundle(): Promise<void> {
  await script('build.ts')
  await dryRun({ folder: testFolder })
}
