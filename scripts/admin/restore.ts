import { verifyCounts } from '../../worker/store/recount.ts'
import { listSites } from '../../worker/store/sites.ts'
import { listSurveys } from '../../worker/store/surveys.ts'
import { restore as restoreFile } from '../backup/restore.ts'
import { fileOf } from './backup.ts'
import type { Call, Command } from './command.ts'

export const restore: Command = {
  usage: 'FILE',
  does: 'a backup into an empty database; looks through the whole file first, at every table afterwards, and counts every survey again',
  asItIs: true,
  run: async (call) => {
    const path = fileOf(call.rest, 'which file? restore FILE.ndjson.gz')
    const { at, rows, leftOut } = await restoreFile(call.db.d1, path)
    await call.migrate()
    const drifted = await driftedSurveys(call)
    const sum = Object.values(rows).reduce((total, n) => total + n, 0)
    const torn = Object.entries(leftOut).map(([table, n]) => `${n} of ${table}`)
    return {
      data: { at, rows, leftOut, drifted },
      text: [
        `${sum} rows of ${Object.keys(rows).length} tables, as they were at ${at}; every table has its checksum`,
        ...(torn.length > 0
          ? [`left out, since what they belong to came or went while the backup was made: ${torn.join(', ')}`]
          : []),
        drifted.length === 0
          ? 'the counts of every survey are those of its responses'
          : `other counts than the responses say, which recount --repair mends: ${drifted.join(', ')}`,
        `Before anybody is served: reapply-erasures, with the newest ledger there is. What was erased after ${at} is back until then.`,
      ].join('\n'),
      failed: drifted.length > 0,
    }
  },
}

/** Names of the surveys whose counts aren't what their responses say. */
async function driftedSurveys({ db }: Call): Promise<string[]> {
  const drifted: string[] = []
  for (const site of await listSites(db, Number.MAX_SAFE_INTEGER)) {
    for (const { id, name } of await listSurveys(db, site.id)) if ((await verifyCounts(db, id)).length > 0) drifted.push(name)
  }
  return drifted
}
