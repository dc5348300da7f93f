import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { whole } from '../support/whole.ts'
import { counting, prepareGround, seed } from './support/counting.ts'
import { type Ground, listTriggers } from './support/recounted.ts'
import { db } from './support/shop.ts'

const histories = whole ? 5_000 : 60

let ground: Ground
let triggers: Awaited<ReturnType<typeof listTriggers>>

beforeAll(async () => {
  ground = await prepareGround()
  triggers = await listTriggers()
})

const property = counting(() => ground)

describe('the counts', () => {
  it(`equal a recount from the rows, every change beats, and every status is the contract's, in ${histories} random histories`, async () => {
    await fc.assert(property, { seed, numRuns: histories })
  }, 1_800_000)
})

describe('the property notices', () => {
  afterEach(async () => {
    for (const { name, sql } of triggers) await recreate(name, sql)
  })

  it(`${whole ? 'every trigger' : 'some triggers'} missing on responses`, async () => {
    // Histories know one isolate: what another writes with an older tagger is tested beside the tags (tags/rules.test.ts). Nor do they
    // have personal links, cases, deliveries and firings, which hold no count (links.test.ts, erasures.test.ts).
    const uncounted = ['link', 'cases', 'deliveries', 'firings'].map((what) => `responses_delete_${what}`)
    const elsewhere = ['responses_insert_untagged', ...uncounted]
    const here = triggers.filter(({ name }) => name.startsWith('responses_') && !elsewhere.includes(name))
    for (const { name, sql } of here.filter(chosen)) {
      await db.prepare(`DROP TRIGGER ${name}`).run()
      expect(await fails(), `${name} is missing and nobody notices`).toBe(true)
      await recreate(name, sql)
    }
  }, 1_800_000)

  it('a broken trigger', async () => {
    const broken: [name: string, from: string, to: string][] = [
      ['responses_update_score', 'n = n - 1', 'n = n - 2'],
      ['responses_update_score', 'NEW.score IS NOT NULL AND NEW.test = 0', 'NEW.score IS NOT NULL'],
      ['responses_update_score', 'segment_set IN (0, OLD.segment_set)', 'segment_set = 0'],
      ['responses_update_tags', 'OLD.score, OLD.day, OLD.segment_set, OLD.tags', 'NEW.score, OLD.day, OLD.segment_set, OLD.tags'],
      ['responses_delete_tags', "coalesce(CAST(OLD.score AS TEXT), '') AND n > 1", 'CAST(OLD.score AS TEXT) AND n > 1'],
      ['responses_delete_answers', 'n = n - 1', 'n = n'],
      ['responses_update_answers', 'OLD.day, OLD.test, OLD.quarantined)', 'OLD.day, OLD.test, NEW.quarantined)'],
      ['responses_update_display', 'completed = completed - OLD.complete', 'completed = completed'],
      ['responses_insert_display', "NEW.source = 'widget' AND", ''],
      ['responses_update_pulse', 'SELECT OLD.site, OLD.survey UNION SELECT NEW.site, NEW.survey', 'SELECT NEW.site, NEW.survey'],
    ]
    for (const [name, from, to] of broken.filter(chosen)) {
      const sql = triggers.find((trigger) => trigger.name === name)?.sql ?? ''
      expect(sql).toContain(from)
      await recreate(name, sql.replaceAll(from, to))
      expect(await fails(), `${name} with "${to}" and nobody notices`).toBe(true)
      await recreate(name, sql)
    }
  }, 1_800_000)
})

/** All of what may be broken, or some of it. */
const chosen = (_: unknown, i: number) => whole || i % 4 === 0

async function recreate(name: string, sql: string): Promise<void> {
  await db.batch([db.prepare(`DROP TRIGGER IF EXISTS ${name}`), db.prepare(sql)])
}

/** Whether one of a few hundred histories fails; the first will do. */
async function fails(): Promise<boolean> {
  return (await fc.check(property, { seed, numRuns: 300, endOnFailure: true })).failed
}
