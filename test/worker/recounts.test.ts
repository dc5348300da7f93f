import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { recountAll } from '../../worker/jobs/recount.ts'
import { openDb } from '../../worker/store/db.ts'
import { faultyDb } from '../support/faulty-db.ts'
import { recounted } from '../support/response-model.ts'
import { whole } from '../support/whole.ts'
import { prepareGround, seed } from './support/counting.ts'
import { history } from './support/events.ts'
import { play } from './support/history.ts'
import type { Ground } from './support/recounted.ts'
import { db, respond, runScheduled } from './support/shop.ts'

const histories = whole ? 2_000 : 40
const day = 24 * 60 * 60_000
const night = Date.parse('2026-11-24T03:00:00Z')

let ground: Ground
const log = { lines: [] as string[] }

beforeAll(async () => {
  ground = await prepareGround()
})
beforeEach(async () => {
  await forget()
  log.lines = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void log.lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

const forget = () => db.batch(['recounts', 'recount_findings', 'leases'].map((table) => db.prepare(`DELETE FROM ${table}`)))
const newest = () => db.prepare('SELECT * FROM recounts ORDER BY begun_at DESC').first<Record<string, number | string | null>>()
const found = async () => await db.prepare('SELECT coalesce(sum(cells), 0) AS n FROM recount_findings').first<number>('n')

/** Runs of the job, as many as it takes. */
async function recountWhole(now = night, rows = 20_000, binding = env.DB): Promise<void> {
  for (let run = 0; run < 200; run++) {
    await recountAll(openDb(binding), now + run, Number.POSITIVE_INFINITY, rows)
    if ((await newest())?.ended_at !== null) return
  }
  throw new Error('a recount comes to no end')
}

async function differs(): Promise<boolean> {
  const { counted, expected } = await recounted(db)
  return JSON.stringify(counted) !== JSON.stringify(expected)
}

/** Changes of the counts that no response makes. `which` chooses among the cells there are. */
const drifts: Record<string, (which: number) => Promise<unknown>> = {
  edited: (which) =>
    change('UPDATE answer_counts SET n = n + 3 WHERE (question, day, segment_set, answer) = (?1, ?2, ?3, ?4)', which),
  deleted: (which) => change('DELETE FROM answer_counts WHERE (question, day, segment_set, answer) = (?1, ?2, ?3, ?4)', which),
  added: (which) =>
    db
      .prepare("INSERT INTO answer_counts VALUES (?1, ?2, ?3, ?4, '2', 5) ON CONFLICT DO UPDATE SET n = n + 5")
      .bind(
        ground.surveys[which % 2],
        ['score', 'nobody-asks', 'tag:gone'][which % 3],
        which % 2 ? '2019-03-04' : '2026-11-23',
        which % 4,
      )
      .run(),
  'shown beside': (which) =>
    db
      .prepare(
        'INSERT INTO display_counts (survey, day, segment_set, responses) VALUES (?1, ?2, 7, 2) ON CONFLICT DO UPDATE SET responses = 9',
      )
      .bind(ground.surveys[which % 2], which % 2 ? '2019-03-04' : '2026-11-23')
      .run(),
  'shown less': () => db.prepare('UPDATE display_counts SET responses = 0, completed = completed + 1').run(),
}

async function change(sql: string, which: number): Promise<void> {
  const { results } = await db
    .prepare('SELECT * FROM answer_counts ORDER BY 1, 2, 3, 4, 5')
    .all<Record<string, string | number>>()
  const cell = results[which % results.length]
  if (cell)
    await db.prepare(`${sql} AND survey = ?5`).bind(cell.question, cell.day, cell.segment_set, cell.answer, cell.survey).run()
}

const drifting = fc.array(fc.tuple(fc.constantFrom(...Object.keys(drifts)), fc.nat(50)), { minLength: 0, maxLength: 4 })
const property = (binding = env.DB) =>
  fc.asyncProperty(history, drifting, fc.constantFrom(1, 3, 20_000), async (events, changes, rows) => {
    // Rows whose day isn't one of their time are looked for where a survey is compared at once, and there alone.
    const natural = events.every((event) => event.do !== 'copy' && !(event.do === 'edit' && event.column === 'day'))
    // One shopper plays all histories: nobody is to think that they stuff a ballot.
    await db.prepare("UPDATE outcomes SET visitors = '', texts = ''").run()
    await play(ground, events, async () => {
      await forget()
      for (const [kind, which] of changes) await drifts[kind]?.(which)
      const drifted = await differs()
      await recountWhole(night, natural ? rows : 20_000, binding)
      if ((await found()) === 0 && drifted) throw new Error('the drift was not found')
      if ((await found()) !== 0 && changes.length === 0) throw new Error('drift was found where none is')
    })
  })

describe('the recount', () => {
  it(`makes the counts what the responses say, after ${histories} random histories with random drift`, async () => {
    await fc.assert(property(), { seed, numRuns: histories })
  }, 1_800_000)

  it.each([
    ['AND test = 0 AND quarantined = 0)', ')'],
    ["score IS NOT NULL AND source <> 'widget'", 'score IS NOT NULL'],
    [
      "'', n FROM alike_answers, json_each(answers) AS q WHERE q.type = 'array'",
      "'', n FROM alike_answers, json_each(answers) AS q WHERE false",
    ],
    ["WHERE source = 'widget')", ')'],
    ['WHERE said > 0', 'WHERE said > 1'],
    ['n, completed, 0, 0', 'n, n, 0, 0'],
    ["coalesce(CAST(score AS TEXT), ''), n FROM alike_tags", "coalesce(CAST(score AS TEXT), ''), 1 FROM alike_tags"],
  ])(
    'would be caught with %s as %s',
    async (from, to) => {
      let seen = false
      const mutated = new Proxy(env.DB, {
        get(target, name) {
          if (name !== 'prepare') return Reflect.get(target, name).bind(target)
          return (sql: string) => {
            seen ||= sql.includes(from)
            return target.prepare(sql.replaceAll(from, to))
          }
        },
      })
      const { failed } = await fc.check(property(mutated), { seed, numRuns: 300, endOnFailure: true })
      expect([seen, failed]).toEqual([true, true])
    },
    600_000,
  )
})

describe('a night', () => {
  beforeAll(async () => {
    for (let n = 0; n < 6; n++) await say(n)
  })

  const say = async (n: number, survey = ground.surveys[n % 2] ?? '') =>
    expect((await respond(ground.shop, survey, { answers: { score: n % 11, missing: ['price'], why: 'good' } })).status).toBe(201)
  /** Two cells of one survey and one of the other. */
  async function drift(): Promise<number> {
    const [one, other] = ground.surveys
    await db.batch([
      db.prepare("UPDATE answer_counts SET n = n + 3 WHERE survey = ? AND question = 'missing' AND answer = 'price'").bind(one),
      db.prepare("DELETE FROM answer_counts WHERE survey = ? AND question = 'missing' AND answer = ''").bind(one),
      db.prepare("INSERT INTO answer_counts VALUES (?, 'score', '2020-01-01', 0, '4', 1)").bind(other),
    ])
    expect(await differs()).toBe(true)
    return 3
  }

  it('says what was wrong, by day, as an alarm in the log, and says nothing where nothing is', async () => {
    await recountWhole()
    expect(await newest()).toMatchObject({ looked: 2, night: '2026-11-24', ended_at: expect.any(Number) })
    expect([await found(), log.lines]).toEqual([0, []])
    const cells = await drift()
    await recountWhole(night + day)
    expect([await differs(), await found()]).toEqual([false, cells])
    const lines = log.lines.map((line) => JSON.parse(line))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({ level: 'error', what: 'counts were not what the responses say, and are repaired' })
    expect(lines.map(({ error }) => error.replace(/.*: /, '')).sort()).toEqual([
      expect.stringMatching(/^1 cells of 1 days, 2020-01-01/),
      expect.stringMatching(/^2 cells of 1 days/),
    ])
  })

  it('is worked once, goes on in the next minute, and a night that was missed is made up for', async () => {
    await recountWhole()
    const first = await newest()
    await recountAll(openDb(env.DB), night + 12 * 60 * 60_000, Number.POSITIVE_INFINITY)
    expect(await newest()).toEqual(first)
    // No time is left: nothing is begun.
    await recountAll(openDb(env.DB), night + 3 * day, 0)
    await recountAll(openDb(env.DB), night + 4 * day, Number.POSITIVE_INFINITY)
    expect(await newest()).toMatchObject({ night: '2026-11-28', ended_at: expect.any(Number) })
    expect(await db.prepare('SELECT count(*) AS n FROM recounts').first('n')).toBe(2)
  })

  it('leaves what is more than a night may read to the next one', async () => {
    await recountAll(openDb(env.DB), night, 0)
    await db.prepare("INSERT INTO recounts (begun_at, night, spent) VALUES (?, '2026-11-24', 3000000)").bind(night).run()
    await recountAll(openDb(env.DB), night + 1, Number.POSITIVE_INFINITY)
    expect(await newest()).toMatchObject({ ended_at: null, survey: '', spent: 3_000_000 })
    await recountAll(openDb(env.DB), night + day, Number.POSITIVE_INFINITY)
    expect(await newest()).toMatchObject({ begun_at: night, ended_at: night + day, night: '2026-11-25' })
  })

  it('that is killed at any call, before it is done or after, comes to the same', async () => {
    const unharmed = faultyDb(env.DB)
    await drift()
    await recountWhole(night, 20_000, unharmed.db)
    const calls = unharmed.calls()
    for (let call = 1; call <= calls; call++)
      for (const when of ['before', 'after'] as const) {
        await forget()
        const cells = await drift()
        const faulty = faultyDb(env.DB, { call, when, error: 'no such thing' })
        await recountWhole(night, 20_000, faulty.db).catch((error) => expect(String(error)).toContain('no such thing'))
        await recountWhole(night)
        expect([await differs(), await found(), (await newest())?.looked], `call ${call} ${when}`).toEqual([false, cells, 2])
      }
    expect(calls).toBeGreaterThan(10)
  })

  it('that runs twice at once is as one', async () => {
    const cells = await drift()
    await Promise.all([recountWhole(), recountWhole(night + 1)])
    expect([await differs(), await found(), (await newest())?.looked]).toEqual([false, cells, 2])
    expect(await db.prepare('SELECT count(*) AS n FROM recounts').first('n')).toBe(1)
    await forget()
    await drift()
    await Promise.all([runScheduled(), runScheduled()])
    await runScheduled()
    expect([await differs(), await found(), (await newest())?.looked]).toEqual([false, cells, 2])
  })

  /** A binding that has an answer arrive before each of its calls. */
  const busy = (binding: D1Database): D1Database => {
    let n = 0
    const arriving = faultyDb(binding)
    return new Proxy(arriving.db, {
      get(target, name) {
        if (name !== 'batch') return Reflect.get(target, name)
        return async (statements: D1PreparedStatement[]) => {
          await Promise.all([say(n++), say(n++)])
          const [results] = await Promise.all([target.batch(statements), say(n++), say(n++)])
          return results
        }
      },
    })
  }

  it('loses and doubles no answer that comes meanwhile', async () => {
    for (let i = 0; i < 10; i++) {
      await forget()
      const cells = await drift()
      await recountWhole(night, 20_000, busy(env.DB))
      expect([await differs(), await found()]).toEqual([false, cells])
    }
  })

  it('would, were a repair not one transaction', async () => {
    await drift()
    let n = 0
    const between = new Proxy(env.DB, {
      get(target, name) {
        if (name !== 'batch') return Reflect.get(target, name).bind(target)
        return async (statements: D1PreparedStatement[]) => {
          const results = []
          for (const statement of statements) {
            results.push(await statement.all())
            await Promise.all([say(n++), say(n++)])
          }
          return results
        }
      },
    })
    const failed = await recountWhole(night, 20_000, between).then(
      () => differs(),
      () => true,
    )
    expect(failed).toBe(true)
    await forget()
    await recountWhole()
    expect(await differs()).toBe(false)
  })
})
