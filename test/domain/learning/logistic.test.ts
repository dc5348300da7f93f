import { describe, expect, it } from 'vitest'
import { seeded } from '../../../scripts/sample/random.ts'
import { fitLogistic, type Rows, scoreOf, sigmoid, type Target } from '../../../worker/domain/learning/logistic.ts'

/** Random sparse rows whose class depends on two of the columns, with some wrong labels. */
function drawn(count: number, width: number): { rows: Rows; target: Required<Target> } {
  const random = seeded(5, 'logistic')
  const places: number[] = []
  const values: number[] = []
  const starts = [0]
  const target = { labels: new Uint8Array(count), weights: new Float64Array(count), offsets: new Float64Array(count) }
  for (let row = 0; row < count; row++) {
    const columns = new Set(Array.from({ length: 8 }, () => Math.floor(random() ** 2 * width)))
    for (const column of columns) {
      places.push(column)
      values.push(0.2 + random())
    }
    starts.push(places.length)
    target.labels[row] = Number((columns.has(1) || columns.has(4)) !== random() < 0.1)
    target.weights[row] = row % 7 === 0 ? 0 : 0.5 + random()
    target.offsets[row] = random() - 0.5
  }
  const rows = { starts: Uint32Array.from(starts), places: Uint32Array.from(places), values: Float32Array.from(values), width }
  return { rows, target }
}

/** The largest component of the objective's gradient: 0 where it is smallest. */
function slope(rows: Rows, target: Required<Target>, cost: number, w: Float64Array): number {
  const gradient = Float64Array.from(w)
  for (const [row, label] of target.labels.entries()) {
    const y = label ? 1 : -1
    const margin = y * (scoreOf(rows, row, w) + (target.offsets[row] ?? 0))
    const pull = y * cost * (target.weights[row] ?? 1) * sigmoid(-margin)
    for (let i = rows.starts[row] ?? 0; i < (rows.starts[row + 1] ?? 0); i++) {
      const place = rows.places[i] ?? 0
      gradient[place] = (gradient[place] ?? 0) - pull * (rows.values[i] ?? 0)
    }
  }
  return Math.max(...gradient.map(Math.abs))
}

describe('logistic regression', () => {
  it.each([0.1, 1, 10])('stands where no weight could be moved to say the labels better, at cost %d', (cost) => {
    const { rows, target } = drawn(300, 120)
    const w = fitLogistic(rows, target, cost)
    expect(slope(rows, target, cost, w)).toBeLessThan(0.02 * slope(rows, target, cost, new Float64Array(120)))
  })

  it('finds the columns that decide', () => {
    const { rows, target } = drawn(300, 120)
    const w = [...fitLogistic(rows, target, 1)]
    const largest = w.map((weight, column) => ({ weight, column })).sort((a, b) => b.weight - a.weight)
    expect(largest.slice(0, 2).map(({ column }) => column)).toEqual(expect.arrayContaining([1, 4]))
  })

  it('gives the same weights for the same rows', () => {
    const { rows, target } = drawn(100, 50)
    expect(fitLogistic(rows, target, 1)).toEqual(fitLogistic(rows, target, 1))
  })

  it('learns nothing from rows of weight 0', () => {
    const { rows, target } = drawn(100, 50)
    const turned = target.labels.map((label, row) => (target.weights[row] === 0 ? 1 - label : label))
    expect(turned).not.toEqual(target.labels)
    expect(fitLogistic(rows, { ...target, labels: turned }, 1)).toEqual(fitLogistic(rows, target, 1))
  })

  it('counts a row of weight 2 as two rows', () => {
    const once: Rows = {
      starts: Uint32Array.of(0, 1, 2),
      places: Uint32Array.of(0, 0),
      values: Float32Array.of(1, 0.5),
      width: 1,
    }
    const twice: Rows = {
      starts: Uint32Array.of(0, 1, 2, 3),
      places: Uint32Array.of(0, 0, 0),
      values: Float32Array.of(1, 0.5, 0.5),
      width: 1,
    }
    const [weighted] = fitLogistic(once, { labels: Uint8Array.of(1, 0), weights: Float64Array.of(1, 2) }, 1)
    const [repeated] = fitLogistic(twice, { labels: Uint8Array.of(1, 0, 0) }, 1)
    expect(weighted).toBeCloseTo(repeated ?? Number.NaN, 2)
  })

  it('asks less of the columns where the prior says it already', () => {
    const one: Rows = { starts: Uint32Array.of(0, 1), places: Uint32Array.of(0), values: Float32Array.of(1), width: 1 }
    const [without] = fitLogistic(one, { labels: Uint8Array.of(1) }, 1)
    const [told] = fitLogistic(one, { labels: Uint8Array.of(1), offsets: Float64Array.of(3) }, 1)
    // w = sigmoid(-w) and w = sigmoid(-w - 3).
    expect(without).toBeCloseTo(0.4011, 2)
    expect(told).toBeCloseTo(0.0453, 2)
  })

  it('says nothing where there is nothing to learn from', () => {
    const none: Rows = { starts: Uint32Array.of(0), places: new Uint32Array(0), values: new Float32Array(0), width: 3 }
    expect(fitLogistic(none, { labels: new Uint8Array(0) }, 1)).toEqual(new Float64Array(3))
    const empty: Rows = { ...none, starts: Uint32Array.of(0, 0) }
    expect(fitLogistic(empty, { labels: Uint8Array.of(1) }, 1)).toEqual(new Float64Array(3))
  })
})
