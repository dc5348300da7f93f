import type { Erasure } from '../../worker/store/erasure-ledger.ts'
import { reapplyErasures } from '../../worker/store/reapply-erasures.ts'
import { rowsIn, verifyFile } from '../backup/file.ts'
import type { Value } from '../backup/rows.ts'
import { fileOf } from './backup.ts'
import type { Command } from './command.ts'

const table = 'tombstones'

export const reapply: Command = {
  usage: 'FILE',
  does: 'erases once more what a backup, or a ledger that backup --erasures wrote, knows as erased: after any step back in time',
  run: async ({ db, rest, now }) => {
    const path = fileOf(rest, 'which file? reapply-erasures LEDGER.ndjson.gz')
    const ledger = await readLedger(path)
    const done = await reapplyErasures(db, ledger, now)
    return {
      data: { ...done, ledger: ledger.length },
      text: `${done.responses} responses, ${done.people} people and ${done.sites} sites erased once more, ${done.anonymised} responses parted from who gave them, of ${ledger.length} erasures`,
    }
  },
}

async function readLedger(path: string): Promise<Erasure[]> {
  const { head } = await verifyFile(path)
  const columns = head.schema.tables.find(({ name }) => name === table)?.columns
  if (!columns) throw new Error(`${path} has no ledger of erasures`)
  const erasures: Erasure[] = []
  for await (const { table: name, line } of rowsIn(path)) {
    if (name !== table) continue
    const values = JSON.parse(line) as Value[]
    const at = (column: string) => values[columns.indexOf(column)]
    // Ledgers from before there was a difference have no such column.
    const anonymised = at('anonymised') === 1 ? 1 : 0
    erasures.push({ site: String(at('site')), hash: String(at('hash')), created_at: Number(at('created_at')), anonymised })
  }
  return erasures
}
