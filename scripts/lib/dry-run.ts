import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'
import { wrangler } from './run.ts'

/** Where the tests' bundle lies: apart, since the sizes of the other are taken meanwhile. */
export const testFolder = 'dist/worker-tests'

/** Bundles the worker exactly as a deploy would and publishes nothing. Answers the folder that holds the bundle. */
export async function dryRun({ folder = 'dist/worker', show = false } = {}): Promise<string> {
  rmSync(join(root, folder), { recursive: true, force: true })
  const { code, output } = await wrangler(['deploy', '--dry-run', '--outdir', folder], { show })
  if (code !== 0) throw new Error(show ? 'The dry run failed.' : `The dry run failed:\n${output}`)
  return join(root, folder)
}
