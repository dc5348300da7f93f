import process from 'node:process'
import { table } from '../support/table.ts'
import { measureCost } from './cost.ts'
import { figuresOf } from './figures.ts'
import { offline } from './offline.ts'
import { type LabelledSet, labelledSets } from './sets.ts'
import type { Subject } from './subject.ts'

/** How many rows of a set's beginning are corrections. The whole of it comes last. */
const counts = [0, 50, 200, 1000]

/**
 * Tags of comments nobody judged, after ever more corrections, compared with what people said of them, and what that costs:
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
