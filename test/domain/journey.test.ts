import { describe, expect, test } from 'vitest'
import { journeyOf, stepNameOf, type Tile, weakestLink } from '../../dashboard/models/journey.ts'
import { idOfName, placesOf } from '../../dashboard/models/places.ts'
import { total } from '../../worker/domain/metrics.ts'

/** A survey of the touchpoint, with so many answers of each score. */
function tile(touchpoint: string, metric: 'nps' | 'csat' | 'ces', given: Record<number, number>): Tile {
  const points = { nps: 11, csat: 5, ces: 7 }[metric]
  const scale: [number, number] = metric === 'nps' ? [0, 10] : [1, points]
  const days = { from: '2026-10-01', to: '2026-10-31' }
  const displays = { shown: 0, started: 0, completed: 0, dismissed: 0, responses: 0, responseRate: null }
  const histogram = new Map(Object.entries(given).map(([score, n]) => [Number(score), n]))
  return {
    survey: { id: `srv_${touchpoint}`, name: touchpoint, touchpoint, state: 'live' },
    report: {
      ...{ survey: `srv_${touchpoint}`, metric, scale, timeZone: 'UTC', ...days, displays },
      ...{
        total: total({ metric, points }, histogram),
        sources: {},
        series: [],
        marks: [],
        notes: [],
        goal: null,
        questions: {},
        outlook: null,
      },
    },
  }
}

const names = (tiles: Tile[]) => tiles.map(({ survey }) => survey.touchpoint)

const places = [
  { id: 'cart', name: 'Basket' },
  { id: 'product', name: 'Product page' },
  { id: 'order-success', name: 'Thank you' },
]

describe('the order of a journey', () => {
  test('is the site’s own, whatever order the surveys were made in', () => {
    const made = ['order-success', 'product', 'cart'].map((name) => tile(name, 'nps', { 9: 40 }))
    expect(names(journeyOf(made, places))).toEqual(['cart', 'product', 'order-success'])
    expect(names(journeyOf(made, places.toReversed()))).toEqual(['order-success', 'product', 'cart'])
  })

  test('a touchpoint that isn’t placed comes after, the oldest first; one without a name or without a score is no part of it', () => {
    const nameless = tile('', 'nps', { 9: 40 })
    const words = tile('search', 'nps', {})
    const comments: Tile = { ...words, report: { ...words.report, metric: 'none', scale: null } }
    const newestFirst = [
      tile('vip-evening', 'nps', { 9: 40 }),
      tile('atelier', 'nps', { 9: 40 }),
      nameless,
      comments,
      tile('cart', 'ces', { 6: 40 }),
    ]
    expect(names(journeyOf(newestFirst, places))).toEqual(['cart', 'atelier', 'vip-evening'])
    expect(names(journeyOf(newestFirst, []))).toEqual(['cart', 'atelier', 'vip-evening'])
  })
})

test('a step is called by its touchpoint’s name, and by its survey too where several ask there', () => {
  const [cart, first, second] = [tile('cart', 'ces', {}), tile('after_delivery', 'nps', {}), tile('after_delivery', 'csat', {})]
  const journey = [cart, first, { ...second, survey: { ...second.survey, name: 'In the parcel' } }]
  expect(journey.map((step) => stepNameOf(step, journey, places))).toEqual([
    'Basket',
    'after delivery, after_delivery',
    'after delivery, In the parcel',
  ])
})

test('a touchpoint that surveys stand on without being placed is offered after the others, once', () => {
  expect(placesOf(places, ['gift-wrapping', '', 'cart', 'gift-wrapping']).map(({ name }) => name)).toEqual([
    'Basket',
    'Product page',
    'Thank you',
    'gift wrapping',
  ])
})

test.each([
  ['Gift wrapping', 'gift-wrapping'],
  ['  Über uns! ', 'uber-uns'],
  ['3. Mahnung', '3-mahnung'],
  ['礼物', ''],
  ['x'.repeat(80), 'x'.repeat(64)],
])('pages say “%s” as %s', (name, id) => {
  expect(idOfName(name)).toBe(id)
})

describe('the weakest link', () => {
  const good = tile('delivery', 'csat', { 5: 180, 2: 20 })
  const bad = tile('cart', 'csat', { 5: 100, 2: 100 })

  test('is told where its interval ends beneath where every other one begins', () => {
    expect(weakestLink([good, bad])).toEqual({ kind: 'weakest', tile: bad, mixed: false })
  })

  test('is not told where intervals overlap: the rivals are named', () => {
    const near = tile('support', 'csat', { 5: 105, 2: 95 })
    expect(weakestLink([good, near, bad])).toEqual({ kind: 'unclear', tile: bad, rivals: [near], mixed: false })
  })

  test('says when different questions are placed on their own scales', () => {
    const effort = tile('cart', 'ces', { 2: 60, 3: 40 })
    expect(weakestLink([good, effort])).toEqual({ kind: 'weakest', tile: effort, mixed: true })
  })

  test('needs two touchpoints with 30 answers each', () => {
    const few = tile('cart', 'csat', { 1: 29 })
    expect(weakestLink([good, few])).toEqual({ kind: 'few' })
    expect(weakestLink([good, tile('cart', 'csat', { 1: 30 })]).kind).toBe('weakest')
    expect(weakestLink([])).toEqual({ kind: 'few' })
  })
})
