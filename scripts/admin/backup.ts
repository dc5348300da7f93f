import { writeBackup } from '../backup/file.ts'
import { type Command, typedPath } from './command.ts'

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

/** Path of the file that a command is given, or an error that asks for it. */
export function fileOf([file]: readonly string[], otherwise: string): string {
  if (!file) throw new Error(otherwise)
  return typedPath(file)
}
