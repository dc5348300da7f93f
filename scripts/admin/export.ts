import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvFile, ndjsonFile } from '../../worker/domain/export-file.ts'
import { readAsked } from '../../worker/store/asked.ts'
import { listPages, readColumns } from '../../worker/store/exports.ts'
import { readRespondent } from '../../worker/store/respondents.ts'
import { type Command, chosenSite, told, typedPath } from './command.ts'

/** A file that is there stays. */
const notOver = { flags: 'wx' }

export const exportFile: Command = {
  usage: 'FILE [--survey=srv_…] [--site=site_…] | --person=… [--site=site_…]',
  does: 'responses into a new .csv or .ndjson file, which an import reads back; or all that is kept of one person',
  run: async (call) => {
    const { db, options, rest, now } = call
    const site = await chosenSite(call)
    const person = options.get('person')
    if (person) {
      const route = 'GET /api/v1/respondents/{respondent}/export'
      const data = await told(call, site.id, route, () => readRespondent(db, site.id, person, now))
      return { data, text: JSON.stringify(data, null, 2) }
    }
    const [file] = rest
    const ending = extname(file ?? '').toLowerCase()
    if (!file || !['.csv', '.ndjson'].includes(ending)) throw new Error('which file? export FILE.csv, or FILE.ndjson')
    const survey = options.get('survey')
    const asked = await readAsked(db, site, { ...(survey && { survey }) })
    if ('faults' in asked) throw new Error(asked.faults.map(({ detail }) => detail).join('; '))
    let rows = 0
    const counted = async function* () {
      for await (const page of listPages(db, site.id, asked)) {
        rows += page.length
        yield page
      }
    }
    const isCsv = ending === '.csv'
    const text = isCsv ? csvFile(await readColumns(db, site, asked), counted()) : ndjsonFile(counted())
    const path = typedPath(file)
    const route = isCsv ? 'GET /api/v1/exports/responses.csv' : 'GET /api/v1/exports/responses.ndjson'
    await told(call, site.id, route, () => pipeline(Readable.from(text), createWriteStream(path, notOver)))
    return { data: { file: path, rows }, text: `${rows} responses in ${path}` }
  },
}
