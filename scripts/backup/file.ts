// The file of a backup: gzip of one line of JSON after the other. First what the database is made of, then each table's name and rows, at
// last how many rows each has and their checksum: a file without that line was broken off.
import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { pipeline as piped } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Adder, linesOf, type Sum } from './rows.ts'
import { type DatabaseSchema, readSchema } from './schema.ts'

export interface Head {
  earshot: 'backup'
  format: 1
  /** When it was begun, ISO 8601. */
  at: string
  schema: DatabaseSchema
}

/** By the table's name. */
export type Sums = Record<string, Sum>

/**
 * Writes a database into a file; of `only`, where it is given, these tables alone. All that was stored when it was begun is in it, of what
 * comes meanwhile some may be. What is there under the name stays until the new file is whole.
 */
export async function writeBackup(
  d1: D1Database,
  path: string,
  { now, only }: { now: number; only?: readonly string[] },
): Promise<Sums> {
  const schema = await readSchema(d1)
  const tables = schema.tables.filter(({ name }) => !only || only.includes(name))
  const sums: Sums = {}
  async function* lines() {
    const head: Head = { earshot: 'backup', format: 1, at: new Date(now).toISOString(), schema: { ...schema, tables } }
    yield `${JSON.stringify(head)}\n`
    for (const table of tables) {
      yield `${JSON.stringify({ table: table.name })}\n`
      const adder = new Adder()
      for await (const line of linesOf(d1, table)) {
        adder.add(line)
        yield `${line}\n`
      }
      sums[table.name] = adder.sum()
    }
    yield `${JSON.stringify({ sums })}\n`
  }
  const part = `${path}.part`
  try {
    await piped(Readable.from(lines()), createGzip(), createWriteStream(part, { flush: true }))
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  return sums
}

/** A file that was read from end to end and is what was written. */
export interface Whole {
  head: Head
  sums: Sums
}

/** Reads a file from end to end. Throws, in a sentence, where it is no backup, was broken off or isn't what was written. */
export async function verifyFile(path: string): Promise<Whole> {
  let head: Head | undefined
  let sums: Sums | undefined
  const found: Sums = {}
  let name = ''
  let adder = new Adder()
  const end = () => {
    if (name !== '') found[name] = adder.sum()
  }
  for await (const line of linesIn(path)) {
    if (sums) throw new Error(`${path} goes on after its end`)
    if (!head) {
      head = readHead(path, line)
    } else if (line.startsWith('[')) {
      adder.add(line)
    } else {
      end()
      const mark = parse<{ table?: string; sums?: Sums }>(path, line)
      adder = new Adder()
      name = mark.table ?? ''
      sums = mark.sums
    }
  }
  if (!head) throw new Error(`${path} is empty`)
  if (!sums) throw new Error(`${path} was broken off: its last line is missing`)
  for (const table of head.schema.tables) {
    const [said, is] = [sums[table.name], found[table.name]]
    if (!said || !is || said.rows !== is.rows || said.sha256 !== is.sha256)
      throw new Error(`${path} is damaged: its table ${table.name} is not what was written`)
  }
  return { head, sums }
}

/** The rows of a file that was verified, as lines of JSON, each with its table's name. */
export async function* rowsIn(path: string): AsyncGenerator<{ table: string; line: string }> {
  let name = ''
  for await (const line of linesIn(path)) {
    if (line.startsWith('[')) yield { table: name, line }
    else name = parse<{ table?: string }>(path, line).table ?? ''
  }
}

function readHead(path: string, line: string): Head {
  const head = parse<Partial<Head>>(path, line)
  if (head.earshot !== 'backup') throw new Error(`${path} is no backup of Earshot`)
  if (head.format !== 1) throw new Error(`${path} was written by a newer Earshot`)
  return head as Head
}

function parse<Line>(path: string, line: string): Line {
  try {
    return JSON.parse(line) as Line
  } catch {
    throw new Error(`${path} is no backup of Earshot, or damaged`)
  }
}

/** Only a newline ends a line: JSON leaves the other ends of lines as they are, which Node's readline would split at. */
async function* linesIn(path: string): AsyncGenerator<string> {
  // An error of the file's reaches whoever reads what was unpacked.
  const unpacked = pipeline(createReadStream(path), createGunzip(), () => {}).setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of unpacked as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    throw new Error(`${path} could not be read: ${error instanceof Error ? error.message : error}`)
  }
  if (rest !== '') throw new Error(`${path} was broken off within a line`)
}
