import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Begins with the files that hold most, the cases in the folder of the same name and what they take from test/support included, so that no
 * long one is left to run alone at the end. Vitest itself goes by how long they took the last time, which a fresh clone doesn't know.
 */
export class LargestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files
      .map((file) => ({ file, bytes: bytesOf(file.moduleId) }))
      .sort((a, b) => b.bytes - a.bytes)
      .map(({ file }) => file)
  }
}

function bytesOf(file: string): number {
  const cases = globSync(`${file.replace(/\.test\.ts$/, '')}/*.ts`).filter((one) => !one.endsWith('.test.ts'))
  const own = [file, ...cases]
  const support = own.flatMap((one) =>
    [...readFileSync(one, 'utf8').matchAll(/'[./]+\/support\/([\w-]+\.ts)'/g)].map(([, name]) => name),
  )
  const shared = [...new Set(support)].map((name) => join(import.meta.dirname, `${name}`)).filter((one) => existsSync(one))
  return [...own, ...shared].reduce((sum, one) => sum + statSync(one).size, 0)
}
