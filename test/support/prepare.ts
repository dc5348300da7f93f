import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateEmbedded } from '../../scripts/lib/database.ts'
import { script } from './script.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a database that was migrated and holds nothing. */
    emptyState: string
    /** The same with the demo. */
    demoState: string
  }
}

/** Makes once, before the first test, what all files need: they run beside each other and only read it. */
export default async function prepare(project: TestProject): Promise<() => void> {
  await script('build.ts')
  const folder = mkdtempSync(join(tmpdir(), 'earshot-states-'))
  const [empty, demo] = [join(folder, 'empty'), join(folder, 'demo')]
  const clear = () => rmSync(folder, { recursive: true, force: true })
  try {
    mkdirSync(empty)
    await migrateEmbedded(empty, () => {})
    cpSync(empty, demo, { recursive: true })
    await script('demo.ts', { STATE_DIR: demo })
  } catch (error) {
    clear()
    throw error
  }
  project.provide('emptyState', empty)
  project.provide('demoState', demo)
  return clear
}
