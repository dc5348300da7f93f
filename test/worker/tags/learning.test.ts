import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Learning, Unsure } from '../../../worker/contract/tags.ts'
import { db, json, runScheduled } from '../support/shop.ts'
import {
  anotherSurvey,
  call,
  correct,
  drift,
  feed,
  forgetTags,
  importFile,
  itemOf,
  learning,
  makeTag,
  namesOf,
  openShop,
  said,
  settled,
} from './ground.ts'

beforeAll(openShop)
beforeEach(forgetTags)

const rules = [{ any: ['late'], all: [], not: [] }]
/** Half of them are about delivery, though no rule says so; the other half about the shop itself. */
const couriers = ['driver', 'courier', 'postman', 'doorstep', 'neighbour']
const shops = ['staff', 'till', 'lift', 'window', 'basement']
const comments = Array.from({ length: 60 }, (_, i) => {
  const word = (i % 2 ? shops : couriers)[Math.floor(i / 2) % 5]
  return `The ${word} was ${['rude', 'fine', 'slow', 'odd', 'kind', 'new'][i % 6]} on day ${i}`
})

/** When learning, and tagging the past by what was learned, is over. */
async function learned(): Promise<Learning> {
  await vi.waitFor(async () => expect((await learning()).state).toBe('idle'), { timeout: 20_000, interval: 20 })
  return await learning()
}

/** Comments of which the first 40 were judged; the rest show what was learned. */
async function taught(): Promise<{ survey: string; items: string[] }> {
  const survey = await anotherSurvey()
  const rows = comments.map((comment, i) => JSON.stringify({ id: `${i}`, score: i % 11, comment }))
  await importFile(survey, 'application/x-ndjson', rows.join('\n'))
  const items = await feed({ survey })
  const byText = new Map(items.map(({ comment, id }) => [comment, id]))
  const ids = comments.map((comment) => byText.get(comment) ?? '')
  for (const [i, id] of ids.slice(0, 40).entries()) await correct(id, i % 2 ? [] : ['Delivery'])
  return { survey, items: ids }
}

describe('learning', () => {
  it('gives a tag where no rule does, says how sure it is and by which words, and leaves what was decided by hand', async () => {
    await makeTag({ name: 'Delivery', rules })
    const { survey, items } = await taught()
    expect(await learning()).toMatchObject({ version: 0, corrections: 40, tags: [{ source: 'rules', judged: 0 }] })
    const started = await call('POST', '/api/v1/tags/retrain')
    expect([started.status, (await started.json<Learning>()).state]).toEqual([202, 'running'])
    const { version, corrections, tags } = await learned()
    expect({ version, corrections }).toEqual({ version: 1, corrections: 0 })
    expect(tags).toMatchObject([{ name: 'Delivery', source: 'learned', positives: 20, judged: 40, rulesF1: 0 }])
    expect(tags[0]?.f1).toBeGreaterThan(0.9)
    const rest = await Promise.all(items.slice(40).map(itemOf))
    expect(rest.map((item) => namesOf(item).length)).toEqual(rest.map((_, i) => (i % 2 ? 0 : 1)))
    const [tag] = rest[0]?.tags ?? []
    expect(tag).toMatchObject({ source: 'learned' })
    expect(tag?.confidence).toBeGreaterThan(0.5)
    expect(tag?.because.some((word) => couriers.includes(word))).toBe(true)
    expect((await itemOf(items[0] ?? '')).tags).toMatchObject([{ source: 'manual' }])
    expect(namesOf(await said('The postman again', 2, survey))).toEqual(['Delivery'])
    expect(await drift(survey)).toEqual([])
  })

  it('leaves it to the rules below ten positive corrections', async () => {
    await makeTag({ name: 'Delivery', rules })
    const survey = await anotherSurvey()
    const rows = comments.map((comment, i) =>
      JSON.stringify({ id: `${i}`, comment, tags: i < 18 && i % 2 === 0 ? ['Delivery'] : [] }),
    )
    await importFile(survey, 'application/x-ndjson', rows.join('\n'))
    await call('POST', '/api/v1/tags/retrain')
    expect((await learned()).tags).toMatchObject([{ source: 'rules', positives: 9, judged: 60 }])
  })

  it('begins by itself after ten corrections', async () => {
    await makeTag({ name: 'Delivery', rules })
    const survey = await anotherSurvey()
    const ids = []
    for (let i = 0; i < 10; i++) ids.push((await said(comments[i] ?? '', 5, survey)).id)
    for (const id of ids.slice(0, 9)) await correct(id, [])
    await runScheduled()
    expect((await learning()).version).toBe(0)
    await correct(ids[9] ?? '', [])
    await runScheduled()
    expect(await learned()).toMatchObject({ version: 1, corrections: 0, tags: [{ source: 'rules', judged: 10 }] })
  })

  it('begins by itself after 100 comments with scores, then when there are half as many more', async () => {
    const survey = await anotherSurvey()
    let stored = 0
    const come = async (count: number) => {
      const rows = Array.from({ length: count }, () =>
        JSON.stringify({ id: `${++stored}`, score: stored % 11, comment: `It came ${stored}` }),
      )
      expect((await importFile(survey, 'application/x-ndjson', rows.join('\n'))).status).toBe(200)
      await runScheduled()
      return (await learned()).version
    }
    const known = async () => (await db.prepare('SELECT learned FROM taggers').first<number>('learned')) ?? 0
    expect(await come(99)).toBe(0)
    // The widget's come one by one, and are counted in memory: one minute writes them down, the next learns from them.
    await said('It came at last', 3, survey, { complete: true })
    await runScheduled()
    await runScheduled()
    expect((await learned()).version).toBe(1)
    // Those of other tests are the site's too.
    const first = await known()
    expect(first).toBeGreaterThanOrEqual(100)
    expect(await come(Math.max(100, Math.ceil(first / 2)) - 1)).toBe(1)
    expect(await come(1)).toBe(2)
    const second = await known()
    expect(second).toBe(first + Math.max(100, Math.ceil(first / 2)))
    expect(second).toBeGreaterThan(200)
    expect(await come(Math.ceil(second / 2) - 1)).toBe(2)
    expect(await come(1)).toBe(3)
    const again = JSON.stringify({ id: '1', score: 1, comment: 'It came 1' })
    await importFile(survey, 'application/x-ndjson', again)
    expect(await db.prepare('SELECT scored, learned FROM taggers').first()).toEqual({
      scored: 0,
      learned: second + Math.ceil(second / 2),
    })
  })

  it('can be rolled back, to the rules alone too', async () => {
    await makeTag({ name: 'Delivery', rules })
    const { items } = await taught()
    await call('POST', '/api/v1/tags/retrain')
    await learned()
    expect((await call('POST', '/api/v1/tags/rollback', { version: 7 })).status).toBe(422)
    expect((await call('POST', '/api/v1/tags/rollback', { version: 0 })).status).toBe(200)
    await settled()
    expect(namesOf(await itemOf(items[42] ?? ''))).toEqual([])
    await call('POST', '/api/v1/tags/rollback', { version: 1 })
    await settled()
    expect(namesOf(await itemOf(items[42] ?? ''))).toEqual(['Delivery'])
    expect((await learning()).versions).toMatchObject([{ version: 1, corrections: 40 }])
  })

  it('goes on where it was killed, and comes to the same', async () => {
    await makeTag({ name: 'Delivery', rules })
    await makeTag({ name: 'Shop' })
    await taught()
    await call('POST', '/api/v1/tags/retrain')
    const { tags } = await learned()
    // One tag is done, the other isn't: as after a run that was cut off between them.
    const whole = await db.prepare('SELECT model FROM models').first<string>('model')
    const { tags: parts } = JSON.parse(whole ?? '{}') as { tags: Record<string, object> }
    const [first = ''] = Object.keys(parts)
    const training = { version: 2, corrections: 0, scored: 0, done: { [first]: JSON.stringify(parts[first]) } }
    await db.prepare('UPDATE taggers SET versions = 2, training = ?').bind(JSON.stringify(training)).run()
    await runScheduled()
    expect(await learned()).toMatchObject({ version: 2, tags })
    expect(await db.prepare('SELECT model FROM models WHERE version = 2').first('model')).toBe(whole)
  })
})

describe('what to judge next', () => {
  it('are comments that nobody has judged, the least certain first', async () => {
    const { id } = await makeTag({ name: 'Delivery', rules })
    const { items } = await taught()
    await call('POST', '/api/v1/tags/retrain')
    await learned()
    const { items: unsure } = await json<Unsure>(call('GET', `/api/v1/tags/${id}/unsure`))
    expect(unsure.length).toBe(10)
    const judged = new Set(items.slice(0, 40))
    expect(unsure.filter((item) => judged.has(item.id))).toEqual([])
  })
})
