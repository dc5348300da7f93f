import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { readFile } from '../../worker/domain/import-file.ts'
import { storeFile, tryFile } from '../../worker/imports/file.ts'
import { destinationOf } from '../../worker/imports/slices.ts'
import { continueImports } from '../../worker/jobs/imports.ts'
import { findImport, importView } from '../../worker/store/imports.ts'
import { type Command, chosenSite, needed } from './command.ts'

export const importFile: Command = {
  usage: 'FILE --survey=srv_… [--site=site_…] [--dry-run]',
  does: 'responses from a .csv, .ndjson or .jsonl file; twice stores nothing new',
  run: async (call) => {
    const { db, options, rest, now } = call
    const path = rest[0]
    if (!path) throw new Error('which file?')
    const site = await chosenSite(call)
    const destination = await destinationOf(db, site.key, needed(options, 'survey'), now)
    if (!destination) throw new Error('the site has no such published survey')
    // Node's type of a web stream and the platform's are the same thing by two names.
    const body = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>
    const rows = readFile(body, extname(path).toLowerCase() === '.csv' ? 'csv' : 'ndjson')
    let view = options.has('dry-run') ? await tryFile(db, destination, rows, now) : await storeFile(db, destination, rows, now)
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
