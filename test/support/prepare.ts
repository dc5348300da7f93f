import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateEmbedded } from '../../scripts/lib/database.ts'
import { script } from './script.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a database that holds the demo. */
    demoState: string
  }
}

/** Makes once, before the first test, what all files need: they run beside each other and only read it. */
export default async function prepare(project: TestProject): Promise<() => void> {
  await script('build.ts')
  const state = mkdtempSync(join(tmpdir(), 'earshot-demo-'))
  const clear = () => rmSync(state, { recursive: true, force: true })
  try {
    await migrateEmbedded(state, () => {})
    await script('demo.ts', { STATE_DIR: state })
  } catch (error) {
    clear()
    throw error
  }
  project.provide('demoState', state)
  return clear
}
