import process from 'node:process'
import { sendMoreThanOnce } from '../support/exactly-once.ts'
import { table } from './support/table.ts'

/** `bench -- once [SENDS [SEED]]`: whether answers that are sent more than once, in any order, are counted once. */
export async function once([sends = '100000', seed = '20261123']: string[]): Promise<void> {
  const { distinct, stored, counted, statuses, outcomes, drift } = await sendMoreThanOnce(Number(sends), Number(seed))
  process.stdout.write(
    table([
      ['sends', `${sends}, seed ${seed}`],
      ['distinct answers', `${distinct}`],
      ['stored', `${stored}`],
      ['in the counts', `${counted}`],
      ['answered', JSON.stringify(statuses)],
      ['outcomes', JSON.stringify(outcomes)],
      ['cells that differ from a recount', `${drift.length}`],
    ]),
  )
  if (stored !== distinct || counted !== distinct || drift.length > 0) process.exitCode = 1
}
