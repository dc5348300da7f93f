import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { table } from '../support/table.ts'
import { figuresOf } from './figures.ts'
import type { Api } from './product-site.ts'

const sentiments = ['positive', 'neutral', 'negative']
const counts = [0, 1000]

interface Rated {
  text: string
  rating: number
}

/** Sentiment from words alone: comments with their ratings are what a site learns from, those to be judged have theirs hidden. */
export async function measureSentiment(api: Api, folder: string, sets: readonly string[]): Promise<void> {
  const rows = [['set', 'scored', 'macro F1', '95 %', 'not told']]
  for (const set of sets) {
    const [train, test] = [ratedIn(join(folder, `${set}.train.jsonl`)), ratedIn(join(folder, `${set}.test.jsonl`))]
    for (const count of [...counts.filter((one) => one < train.length), train.length]) {
      const survey = await api.publishSurvey({ name: `${set} ${count}`, metric: 'csat' })
      const takeBack = await api.importRows(
        survey,
        train.slice(0, count).map(({ text, rating }, i) => ({ id: `${i}`, comment: text, score: rating })),
      )
      await api.retrain()
      await api.importRows(
        survey,
        test.map(({ text }, i) => ({ id: `test-${i}`, comment: text })),
      )
      const stored = await api.responsesOf(survey)
      const given = test.map((_, i) => stored.get(`test-${i}`)?.sentiment ?? null)
      const { macro, macroInterval } = figuresOf(
        sentiments,
        // Praise and blame together are neither: the sets call that neutral.
        given.map((one) => (one === null ? [] : [one === 'mixed' ? 'neutral' : one])),
        test.map(({ rating }) => [rating > 3 ? 'positive' : rating < 3 ? 'negative' : 'neutral']),
      )
      const blank = given.filter((one) => one === null).length
      rows.push([set, String(count), macro.toFixed(3), macroInterval.map((of) => of.toFixed(3)).join(' to '), String(blank)])
      process.stderr.write(`  sentiment, ${set}: ${count} scored\n`)
      // What is learned is the site's, so the next count must not find these.
      await takeBack()
    }
  }
  process.stdout.write(`\n  sentiment, words alone\n${table(rows)}`)
}

function ratedIn(file: string): Rated[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Rated)
}
