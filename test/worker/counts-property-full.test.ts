import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import { whole } from '../support/whole.ts'
import { counting, prepareGround, seed } from './support/counting.ts'
import type { Ground } from './support/recounted.ts'

/** The other half of the 10,000 of `npm run test:full`. From one test file the runner breaks off after some 6,100, whatever they are. */
describe.runIf(whole)('the counts', () => {
  let ground: Ground
  beforeAll(async () => {
    ground = await prepareGround()
  })

  it("equal a recount from the rows, every change beats, and every status is the contract's, in 5000 more random histories", async () => {
    await fc.assert(
      counting(() => ground),
      { seed: seed + 1, numRuns: 5_000 },
    )
  }, 1_800_000)
})
