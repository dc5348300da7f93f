/** Rows of a sparse matrix, one after the other: row i has `places` and `values` from `starts[i]` up to `starts[i + 1]`. */
export interface Rows {
  starts: Uint32Array
  /** Columns, below `width`, each at most once a row. */
  places: Uint32Array
  values: Float32Array
  width: number
}

/** What each row is taken to be, how much it counts, and what is believed of it before anything is learned. */
export interface Target {
  /** 1 where the row belongs to the class, 0 where it doesn't. */
  labels: Uint8Array
  /** How much each row counts in the loss; 1 if left out. A row of weight 0 is not learned from. */
  weights?: Float64Array
  /** Log-odds of each row that what is learned is added to: a prior. 0 if left out. */
  offsets?: Float64Array
}

const mostRounds = 100
/** The largest change of a row's share within a round that is let go. The loss is then within a thousandth of the smallest. */
const precise = 0.005

/**
 * Weights of the columns that make the labels likeliest, small ones preferred: of L2-regularised logistic regression, the
 * smallest `|w|^2 / 2 + cost * sum(weight * log(1 + exp(-y (w x + offset))))`, y = 1 or -1.
 *
 * By coordinate descent on its dual (Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and maximum
 * entropy models", Machine Learning 85 (2011)), which needs one pass over the values a round, and few rounds where there are
 * more columns than rows. Each round takes the rows in another order, without which it would hardly come to an end; the orders
 * depend on the count of rows alone, so the same rows give the same weights.
 */
export function fitLogistic(rows: Rows, { labels, weights, offsets }: Target, cost: number): Float64Array {
  const w = new Float64Array(rows.width)
  const visited = Array.from(labels, (_, row) => row)
    .filter((row) => weights?.[row] !== 0)
    .map((row) => ({
      row,
      y: labels[row] ? 1 : -1,
      bound: cost * (weights?.[row] ?? 1),
      offset: offsets?.[row] ?? 0,
      length: squares(rows, row),
      // The row's dual variable over its bound: how far it is from being told rightly.
      share: 0,
    }))
  const shuffle = shuffler()
  for (let round = 0; round < mostRounds; round++) {
    let changed = 0
    shuffle(visited)
    for (const one of visited) {
      const margin = one.y * (scoreOf(rows, one.row, w) + one.offset)
      const share = settle(margin, one.length * one.bound, one.share)
      const step = share - one.share
      add(rows, one.row, w, one.y * one.bound * step)
      one.share = share
      changed = Math.max(changed, Math.abs(step))
    }
    if (changed < precise) break
  }
  return w
}

/** What the weights say of a row, in log-odds, without its offset. */
export function scoreOf({ starts, places, values }: Rows, row: number, w: Float64Array): number {
  const end = starts[row + 1] ?? 0
  let score = 0
  for (let i = starts[row] ?? 0; i < end; i++) score += (w[places[i] ?? 0] ?? 0) * (values[i] ?? 0)
  return score
}

/** The probability of log-odds. */
export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

function add({ starts, places, values }: Rows, row: number, w: Float64Array, times: number) {
  const end = starts[row + 1] ?? 0
  for (let i = starts[row] ?? 0; i < end; i++) {
    const place = places[i] ?? 0
    w[place] = (w[place] ?? 0) + times * (values[i] ?? 0)
  }
}

function squares({ starts, values }: Rows, row: number): number {
  let sum = 0
  for (const value of values.subarray(starts[row], starts[row + 1])) sum += value * value
  return sum
}

/**
 * The share s of one row with all others held: the s for which the margin it leads to, `margin + reach (s - old)`, is the
 * margin it stands for, s = sigmoid(-margin). Newton's method on the margin, whose slope is never below 1, inside a bracket.
 */
function settle(margin: number, reach: number, old: number): number {
  let low = margin - reach * old
  let high = margin + reach * (1 - old)
  let m = margin
  for (let i = 0; i < 20; i++) {
    const share = sigmoid(-m)
    const over = m - margin - reach * (share - old)
    if (Math.abs(over) < 1e-6) break
    if (over > 0) high = m
    else low = m
    const next = m - over / (1 + reach * share * (1 - share))
    m = next > low && next < high ? next : (low + high) / 2
  }
  return sigmoid(-m)
}

/** Brings a list into another order at each call, the same ones each time: Fisher and Yates by a linear congruential generator. */
function shuffler(): <T>(list: T[]) => void {
  let state = 1
  return (list) => {
    for (const [i, moved] of list.entries()) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      const j = Math.floor((state / 2 ** 32) * (i + 1))
      list[i] = list[j] ?? moved
      list[j] = moved
    }
  }
}
