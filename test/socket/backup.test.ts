import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyFile, writeBackup } from '../../scripts/backup/file.ts'
import { restore } from '../../scripts/backup/restore.ts'
import { rows } from '../../scripts/backup/schema.ts'
import { openEmbedded } from '../../scripts/lib/d1.ts'
import { migrateEmbedded } from '../../scripts/lib/database.ts'
import { run } from '../../scripts/lib/run.ts'
import { verifyCounts } from '../../worker/store/recount.ts'
import { faultyDb } from '../support/faulty-db.ts'
import { whole } from '../support/whole.ts'

const folder = mkdtempSync(join(tmpdir(), 'earshot-backup-'))
const shop = join(folder, 'shop')
const file = join(folder, 'monday.ndjson.gz')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The admin command on a database, in a process of its own. */
async function admin(stateDir: string, ...words: string[]): Promise<{ code: number; output: string }> {
  return await run(process.execPath, ['scripts/admin.ts', ...words], { env: { STATE_DIR: stateDir } })
}

async function answered<T>(stateDir: string, ...words: string[]): Promise<T> {
  const { code, output } = await admin(stateDir, ...words, '--json')
  expect(code, output).toBe(0)
  return JSON.parse(output.slice(output.indexOf('{'))) as T
}

async function on<T>(stateDir: string, act: (d1: D1Database) => Promise<T>): Promise<T> {
  const { db, close } = await openEmbedded(stateDir)
  try {
    return await act(db.d1)
  } finally {
    await close()
  }
}

/** A database's checksums, table by table, by the way of a backup. */
const sumsOf = (d1: D1Database) => writeBackup(d1, join(folder, 'compared.ndjson.gz'), { now: Date.now() })

/** How many rows of any table have a text in any column. */
async function traces(d1: D1Database, text: string): Promise<string[]> {
  const copy = join(folder, 'searched.ndjson.gz')
  await writeBackup(d1, copy, { now: Date.now() })
  return gunzipSync(readFileSync(copy))
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('[') && line.includes(text))
}

beforeAll(async () => {
  // The demo has rows in nearly every table.
  await migrateEmbedded(shop, () => {})
  const { code, output } = await run(process.execPath, ['scripts/demo.ts'], { env: { STATE_DIR: shop } })
  expect(code, output).toBe(0)
  await answered(shop, 'backup', file)
}, 240_000)

describe('a backup', () => {
  it('put into an empty database is the same, table by table, with what is found by words and exact counts', async () => {
    const again = join(folder, 'again')
    const { rows: put, drifted } = await answered<{ rows: Record<string, number>; drifted: string[] }>(again, 'restore', file)
    expect(put.responses).toBeGreaterThan(1_000)
    expect(drifted).toEqual([])
    const search = `SELECT rowid FROM verbatims WHERE verbatims MATCH 'delivery' ORDER BY rowid`
    const all = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name"
    const look = async (d1: D1Database) => ({
      sums: await sumsOf(d1),
      found: (await rows<{ rowid: number }>(d1, search)).map(({ rowid }) => rowid),
      made: await rows(d1, all),
    })
    const before = await on(shop, look)
    const after = await on(again, look)
    expect(after).toEqual(before)
    expect(after.found.length).toBeGreaterThan(10)
  }, 240_000)

  it('goes into no database that holds a shop, nor does a file that is none, was cut off or altered; nothing changes', async () => {
    const before = await on(shop, sumsOf)
    expect(await admin(shop, 'restore', file)).toMatchObject({ code: 1, output: expect.stringContaining('holds a shop') })
    const told = async (name: string, bytes: Buffer | string) => {
      writeFileSync(join(folder, name), bytes)
      return await verifyFile(join(folder, name)).then(
        () => '',
        (error: Error) => error.message,
      )
    }
    const bytes = readFileSync(file)
    const lines = gunzipSync(bytes).toString().split('\n')
    expect(await told('cut', bytes.subarray(0, bytes.length - 100))).toContain('could not be read')
    expect(await told('short', gzipSync(`${lines.slice(0, -2).join('\n')}\n`))).toContain('was broken off')
    expect(await told('altered', gzipSync(lines.join('\n').replace('Order success', 'Order succeeds')))).toContain(
      'not what was written',
    )
    expect(await told('other', gzipSync('{"name":"x"}\n'))).toContain('no backup')
    expect(await told('text', 'Dear diary')).toContain('could not be read')
    expect(await told('empty', gzipSync(''))).toContain('empty')
    expect(await on(shop, sumsOf)).toEqual(before)
  }, 240_000)

  it('that is broken off at any statement serves nobody, and goes in whole the next time', async () => {
    const half = join(folder, 'half')
    const wanted = await on(shop, sumsOf)
    await on(half, async (d1) => {
      const undisturbed = faultyDb(d1)
      await restore(undisturbed.db, file)
      const all = undisturbed.calls()
      const steps = whole ? 60 : 4
      for (let i = 1; i < steps; i++) {
        // As though the one before had been broken off at its last statement: what is there is no shop's loss.
        await d1.batch([
          d1.prepare('CREATE TABLE IF NOT EXISTS restoring (begun_at INTEGER NOT NULL) STRICT'),
          d1.prepare('DROP TABLE IF EXISTS d1_migrations'),
        ])
        const { db } = faultyDb(d1, { call: Math.floor((all * i) / steps), when: 'before', error: 'the power is out' })
        await expect(restore(db, file)).rejects.toThrow('the power is out')
        expect(await rows(d1, "SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'")).toEqual([])
      }
      await restore(d1, file)
      expect(await sumsOf(d1)).toEqual(wanted)
    })
  }, 600_000)

  it('brings back nobody who was erased since, once the ledger is applied', async () => {
    const now = join(folder, 'now')
    cpSync(shop, now, { recursive: true })
    const [known] = await on(now, (d1) =>
      rows<{ id: string }>(
        d1,
        `SELECT customers.id FROM customers JOIN responses ON responses.site = customers.site AND respondent = customers.id
         JOIN customer_orders ON customer = customers.id LIMIT 1`,
      ),
    )
    const person = known?.id ?? ''
    const [last] = await on(now, (d1) =>
      rows<{ submission: string }>(d1, `SELECT submission FROM responses WHERE respondent = '' AND comment <> '' LIMIT 1`),
    )
    const submission = last?.submission ?? ''
    expect((await on(now, (d1) => traces(d1, person))).length).toBeGreaterThan(2)
    for (const who of [person, submission]) await answered(now, 'erase', `--person=${who}`)
    const ledger = join(folder, 'ledger.ndjson.gz')
    await answered(now, 'backup', ledger, '--erasures')

    const back = join(folder, 'back')
    await answered(back, 'restore', file)
    expect((await on(back, (d1) => traces(d1, person))).length).toBeGreaterThan(2)
    const done = await answered<{ responses: number; people: number }>(back, 'reapply-erasures', ledger)
    expect(done.people).toBe(1)
    expect(done.responses).toBeGreaterThan(1)
    await on(back, async (d1) => {
      expect([await traces(d1, person), await traces(d1, submission)]).toEqual([[], []])
    })
    expect(await answered(back, 'reapply-erasures', ledger)).toMatchObject({ responses: 0, people: 0 })
    const { db, close } = await openEmbedded(back)
    const surveys = await db.query.selectFrom('surveys').select('id').execute()
    for (const { id } of surveys) expect(await verifyCounts(db, id)).toEqual([])
    await close()
    expect(await admin(back, 'restore', ledger)).toMatchObject({ code: 1 })
  }, 240_000)
})
