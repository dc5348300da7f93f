import { createHash, type Hash } from 'node:crypto'
import { quoted, rows, type Table } from './schema.ts'

/** Rows of one query: of the longest answers some 10 MB. */
const pageRows = 200

export type Value = string | number | null

/** A table's rows as lines of JSON, an array of its columns' values each, in the order of its key; never more than a page at once. */
export async function* linesOf(d1: D1Database, { name, columns, key }: Table): AsyncGenerator<string> {
  const keys = key.map((column, i) => `${quoted(column)} AS ${quoted(`key ${i}`)}`)
  const selected = [...columns.map(quoted), ...keys].join(', ')
  const order = key.map(quoted).join(', ')
  const beyond = `(${order}) > (${key.map((_, i) => `?${i + 1}`).join(', ')})`
  let last: Value[] | undefined
  for (;;) {
    const page = await rows<Record<string, Value>>(
      d1,
      `SELECT ${selected} FROM ${quoted(name)} ${last ? `WHERE ${beyond}` : ''} ORDER BY ${order} LIMIT ${pageRows}`,
      ...(last ?? []),
    )
    for (const row of page) yield JSON.stringify(columns.map((column) => row[column]))
    const end = page.at(-1)
    if (!end || page.length < pageRows) return
    last = key.map((_, i) => end[`key ${i}`] ?? null)
  }
}

/** How many rows there are, and SHA-256 over their lines, each with its newline. */
export interface Sum {
  rows: number
  sha256: string
}

/** Adds up lines as they pass. */
export class Adder {
  #rows = 0
  readonly #hash: Hash = createHash('sha256')

  add(line: string): void {
    this.#rows++
    this.#hash.update(`${line}\n`)
  }

  sum(): Sum {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') }
  }
}

/** What a table holds now. */
export async function sumOf(d1: D1Database, table: Table): Promise<Sum> {
  const adder = new Adder()
  for await (const line of linesOf(d1, table)) adder.add(line)
  return adder.sum()
}
