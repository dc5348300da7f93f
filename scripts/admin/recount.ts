import { dayAfter } from '../../worker/domain/stretch.ts'
import { verifyCounts } from '../../worker/store/recount.ts'
import { repairCounts } from '../../worker/store/recount-cells.ts'
import { compareStretch, nextStretch, stretchRows } from '../../worker/store/recounts.ts'
import { listSurveys } from '../../worker/store/surveys.ts'
import { type Call, type Command, chosenSite, type Result } from './command.ts'

export const recount: Command = {
  usage: '--verify | --repair [--site=site_…]',
  does: "counts every survey again from its responses, and fails where a count isn't what the rows say; --repair mends it, --verify changes nothing",
  run: async (call) => {
    if (call.options.has('repair')) return await repair(call)
    if (call.options.has('verify')) return await verify(call)
    throw new Error('recount --verify compares the counts with the responses, recount --repair mends them too')
  },
}

async function verify(call: Call): Promise<Result> {
  const site = await chosenSite(call)
  const surveys = await listSurveys(call.db, site.id)
  const results = await Promise.all(
    surveys.map(async ({ id, name }) => ({ survey: id, name, drift: await verifyCounts(call.db, id) })),
  )
  const drifted = results.some(({ drift }) => drift.length > 0)
  const lines = results.map(({ name, drift }) =>
    [
      `${name}: ${drift.length === 0 ? 'exact' : `${drift.length} cells differ`}`,
      ...drift.map((d) => `  ${d.cell}: ${d.counted}, rows say ${d.rows}`),
    ].join('\n'),
  )
  return { data: { results }, text: lines.join('\n') || 'no surveys', failed: drifted }
}

/** What the nightly job does, at once and for one site. */
async function repair(call: Call): Promise<Result> {
  const site = await chosenSite(call)
  const results = []
  for (const { id, name } of await listSurveys(call.db, site.id)) {
    let cells = 0
    for (let from: string | undefined = ''; from !== undefined; ) {
      const stretch = await nextStretch(call.db, id, from, stretchRows)
      const compared = await compareStretch(call.db, stretch)
      if (compared.wrong.length > 0) cells += await repairCounts(call.db, compared.stretch, call.now)
      from = dayAfter(stretch)
    }
    results.push({ survey: id, name, repaired: cells })
  }
  const lines = results.map(({ name, repaired }) => `${name}: ${repaired === 0 ? 'exact' : `${repaired} cells repaired`}`)
  return { data: { results }, text: lines.join('\n') || 'no surveys' }
}
