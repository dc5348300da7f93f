import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Example, GivenTag } from './subject.ts'

/** Labelled comments: the rows to learn from in their order, and those to be tagged. */
export interface LabelledSet {
  name: string
  tags: GivenTag[]
  train: Example[]
  test: Example[]
}

/**
 * The sets that `rules.json` of the folder has phrases for, `{SET: {TAG: [phrase]}}`, beside it `SET.train.jsonl` and
 * `SET.test.jsonl` of `{"text", "tags"}` lines. A tag without phrases is left out, and its rows stay.
 */
export function labelledSets(folder: string): LabelledSet[] {
  const rules = JSON.parse(readFileSync(join(folder, 'rules.json'), 'utf8')) as Record<string, Record<string, string[]>>
  return Object.entries(rules).map(([name, of]) => ({
    name,
    tags: Object.entries(of)
      .filter(([, phrases]) => phrases.length > 0)
      .map(([tag, phrases]) => ({ name: tag, phrases })),
    train: linesOf(join(folder, `${name}.train.jsonl`)),
    test: linesOf(join(folder, `${name}.test.jsonl`)),
  }))
}

function linesOf(file: string): Example[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { text, tags } = JSON.parse(line) as { text: string; tags: string[] | null }
    return { text, tags: tags ?? [] }
  })
}
