import { performance } from 'node:perf_hooks'
import process from 'node:process'
import type { Product } from '../../support/product.ts'
import { table } from '../support/table.ts'
import type { Api } from './product-site.ts'

const comments = 100_000

/** How fast 100,000 comments that are there already get their tags, with 20 tags in use, and what a model weighs. */
export async function measureSpeed(api: Api, { database }: Product, texts: readonly string[]): Promise<void> {
  const survey = await api.publishSurvey({ name: 'Many', metric: 'nps' })
  await api.importRows(survey, [{ id: 'first', comment: texts[0] ?? '', score: 5 }])
  await fill(database, survey, texts)
  await api.ask('POST', '/api/v1/tags/starter')
  for (let i = 0; i < 9; i++) await api.makeTag({ name: `Idle ${i}`, rules: [{ any: [`nobody${i}`, `says${i}`, `this${i}`] }] })
  await api.settled()
  const start = performance.now()
  await api.makeTag({ name: 'The last', rules: [{ any: ['sound', 'music'] }] })
  await api.settled()
  const seconds = (performance.now() - start) / 1000
  const model = await database.prepare('SELECT max(length(model)) AS bytes FROM models').first<number>('bytes')
  const { n } = (await database.prepare("SELECT count(*) AS n FROM responses WHERE tags <> '[]'").first<{ n: number }>()) ?? {
    n: 0,
  }
  const rows = [
    ['', 'found', 'goal'],
    ['the past tagged anew, comments a second', (comments / seconds).toFixed(0), '5000'],
    ['of them with a tag', String(n), ''],
    ['a site’s model, bytes', String(model), '50000'],
  ]
  process.stdout.write(`\n  ${comments.toLocaleString('en')} comments, 20 tags\n${table(rows)}`)
}

/** Copies of one response with other comments, a second apart, long before everything else. */
async function fill(database: D1Database, survey: string, texts: readonly string[]): Promise<void> {
  const columns = `site, survey, seq, complete, version, score, answers, texts, segment_set, traits, source, day, answered_at, created_at,
                   updated_at, digest, receipt`
  const atOnce = 5_000
  for (let from = 0; from < comments; from += atOnce)
    await database
      .prepare(
        `WITH RECURSIVE number (i) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT i + 1 FROM number WHERE i < ?1 + ${atOnce - 1})
         INSERT INTO responses (id, submission, comment, tagger, ${columns})
         SELECT id - (i + 1000000) * 1048576, 'copy' || i, ?2 ->> ('$[' || (i % CAST(?3 AS INTEGER)) || ']'), (SELECT revision FROM taggers), ${columns}
         FROM responses, number WHERE survey = ?4 AND submission NOT LIKE 'copy%'`,
      )
      .bind(from, JSON.stringify(texts), texts.length, survey)
      .run()
}
