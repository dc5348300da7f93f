import { createReadStream, existsSync } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { type FileFormat, readFile } from '../../worker/domain/import-file.ts'
import { storeFile, tryFile } from '../../worker/imports/file.ts'
import { closedToImports, openDestination } from '../../worker/imports/slices.ts'
import { continueImports } from '../../worker/jobs/imports.ts'
import { findImport, importView } from '../../worker/store/imports.ts'
import { type Command, chosenSite, needed, told, typedPath } from './command.ts'

const formats: Record<string, FileFormat> = { '.csv': 'csv', '.ndjson': 'ndjson', '.jsonl': 'ndjson' }

export const importFile: Command = {
  usage: 'FILE --survey=srv_… [--site=site_…] [--dry-run]',
  does: 'responses from a .csv, .ndjson or .jsonl file; twice stores nothing new',
  run: async (call) => {
    const { db, options, rest, now } = call
    const [file] = rest
    if (!file) throw new Error('which file? import FILE --survey=srv_…')
    const format = formats[extname(file).toLowerCase()]
    if (!format) throw new Error(`${file}: an import is a .csv, .ndjson or .jsonl file`)
    const path = typedPath(file)
    if (!existsSync(path)) throw new Error(`there is no file ${path}`)
    const site = await chosenSite(call)
    const destination = await openDestination(db, site, needed(options, 'survey'), now)
    if (typeof destination === 'string') throw new Error(closedToImports[destination])
    // Node's type of a web stream and the platform's are the same thing by two names.
    const body = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>
    const rows = readFile(body, { format })
    const store = () => storeFile(db, destination, rows, now)
    let view = options.has('dry-run')
      ? await tryFile(db, destination, rows, now)
      : await told(call, site.id, 'POST /api/v1/imports', store, (made) => made.import)
    while (view.state === 'running') {
      await continueImports(db, Date.now() + 60_000)
      const found = await findImport(db, site.id, view.import)
      if (!found) throw new Error('the import is gone')
      view = importView(found)
    }
    const reasons = view.reasons.map(({ row, reason }) => `  row ${row}: ${reason}`)
    const counts = `${view.stored} stored, ${view.duplicates} there already, ${view.rejected} refused`
    return { data: view, text: [options.has('dry-run') ? `Would be: ${counts}` : counts, ...reasons].join('\n') }
  },
}
