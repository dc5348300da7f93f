import { globSync, statSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Begins with the files that hold most, the cases in the folder of the same name included, so that no long one is left to run alone at the
 * end. Vitest itself goes by how long they took the last time, which a fresh clone doesn't know.
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
  return [file, ...cases].reduce((sum, one) => sum + statSync(one).size, 0)
}
