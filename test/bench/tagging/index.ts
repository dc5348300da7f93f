import process from 'node:process'
import { openAccount } from '../../support/account.ts'
import { startProduct } from '../../support/product.ts'
import { table } from '../support/table.ts'
import { measureCost } from './cost.ts'
import { figuresOf } from './figures.ts'
import { offline } from './offline.ts'
import { apiOf } from './product-site.ts'
import { measureSentiment } from './sentiment.ts'
import { type LabelledSet, labelledSets } from './sets.ts'
import { measureSpeed } from './speed.ts'
import type { Subject } from './subject.ts'
import { throughHttp } from './through-http.ts'

/** How many rows of a set's beginning are corrections. The whole of it comes last. */
const counts = [0, 50, 200, 1000]
/** Those of the folder whose comments have ratings. */
const sentimentSets = ['alexa', 'womens_clothing']

/**
 * Tags of comments nobody judged, after ever more corrections, compared with what people said of them, and what that costs, through the product's HTTP API too:
 * `npm run bench -- tagging FOLDER`. See sets.ts for what the folder holds.
 */
export async function tagging([folder]: string[]): Promise<void> {
  if (!folder) {
    process.stdout.write('  skipped: npm run bench -- tagging FOLDER\n')
    return
  }
  const sets = labelledSets(folder)
  await measureTagging(offline, sets)
  measureCost(sets)
  const product = await startProduct({ SETUP_TOKEN: 'bench', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0' })
  try {
    const api = apiOf(product.url, await openAccount(product.url, ['https://shop.example']))
    await measureTagging(throughHttp(api), sets)
    await measureSentiment(api, folder, sentimentSets)
    const texts = sets.flatMap(({ train }) => train.map(({ text }) => text))
    await measureSpeed(api, product, texts.slice(0, 1_000))
  } finally {
    await product.stop()
  }
}

async function measureTagging(subject: Subject, sets: readonly LabelledSet[]): Promise<void> {
  const rows = [['set', 'corrections', 'micro F1', '95 %', 'macro F1', '95 %', 'seconds']]
  for (const set of sets) rows.push(...(await measured(subject, set)))
  process.stdout.write(`  ${subject.name}\n${table(rows)}`)
}

async function measured(subject: Subject, set: LabelledSet): Promise<string[][]> {
  const site = await subject.open(set.tags)
  try {
    const rows: string[][] = []
    let corrected = 0
    for (const count of [...counts.filter((one) => one < set.train.length), set.train.length]) {
      const started = performance.now()
      if (count > corrected) await site.correct(set.train.slice(corrected, count))
      const seconds = (performance.now() - started) / 1000
      corrected = count
      const given = await site.tag(set.test.map(({ text }) => text))
      const { micro, macro, microInterval, macroInterval } = figuresOf(
        set.tags.map(({ name }) => name),
        given,
        set.test.map(({ tags }) => tags),
      )
      process.stderr.write(`  ${subject.name}, ${set.name}: ${count} corrections, ${seconds.toFixed(0)} s\n`)
      rows.push([
        set.name,
        String(count),
        shown(micro),
        microInterval.map(shown).join(' to '),
        shown(macro),
        macroInterval.map(shown).join(' to '),
        seconds.toFixed(1),
      ])
    }
    return rows
  } finally {
    await site.close()
  }
}

const shown = (value: number) => value.toFixed(3)
