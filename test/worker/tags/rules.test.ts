import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RulesPreview, Tag } from '../../../worker/contract/tags.ts'
import { db, runScheduled } from '../support/shop.ts'
import { changedTags } from './changed.ts'
import {
  anotherSurvey,
  call,
  correct,
  drift,
  feed,
  forgetTags,
  itemOf,
  late,
  makeTag,
  namesOf,
  openShop,
  report,
  said,
  settled,
  survey,
  tags,
} from './ground.ts'

beforeAll(openShop)
beforeEach(forgetTags)

changedTags()

describe('a tag', () => {
  it('is given to what is said after it was made, with the words that decided', async () => {
    await makeTag({ name: 'Delivery', rules: [late] })
    const { tags: given } = await said('It was LATE again, and the box torn')
    expect(given).toMatchObject([{ name: 'Delivery', source: 'rule', confidence: 1, because: ['LATE'] }])
    expect(namesOf(await said('A lovely jacket'))).toEqual([])
  })

  it('is given to what was said before, in the background', async () => {
    const { id } = await said('My parcel didn’t arrive')
    await makeTag({ name: 'Delivery', rules: [late] })
    await settled()
    expect((await itemOf(id)).tags).toMatchObject([{ name: 'Delivery', source: 'rule', because: ['didn’t arrive'] }])
  })

  it('goes with a rule that is taken away, and a comment taken back', async () => {
    const tag = await makeTag({ name: 'Delivery', rules: [late] })
    const submission = crypto.randomUUID()
    const { id } = await said('late', 3, survey, { submission, seq: 1 })
    expect(namesOf(await itemOf(id))).toEqual(['Delivery'])
    await said('on time', 3, survey, { submission, seq: 2 })
    expect(namesOf(await itemOf(id))).toEqual([])
    const other = await said('late')
    await call('PATCH', `/api/v1/tags/${tag.id}`, { rules: [] })
    await settled()
    expect(namesOf(await itemOf(other.id))).toEqual([])
  })

  it('has a name no other has, and a colour', async () => {
    const first = await makeTag({ name: '  Größe   und Passform ' })
    expect(first).toMatchObject({ name: 'Größe und Passform', rules: [], archived: false, description: '' })
    expect((await makeTag({ name: 'Price' })).colour).not.toBe(first.colour)
    expect((await call('POST', '/api/v1/tags', { name: 'GRÖSSE UND PASSFORM'.replace('SS', 'ß') })).status).toBe(409)
    expect((await call('PATCH', `/api/v1/tags/${first.id}`, { name: 'price' })).status).toBe(409)
    expect((await call('PATCH', `/api/v1/tags/${first.id}`, { name: 'Fit', colour: 'teal' })).status).toBe(200)
    expect((await tags()).tags.map(({ name, colour }) => [name, colour])[0]).toEqual(['Fit', 'teal'])
  })

  it.each([
    ['no name', { name: ' \u200b ' }],
    ['a comma in its name', { name: 'late, slow' }],
    ['a long name', { name: 'x'.repeat(61) }],
    ['a regular expression', { name: 'x', rules: [{ any: ['(a+)+$'] }] }],
    ['nothing to look for', { name: 'x', rules: [{ any: ['…'] }] }],
    ['a rule of nothing but "not"', { name: 'x', rules: [{ not: ['late'] }] }],
    ['too many phrases', { name: 'x', rules: [{ any: Array.from({ length: 501 }, (_, i) => `word${i}`) }] }],
    ['an unknown colour', { name: 'x', colour: 'beige' }],
  ])('is refused with %s', async (_what, tag) => {
    const refused = await call('POST', '/api/v1/tags', tag)
    expect(refused.status).toBe(422)
    expect((await refused.json<{ errors: unknown[] }>()).errors.length).toBeGreaterThan(0)
  })

  it('is one of 100 at most', async () => {
    const { tags: before } = await tags()
    await db.batch(
      Array.from({ length: 100 - before.length }, (_, i) =>
        db
          .prepare(
            `INSERT INTO tags SELECT 'tag_many' || ?1, id, 'many ' || ?1, 'many ' || ?1, 'red', '', '[]', 1, NULL, NULL FROM sites`,
          )
          .bind(i),
      ),
    )
    const refused = await call('POST', '/api/v1/tags', { name: 'one more' })
    expect([refused.status, (await refused.json<{ detail: string }>()).detail]).toEqual([409, 'a site has at most 100 tags'])
  })
})

describe('what was decided by hand', () => {
  it('is never overwritten by rules, and a tag made later may still be given', async () => {
    const tag = await makeTag({ name: 'Delivery', rules: [late] })
    await makeTag({ name: 'Packaging' })
    const { id } = await said('late, and the box torn')
    expect(namesOf(await (await correct(id, ['packaging'])).json())).toEqual(['Packaging'])
    await call('PATCH', `/api/v1/tags/${tag.id}`, { rules: [late, { any: ['torn'] }] })
    await makeTag({ name: 'Box', rules: [{ any: ['box'], all: [], not: [] }] })
    await settled()
    expect((await itemOf(id)).tags).toMatchObject([
      { name: 'Packaging', source: 'manual', because: [] },
      { name: 'Box', source: 'rule' },
    ])
  })

  it('stays when the shopper changes the comment, and the rules see the new one', async () => {
    await makeTag({ name: 'Delivery', rules: [late] })
    await makeTag({ name: 'Price', rules: [{ any: ['expensive'], all: [], not: [] }] })
    const submission = crypto.randomUUID()
    const { id } = await said('late', 3, survey, { submission, seq: 1 })
    await call('POST', '/api/v1/responses/tags', { responses: [id], remove: ['Delivery'] })
    await said('late and expensive', 3, survey, { submission, seq: 2 })
    await runScheduled()
    expect(namesOf(await itemOf(id))).toEqual(['Price'])
  })

  it('can be said of many at once, and other tags stay', async () => {
    await makeTag({ name: 'Delivery', rules: [late] })
    await makeTag({ name: 'Call back' })
    const ids = [(await said('late')).id, (await said('fine')).id]
    const done = await call('POST', '/api/v1/responses/tags', { responses: ids, add: ['Call back'] })
    expect([done.status, await done.json()]).toEqual([200, { changed: 2 }])
    expect(await Promise.all(ids.map(async (id) => namesOf(await itemOf(id))))).toEqual([
      ['Delivery', 'Call back'],
      ['Call back'],
    ])
  })

  it('is refused for a tag or a response that is not there, and then nothing is changed', async () => {
    await makeTag({ name: 'Delivery' })
    const { id } = await said('fine')
    const refused = await correct(id, ['Delivery', 'Delivrey'])
    expect([refused.status, (await refused.json<{ errors: { pointer: string }[] }>()).errors[0]?.pointer]).toEqual([
      422,
      '/tags/1',
    ])
    const many = { responses: [id, 'rsp_zzzzzzzzzz'], add: ['Delivery'] }
    expect((await call('POST', '/api/v1/responses/tags', many)).status).toBe(404)
    expect(namesOf(await itemOf(id))).toEqual([])
  })
})

describe('a preview says', () => {
  it('how many comments the rules would tag, and what that changes', async () => {
    const tag = await makeTag({ name: 'Delivery', rules: [late] })
    await db.prepare("UPDATE responses SET comment = '' WHERE comment <> ''").run()
    const [kept, gone, hand] = [await said('late, so late'), await said("It didn't arrive"), await said('too slow')]
    await said('slow, but fine')
    await correct(hand.id, ['Delivery'])
    const rules = [{ any: ['late', 'slow'] }]
    const preview = await (await call('POST', '/api/v1/tags/preview', { rules, tag: tag.id })).json<RulesPreview>()
    expect(preview).toMatchObject({ matched: 3, of: 4, added: 1, removed: 1 })
    expect(preview.samples.map(({ response, change }) => [response, change])).toContainEqual([gone.id, 'removed'])
    expect(preview.samples.find(({ response }) => response === kept.id)?.marks).toEqual([
      [0, 4],
      [9, 13],
    ])
    expect(namesOf(await itemOf(gone.id))).toEqual(['Delivery'])
  })
})

describe('by tag', () => {
  it('the feed is filtered, and reports are counted, with rows that overlap', async () => {
    const of = await anotherSurvey()
    await makeTag({ name: 'Delivery', rules: [late] })
    await makeTag({ name: 'Price', rules: [{ any: ['expensive'], all: [], not: [] }] })
    await said('late', 2, of, { context: { touchpoint: 'cart' } })
    await said('late and expensive', 10, of, { context: { touchpoint: 'delivery' } })
    await said('expensive', null, of)
    await said('lovely', 9, of)
    expect((await feed({ survey: of, tag: 'delivery' })).map(({ score }) => score)).toEqual([10, 2])
    expect((await call('GET', '/api/v1/responses?tag=nothing')).status).toBe(422)
    const { breakdown, overlapping } = await report(of, '&breakdown=tag')
    expect(overlapping).toBe(true)
    expect(breakdown).toMatchObject([
      { value: 'Delivery', n: 2, score: 0, mentions: 2 },
      { value: 'Price', n: 1, score: 100, mentions: 2 },
    ])
    expect((await report(of, '&tag=Delivery')).total).toMatchObject({ n: 2, promoters: 1, detractors: 1 })
    const cart = await report(of, '&tag=Delivery&segment.touchpoint=cart')
    expect([cart.total.n, cart.tag, cart.displays.responseRate]).toEqual([1, 'Delivery', null])
    expect((await report(of, '&tag=Delivery&breakdown=touchpoint')).breakdown?.map(({ value, n }) => [value, n])).toEqual([
      ['cart', 1],
      ['delivery', 1],
    ])
    expect((await report(of)).total.n).toBe(3)
    expect(await drift(of)).toEqual([])
  })
})

describe('a comment written by an isolate that has not heard of the newest tags', () => {
  it('is tagged by the job', async () => {
    await makeTag({ name: 'Delivery', rules: [late] })
    await settled()
    await said('late')
    // Another isolate changes the tags: this one keeps what it has read.
    await db.prepare('UPDATE taggers SET revision = revision + 1').run()
    await db.prepare(`UPDATE tags SET rules = '[{"any":["slow"],"all":[],"not":[]}]'`).run()
    const { id, tags: given } = await said('slow')
    expect(given).toEqual([])
    await runScheduled()
    expect(namesOf(await itemOf(id))).toEqual(['Delivery'])
    expect(await db.prepare('SELECT count(*) AS n FROM untagged').first('n')).toBe(0)
  })
})

describe('the tags to begin with', () => {
  it('are made once, but for names that are taken', async () => {
    await makeTag({ name: 'delivery' })
    const { tags: offered } = await (await call('GET', '/api/v1/tags/starter')).json<{ tags: { name: string }[] }>()
    const added = await (await call('POST', '/api/v1/tags/starter')).json<{ tags: Tag[] }>()
    expect(added.tags.map(({ name }) => name)).toEqual([
      'delivery',
      ...offered.map(({ name }) => name).filter((name) => name !== 'Delivery'),
    ])
    expect((await call('POST', '/api/v1/tags/starter')).status).toBe(200)
    expect((await tags()).tags.length).toBe(added.tags.length)
    expect(namesOf(await said('Die Rücksendung war kompliziert'))).toEqual(['Returns'])
  })
})
