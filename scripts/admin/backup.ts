import { resolve } from 'node:path'
import process from 'node:process'
import { writeBackup } from '../backup/file.ts'
import type { Command } from './command.ts'

export const backup: Command = {
  usage: 'FILE [--erasures]',
  does: 'the whole database into a file, or only the ledger of what was erased; replaces the file once the new one is whole',
  run: async ({ db, options, rest, now }) => {
    const path = fileOf(rest, 'which file? backup FILE.ndjson.gz')
    const only = options.has('erasures') ? ['tombstones'] : undefined
    const sums = await writeBackup(db.d1, path, { now, ...(only && { only }) })
    const rows = Object.values(sums).reduce((sum, table) => sum + table.rows, 0)
    const what = only ? `${rows} erasures` : `${rows} rows of ${Object.keys(sums).length} tables`
    return { data: { file: path, tables: sums }, text: `${what} in ${path}` }
  },
}

/** npm runs its scripts in the project's folder; a path is meant from where the command was typed. */
export function fileOf([file]: readonly string[], otherwise: string): string {
  if (!file) throw new Error(otherwise)
  return resolve(process.env.INIT_CWD ?? '', file)
}
