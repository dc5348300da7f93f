import { expect, test } from 'vitest'
import * as core from '../../widget/core/index.ts'

test('the types served beside the headless core are those of its code', () => {
  // Assigned, so that the compiler refuses what the hand-written types promise and the code doesn't keep.
  const promised: typeof import('../../widget/core/core.d.ts') = core
  expect(Object.keys(promised).sort()).toEqual(['allGates', 'isDue', 'openSubmission', 'pathOf', 'replay', 'weighGates'])
})
