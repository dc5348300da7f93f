import { describe, expect, it } from 'vitest'
import type { Report } from '../../../worker/contract/report.ts'
import { db, json, manage, publishSurvey, respond } from '../support/shop.ts'
import { download, exportNdjson, importFile, questions, shop, survey, textOf } from './ground.ts'

const types = { csv: 'text/csv', ndjson: 'application/x-ndjson' }

/** All a report says of answers, by day and by every dimension, but for where they came from: an import says it is one. */
async function reports(id: string) {
  const all = []
  for (const dimension of ['touchpoint', 'tier', 'source', 'fit']) {
    const {
      survey: _,
      displays,
      sources,
      pooled,
      ...rest
    } = await json<Report>(manage(shop.apiKey, 'GET', `/api/v1/surveys/${id}/report?interval=day&breakdown=${dimension}`))
    all.push(rest)
  }
  return all
}

/** A response's own words, in the order of answering. */
const said = async (id: string) =>
  (await exportNdjson(`?survey=${id}`)).map(
    ({ id: _, externalId, survey, version, source, createdAt, complete, status, ...rest }) => rest,
  )

export function roundTrip(): void {
  describe('an export imported', () => {
    it.each(['csv', 'ndjson'] as const)('into another survey gives the same report: %s', async (ending) => {
      const other = await publishSurvey(shop, { questions, touchpoint: 'delivery' })
      const file = await textOf(await download(ending, `?survey=${survey}`))
      const rows = await exportNdjson()
      const answered = rows.filter((row) => row.score !== null || row.comment !== '' || row.missing || row.fit).length
      expect(answered).toBe(rows.length)
      expect(await importFile(other, types[ending], file)).toMatchObject({ stored: rows.length, duplicates: 0, rejected: 0 })
      expect(await reports(other)).toEqual(await reports(survey))
      const bySaid = (all: object[]) => all.map((one) => normal(one, ending)).sort()
      expect(bySaid(await said(other))).toEqual(bySaid(await said(survey)))

      expect(await importFile(other, types[ending], file)).toMatchObject({ stored: 0, duplicates: rows.length, rejected: 0 })
      expect(await reports(other)).toEqual(await reports(survey))
    })

    it.each(['csv', 'ndjson'] as const)('into its own survey changes nothing: %s', async (ending) => {
      const everything = async () => JSON.stringify((await db.prepare('SELECT * FROM responses ORDER BY id').all()).results)
      const before = await everything()
      const file = await textOf(await download(ending, `?survey=${survey}`))
      expect(await importFile(survey, types[ending], file)).toMatchObject({ stored: 0, duplicates: 24, rejected: 0 })
      expect(await everything()).toBe(before)
    })

    it('keeps the day a response counted in, unless the file can not mean it', async () => {
      const other = await publishSurvey(shop, {})
      const row = (id: number, day: string) => ({ id: `rsp_${id}`, score: 9, answeredAt: '2025-06-01T12:00:00Z', day })
      const lines = [row(1, '2025-05-31'), row(2, '2025-06-02'), row(3, '2025-05-30'), row(4, '31.05.2025')]
      await importFile(other, types.ndjson, lines.map((line) => JSON.stringify(line)).join('\n'))
      const { results } = await db.prepare('SELECT day FROM responses WHERE survey = ? ORDER BY id').bind(other).all()
      expect(results.map(({ day }) => day)).toEqual(['2025-05-31', '2025-06-02', '2025-06-01', '2025-06-01'])
    })

    it.each(['csv', 'ndjson'] as const)('does not bring back what was erased since: %s', async (ending) => {
      const own = await publishSurvey(shop, {})
      for (const score of [0, 9]) await respond(shop, own, { answers: { score } })
      const file = await textOf(await download(ending, `?survey=${own}`))
      const [first] = await exportNdjson(`?survey=${own}`)
      expect((await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${first?.id}`)).status).toBe(204)
      expect(await importFile(own, types[ending], file)).toMatchObject({ stored: 0, duplicates: 2, rejected: 0 })
      expect(await exportNdjson(`?survey=${own}`)).toHaveLength(1)
    })

    it("leaves anybody else's file as it is", async () => {
      const other = await publishSurvey(shop, {})
      await importFile(other, types.csv, `id,score,comment,day,trait.x\nabc,9,'=1,monday,y\n`)
      const [row] = await exportNdjson(`?survey=${other}`)
      expect(row).toMatchObject({ externalId: 'abc', comment: "'=1", 'trait.day': 'monday', 'trait.trait.x': 'y' })
    })
  })
}

/** One text for the same content: CSV knows no numbers or truths among traits, and has an order of its own. */
function normal(row: object, ending: string): string {
  const cells = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(
    cells.map(([name, value]) => [name, ending === 'csv' && name.startsWith('trait.') ? String(value) : value]),
  )
}
