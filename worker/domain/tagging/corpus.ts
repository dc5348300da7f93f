import { featuresOf } from '../learning/features.ts'
import type { Rows } from '../learning/logistic.ts'
import type { Reading } from '../words/reading.ts'

/** Every row begins with these two columns. The constant is small, so that what all rows share is learned as surely as the rest. */
export const constantColumn = 0
export const constantValue = 0.5
export const ruleColumn = 1
export const firstFeature = 2

/** Comments as the learner reads them. The same for all tags, but for the column of the rule. */
export interface Corpus {
  rows: Rows
  /** The feature of each column, from the third on. */
  keys: number[]
}

/** The features of comments as rows, beside them a constant and a place for the rule. `fits` has for each the tags whose rules fit. */
export function corpusOf(readings: readonly Reading[], fits: readonly { keys(): Iterable<string> }[]): Corpus {
  const columns = new Map<number, number>()
  const starts: number[] = [0]
  const places: number[] = []
  const values: number[] = []
  for (const [i, reading] of readings.entries()) {
    places.push(constantColumn, ruleColumn)
    values.push(constantValue, 0)
    for (const [key, value] of featuresOf(reading, fits[i]?.keys())) {
      let column = columns.get(key)
      if (column === undefined) {
        column = firstFeature + columns.size
        columns.set(key, column)
      }
      places.push(column)
      values.push(value)
    }
    starts.push(places.length)
  }
  const rows: Rows = {
    starts: Uint32Array.from(starts),
    places: Uint32Array.from(places),
    values: Float32Array.from(values),
    width: firstFeature + columns.size,
  }
  return { rows, keys: [...columns.keys()] }
}

/** Those rows that a tag was judged on, with what its rules say of them. */
export function rowsOf({ rows }: Corpus, chosen: readonly number[], hits: ArrayLike<number>): Rows {
  const starts = new Uint32Array(chosen.length + 1)
  for (const [i, row] of chosen.entries()) {
    starts[i + 1] = (starts[i] ?? 0) + (rows.starts[row + 1] ?? 0) - (rows.starts[row] ?? 0)
  }
  const places = new Uint32Array(starts[chosen.length] ?? 0)
  const values = new Float32Array(places.length)
  for (const [i, row] of chosen.entries()) {
    const to = starts[i] ?? 0
    places.set(rows.places.subarray(rows.starts[row], rows.starts[row + 1]), to)
    values.set(rows.values.subarray(rows.starts[row], rows.starts[row + 1]), to)
    values[to + ruleColumn] = hits[row] ? 1 : 0
  }
  return { starts, places, values, width: rows.width }
}

/** The same rows without the values of those columns that aren't kept. */
export function withColumns({ starts, places, values, width }: Rows, kept: Uint8Array): Rows {
  const narrow = {
    starts: new Uint32Array(starts.length),
    places: new Uint32Array(places.length),
    values: new Float32Array(values.length),
  }
  let end = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    const last = starts[row + 1] ?? 0
    for (let i = starts[row] ?? 0; i < last; i++) {
      const place = places[i] ?? 0
      if (!kept[place]) continue
      narrow.places[end] = place
      narrow.values[end++] = values[i] ?? 0
    }
    narrow.starts[row + 1] = end
  }
  return { ...narrow, width }
}
