import { sigmoid } from './logistic.ts'

/** How often something was given rightly, given wrongly, and not given where it belonged. */
export interface Tally {
  right: number
  wrong: number
  missed: number
}

/** What was given compared with what belongs, both by row, 0 or 1. */
export function tally(given: ArrayLike<number>, labels: Uint8Array): Tally {
  let [right, wrong, missed] = [0, 0, 0]
  for (const [row, label] of labels.entries()) {
    if (given[row]) label ? right++ : wrong++
    else missed += label
  }
  return { right, wrong, missed }
}

/** The harmonic mean of precision and recall; null where nothing was given and nothing belongs. */
export const f1 = ({ right, wrong, missed }: Tally) => ratio(2 * right, 2 * right + wrong + missed)
/** Of what was given, the share that is right; null where nothing was given. */
export const precision = ({ right, wrong }: Tally) => ratio(right, right + wrong)
/** Of what belongs, the share that was given; null where nothing belongs. */
export const recall = ({ right, missed }: Tally) => ratio(right, right + missed)

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole)

/** Log-odds x become calibrated ones, `slope x + shift`. */
export interface Calibration {
  slope: number
  shift: number
}

/** How many rows the belief is worth that log-odds are calibrated as they are. */
const belief = 2
const steps = 30

/**
 * Log-odds stretched and shifted so that of those said to be 70 % likely 70 % are so (Platt, "Probabilistic outputs for support
 * vector machines", 1999), judged by rows that were held out when the log-odds were learned. Newton's method.
 */
export function calibrate(odds: Float64Array, labels: Uint8Array): Calibration {
  let [slope, shift] = [1, 0]
  for (let i = 0; i < steps; i++) {
    let [toSlope, toShift] = [belief * (slope - 1), belief * shift]
    let [slopes, both, shifts] = [belief, 0, belief]
    for (const [row, x] of odds.entries()) {
      const p = sigmoid(slope * x + shift)
      const off = p - (labels[row] ?? 0)
      const bend = p * (1 - p)
      toSlope += off * x
      toShift += off
      slopes += bend * x * x
      both += bend * x
      shifts += bend
    }
    const determinant = slopes * shifts - both * both
    const slopeStep = (shifts * toSlope - both * toShift) / determinant
    const shiftStep = (slopes * toShift - both * toSlope) / determinant
    slope -= slopeStep
    shift -= shiftStep
    if (Math.abs(slopeStep) + Math.abs(shiftStep) < 1e-9) break
  }
  return { slope, shift }
}

/**
 * From which probability on something is given so that F1 is largest: half of the largest F1 (Lipton, Elkan and Naryanaswamy,
 * "Optimal thresholding of classifiers to maximize F1 measure", 2014), which is told from few rows more surely than the
 * threshold itself.
 */
export function thresholdOf(probabilities: Float64Array, labels: Uint8Array): number {
  const belongs = labels.reduce((sum, label) => sum + label, 0)
  const rows = [...labels.keys()].sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0))
  let [right, best] = [0, 0]
  for (const [given, row] of rows.entries()) {
    right += labels[row] ?? 0
    // Rows that are equally likely are given together.
    if (probabilities[row] === probabilities[rows[given + 1] ?? -1]) continue
    best = Math.max(best, (2 * right) / (given + 1 + belongs))
  }
  return best / 2
}
