import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { migrateEmbedded } from '../../scripts/lib/database.ts'
import { run } from '../../scripts/lib/run.ts'

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

async function script(name: string, env: Record<string, string> = {}): Promise<void> {
  const { code, output } = await run(process.execPath, [`scripts/${name}`], { env })
  if (code !== 0) throw new Error(output)
}
