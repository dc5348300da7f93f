import process from 'node:process'
import { run } from '../../scripts/lib/run.ts'

/** Runs one of the project's scripts to its end, in a process of its own. */
export async function script(name: string, env: Record<string, string> = {}): Promise<void> {
  const { code, output } = await run(process.execPath, [`scripts/${name}`], { env })
  if (code !== 0) throw new Error(output)
}
