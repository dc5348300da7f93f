import { beforeAll, describe, expect, it } from 'vitest'
import { recounted } from '../support/response-model.ts'
import { tableNames } from './support/everything.ts'
import { db } from './support/shop.ts'
import { prepareTours, tours, unseenOperations } from './support/tours.ts'

const marker = 'told by a later version'

/**
 * While a version is published, the one before it goes on serving for a while, on tables that were migrated already. Migrations only add, so
 * that this worker is that older one here: every table has a column that it doesn't know.
 */
beforeAll(async () => {
  await prepareTours()
  const added = `ADD COLUMN later TEXT NOT NULL DEFAULT '${marker}'`
  const tables = await tableNames({ stored: true })
  await db.batch(tables.map((name) => db.prepare(`ALTER TABLE "${name}" ${added}`)))
})

describe('a worker whose successor has migrated the database', () => {
  it.each(Object.keys(tours))('goes on: %s', async (name) => {
    await tours[name]?.()
  })

  it('answers every operation as documented', async () => {
    expect(await unseenOperations()).toEqual([])
  })

  it('counts as before', async () => {
    const { counted, expected } = await recounted(db)
    expect(counted).toEqual(expected)
  })

  it('would not, had a column been given another name', async () => {
    await db.prepare('ALTER TABLE surveys RENAME COLUMN name TO title').run()
    await expect(tours.reports?.()).rejects.toThrow()
  })
})
