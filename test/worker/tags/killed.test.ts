import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { seeded } from '../../../scripts/sample/random.ts'
import { openDb } from '../../../worker/store/db.ts'
import { beginTraining } from '../../../worker/store/models.ts'
import { learn } from '../../../worker/tagger/learn.ts'
import { tagPast } from '../../../worker/tagger/past.ts'
import { db } from '../support/shop.ts'
import { anotherSurvey, drift, feed, forgetTags, importFile, makeTag, openShop, settled, shop } from './ground.ts'

beforeAll(openShop)
beforeEach(forgetTags)

/** A database that is lost now and then, before or after it has done what it was asked. */
function failing(random: () => number): D1Database {
  return new Proxy(env.DB, {
    get(target, name) {
      if (name === 'prepare') {
        return (statement: string) => {
          if (random() < 0.1) throw new Error('lost before')
          return target.prepare(statement)
        }
      }
      if (name !== 'batch') return Reflect.get(target, name).bind(target)
      return async (statements: D1PreparedStatement[]) => {
        const fate = random()
        if (fate < 0.15) throw new Error('lost before')
        const results = await target.batch(statements)
        if (fate > 0.85) throw new Error('lost after')
        return results
      }
    },
  })
}

it.each([1, 2, 3, 4])('tagging the past is killed at random and comes to the same, with exact counts (%i)', async (seed) => {
  const survey = await anotherSurvey()
  const words = ['late', 'slow', 'lovely', 'late and slow']
  const rows = Array.from({ length: 250 }, (_, i) => JSON.stringify({ id: `${i}`, score: i % 11, comment: words[i % 4] }))
  expect((await importFile(survey, 'application/x-ndjson', rows.join('\n'))).status).toBe(200)
  await makeTag({ name: 'Delivery' })
  await settled()
  await db.prepare(`UPDATE tags SET rules = '[{"any":["late"],"all":[],"not":[]}]'`).run()
  await db.prepare("UPDATE taggers SET revision = revision + 1, survey = '', below = NULL, done = 0").run()

  const lost = openDb(failing(seeded(seed, 'killed')))
  let killed = 0
  const isDone = async () => (await db.prepare('SELECT survey FROM taggers').first('survey')) === null
  while (!(await isDone())) await tagPast(lost, shop.site.id, Date.now() + 1_000, 40).catch(() => killed++)
  expect(killed).toBeGreaterThan(0)
  const late = (await feed({ survey, tag: 'Delivery' })).map(({ comment }) => comment)
  expect([late.length, late.every((comment) => comment.startsWith('late'))]).toEqual([125, true])
  expect(await drift(survey)).toEqual([])
})

it.each([1, 2, 3])('learning is killed at random, between any two slices, and comes to the same model (%i)', async (seed) => {
  await makeTag({ name: 'Delivery' })
  const survey = await anotherSurvey()
  const words = ['grotted and late', 'middlish', 'zorbly', 'zorbly and late']
  const rows = Array.from({ length: 120 }, (_, i) => {
    const score = [i % 7, 7 + (i % 2), 9, 10][i % 4]
    return JSON.stringify({
      id: `${i}`,
      score,
      comment: `It was ${words[i % 4]} for the order`,
      tags: i % 4 === 0 ? ['Delivery'] : [],
    })
  })
  expect((await importFile(survey, 'application/x-ndjson', rows.join('\n'))).status).toBe(200)
  await settled()
  const modelOf = (version: number) =>
    db.prepare('SELECT model FROM models WHERE version = ?').bind(version).first<string>('model')
  await beginTraining(openDb(env.DB), shop.site.id)
  expect(await learn(openDb(env.DB), shop.site.id, Date.now() + 60_000)).toBe(true)
  const whole = await modelOf(1)
  expect(JSON.parse(whole ?? 'null')).toMatchObject({ sentiment: { shift: expect.anything() } })

  await beginTraining(openDb(env.DB), shop.site.id)
  const lost = openDb(failing(seeded(seed, 'learning')))
  const stages = new Set<string>()
  let killed = 0
  const isDone = async () => {
    const training = await db.prepare('SELECT training FROM taggers').first<string>('training')
    if (training) stages.add(Object.keys(JSON.parse(training).done).join())
    return !training
  }
  while (!(await isDone())) await learn(lost, shop.site.id, Date.now() + 60_000).catch(() => killed++)
  expect(killed).toBeGreaterThan(0)
  expect(stages.size).toBeGreaterThan(1)
  expect(await modelOf(2)).toBe(whole)
  await tagPast(openDb(env.DB), shop.site.id, Date.now() + 60_000)
})

it('a run that has no time left begins no slice', async () => {
  const open = openDb(env.DB)
  await beginTraining(open, shop.site.id)
  expect(await learn(open, shop.site.id, Date.now())).toBe(false)
  expect(JSON.parse((await db.prepare('SELECT training FROM taggers').first<string>('training')) ?? '')).toMatchObject({
    done: {},
  })
})
