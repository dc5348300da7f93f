import { verifyCounts } from '../../worker/store/recount.ts'
import { listSurveys } from '../../worker/store/surveys.ts'
import { type Command, chosenSite } from './command.ts'

export const recount: Command = {
  usage: '--verify [--site=site_…]',
  does: "counts every survey again from its responses; changes nothing, and fails where a count isn't what the rows say",
  run: async (call) => {
    if (!call.options.has('verify')) throw new Error('recount --verify compares the counts with the responses; it mends nothing')
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
  },
}
