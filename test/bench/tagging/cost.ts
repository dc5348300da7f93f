import process from 'node:process'
import { corpusOf } from '../../../worker/domain/tagging/corpus.ts'
import { learnTag } from '../../../worker/domain/tagging/learn.ts'
import { roomFor, type TagModel } from '../../../worker/domain/tagging/model.ts'
import { scorerOf } from '../../../worker/domain/tagging/score.ts'
import { readWords } from '../../../worker/domain/words/reading.ts'
import type { LabelledSet } from './sets.ts'

const tags = 20
const corrections = 1000
const length = 300

/** What learning and tagging take: 20 tags, 1,000 corrections, comments of 300 characters made of those of the sets. */
export function measureCost(sets: readonly LabelledSet[]): void {
  const texts = long(sets.flatMap(({ train }) => train.map(({ text }) => text)))
  const readings = texts.slice(0, corrections).map((text) => readWords(text))
  const started = performance.now()
  const corpus = corpusOf(readings, [])
  const read = performance.now() - started
  const models = new Map<string, TagModel>()
  const slices = frequentWords(readings).map((word) => {
    const labels = Uint8Array.from(readings, ({ tokens }) => Number(tokens.some((token) => token.word === word)))
    const since = performance.now()
    const { model } = learnTag(corpus, new Uint8Array(labels.length), labels, roomFor(tags).tag)
    if (model) models.set(word, model)
    return performance.now() - since
  })
  const stored = JSON.stringify([...models])
  const parsing = performance.now()
  const scorer = scorerOf(new Map(JSON.parse(stored) as [string, TagModel][]))
  const parsed = performance.now() - parsing
  const times = texts.map((text) => {
    const reading = readWords(text)
    const since = performance.now()
    scorer.score(reading, new Set())
    return performance.now() - since
  })
  const lines = [
    `learning one tag of ${corrections} corrections   at most ${Math.max(...slices).toFixed(0)} ms, and ${read.toFixed(0)} ms for all to read them`,
    `${models.size} models                           ${stored.length} bytes, ready in ${parsed.toFixed(1)} ms`,
    `scoring a comment                    median ${micros(times, 0.5)}, 95th percentile ${micros(times, 0.95)}`,
  ]
  process.stdout.write(`  ${tags} tags, comments of ${length} characters\n${lines.map((line) => `  ${line}\n`).join('')}`)
}

/** Texts of 300 characters, of as many short ones as it takes. */
function long(texts: readonly string[]): string[] {
  const made: string[] = []
  let current = ''
  for (const text of texts) {
    current += ` ${text}`
    if (current.length < length) continue
    made.push(current.slice(1, length + 1))
    current = ''
  }
  return made
}

/** Words that stand in a tenth to a third of the comments: something to learn. */
function frequentWords(readings: readonly { tokens: readonly { word: string }[] }[]): string[] {
  const counts = new Map<string, number>()
  for (const { tokens } of readings)
    for (const word of new Set(tokens.map((token) => token.word))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n > readings.length / 20 && n < readings.length / 3)
    .map(([word]) => word)
    .slice(0, tags)
}

function micros(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b)
  return `${(1000 * (sorted[Math.floor(share * sorted.length)] ?? 0)).toFixed(0)} µs`
}
