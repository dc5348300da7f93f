import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { root } from '../../scripts/lib/install.mjs'

/** Plays a proof of `npm test` at its full count, in the worker's own runtime; its test says what it played. */
export const proof = (file: string) => async (): Promise<void> => {
  const vitest = join(root, 'node_modules/.bin/vitest')
  const { status } = spawnSync(vitest, ['run', '--project', 'worker', file], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, EARSHOT_FULL: '1' },
  })
  if (status !== 0) process.exitCode = 1
}
