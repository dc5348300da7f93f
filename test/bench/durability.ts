import process from 'node:process'
import { surviveKills } from '../support/durability.ts'
import { table } from './support/table.ts'

/** `bench -- durability [KILLS [SEED]]`: what is left of acknowledged answers when the worker's process is killed again and again. */
export async function durability([kills = '200', seed = '20261123']: string[]): Promise<void> {
  const { acknowledged, repeated, broken, lost, drift } = await surviveKills(Number(kills), Number(seed))
  process.stdout.write(
    table([
      ['process killed', `${kills} times, seed ${seed}`],
      ['steps acknowledged', `${acknowledged}`],
      ['sent again though acknowledged', `${repeated}`],
      ['attempts that got no answer', `${broken}`],
      ['acknowledged and not stored as sent', `${lost.length}`],
      ['counts that differ from a recount', `${drift.length}`],
    ]),
  )
  for (const one of [...lost, ...drift].slice(0, 20)) process.stdout.write(`  ${one}\n`)
  if (lost.length + drift.length > 0) process.exitCode = 1
}
