import process from 'node:process'
import { dryRun } from '../../scripts/lib/dry-run.ts'
import { script } from './script.ts'

/** Bundles the product once for all files that start one, apart from the bundles of what may run beside. */
export default async function bundle(): Promise<void> {
  await script('build.ts')
  process.env.EARSHOT_BUNDLE = await dryRun({ folder: 'dist/socket-tests' })
}
