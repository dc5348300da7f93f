import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { seeded } from '../../../scripts/sample/random.ts'
import { openDb } from '../../../worker/store/db.ts'
import { tagPast } from '../../../worker/tagger/past.ts'
import { db } from '../support/shop.ts'
import { anotherSurvey, drift, feed, forgetTags, importFile, makeTag, openShop, settled, shop } from './ground.ts'

beforeAll(openShop)
beforeEach(forgetTags)

/** A database that is lost now and then, before or after it has done what it was asked. */
function failing(random: () => number): D1Database {
  return new Proxy(env.DB, {
    get(target, name) {
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
