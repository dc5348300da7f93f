import { calibrate, f1, precision, recall, type Tally, tally, thresholdOf } from '../learning/judged.ts'
import { fitLogistic, type Rows, scoreOf, sigmoid, type Target } from '../learning/logistic.ts'
import { type Corpus, constantColumn, constantValue, firstFeature, rowsOf, ruleColumn, withColumns } from './corpus.ts'
import { packTag, type TagModel } from './model.ts'

/** A tag needs so many corrections that say it belongs before what was learned may decide. */
export const leastPositives = 10

/**
 * What is believed of a comment before anything is learned, in log-odds: 4 in 5 where the tag's rules fit, 1 in 13 elsewhere.
 * Corrections move it, words add to it.
 */
export const ruleOdds = { fits: 1.5, not: -2.5 }

/** How many comments that belief is worth beside those that were judged. */
const belief = 2

/** How much a correction counts against small weights. On held-out rows 16 and 60 did as well. */
const cost = 30

/** What somebody decided: whether a tag belongs. Nobody has said so of the third. */
export const judged = { no: 0, yes: 1, unknown: 2 } as const

/** What became of learning one tag. */
export interface Learned {
  /** Null where nothing that was learned does as well as the rules, or too little was judged: then they decide alone. */
  model: TagModel | null
  positives: number
  judged: number
  /** Of what decides now, the rules, the model or both: in held-out corrections. Null where there is nothing to divide by. */
  precision: number | null
  recall: number | null
  f1: number | null
  rulesF1: number | null
}

/**
 * Learns one tag from the corrections of its site: `hits` has 1 for each comment of the corpus that the tag's rules fit, `labels` one
 * of `judged`. Logistic regression over the words, with the rules as one feature that is believed in beforehand. The model decides
 * where 10 or more corrections say the tag belongs and its F1 in cross-validation is at least the rules' on the same ones, and above
 * what giving the tag to every comment has. Short of that it may add to the rules where it is surer than it would have to be, as long as the
 * F1 of both is at least the rules' and it tells more than they do. `room` is how many features the model may keep: see roomFor. The same corrections
 * give the same model. Of 1,000 comments of 300 characters this takes less than half a second.
 */
export function learnTag(corpus: Corpus, hits: Uint8Array, labels: Uint8Array, room: number): Learned {
  const chosen = [...labels.keys()].filter((row) => labels[row] !== judged.unknown)
  const wanted = Uint8Array.from(chosen, (row) => labels[row] ?? 0)
  const byRules = Uint8Array.from(chosen, (row) => hits[row] ?? 0)
  const positives = wanted.reduce((sum, label) => sum + label, 0)
  const rules = tally(byRules, wanted)
  const told = { positives, judged: chosen.length, rulesF1: f1(rules) }
  if (positives < leastPositives || positives === chosen.length) return { model: null, ...told, ...figures(rules) }

  const rows = rowsOf(corpus, chosen, hits)
  const offsets = Float64Array.from(byRules, (hit) => (hit ? ruleOdds.fits : ruleOdds.not))
  const odds = heldOut(rows, { labels: wanted, offsets }, room)
  const { slope, shift } = calibrate(odds, wanted)
  const probabilities = odds.map((x) => sigmoid(slope * x + shift))
  const best = thresholdOf(probabilities, wanted)
  const decided = tally(
    probabilities.map((p) => Number(p >= best)),
    wanted,
  )
  const adds = (f1(decided) ?? 0) < Math.max(f1(rules) ?? 0, leastF1(positives, chosen.length))
  const least = adds ? best + (0.5 - best) / 4 : best
  const learned = adds
    ? tally(
        probabilities.map((p, row) => Number(byRules[row] === 1 || p >= least)),
        wanted,
      )
    : decided
  if (adds && ((f1(learned) ?? 0) < (f1(rules) ?? 0) || !tellsMore(probabilities, byRules, wanted)))
    return { model: null, ...told, ...figures(rules) }

  const w = fitMost(rows, { labels: wanted, offsets }, room)
  const model = packTag(corpus.keys, w.subarray(firstFeature), {
    // Calibrated at once, so that a score's sigmoid is the confidence.
    times: slope,
    constant: slope * (constantValue * (w[constantColumn] ?? 0) + ruleOdds.not) + shift,
    rule: slope * ((w[ruleColumn] ?? 0) + ruleOdds.fits - ruleOdds.not),
    ...{ least, adds },
  })
  return { model, ...told, ...figures(learned) }
}

/**
 * Giving a tag to every comment has an F1 too, often a higher one than rules that a few corrections happen to contradict. What is
 * no better than that by half a standard error has learned nothing.
 */
function leastF1(positives: number, judged: number): number {
  const everywhere = (2 * positives) / (judged + positives)
  return everywhere + 0.5 * Math.sqrt((everywhere * (1 - everywhere)) / positives)
}

/**
 * Whether what was learned makes the corrections likelier than the rules alone do, by half a standard error: in the mean logarithm of the probability that
 * each of them was given without having been learned from, the rules' being how many of the others that they fit, or don't, belong.
 */
function tellsMore(probabilities: Float64Array, byRules: Uint8Array, wanted: Uint8Array): boolean {
  const seen = [0, 0]
  const belong = [0, 0]
  for (const [row, hit] of byRules.entries()) {
    seen[hit] = (seen[hit] ?? 0) + 1
    belong[hit] = (belong[hit] ?? 0) + (wanted[row] ?? 0)
  }
  const logOf = (p: number, label: number) => Math.log(Math.max(label === 1 ? p : 1 - p, 1e-6))
  const gains = Array.from(probabilities, (p, row) => {
    const [hit = 0, label = 0] = [byRules[row], wanted[row]]
    const before = sigmoid(hit === 1 ? ruleOdds.fits : ruleOdds.not)
    const others = ((belong[hit] ?? 0) - label + belief * before) / ((seen[hit] ?? 0) - 1 + belief)
    return logOf(p, label) - logOf(others, label)
  })
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0)
  return mean > 0.5 * Math.sqrt(squares / gains.length / (gains.length - 1))
}

const figures = (of: Tally) => ({ precision: precision(of), recall: recall(of), f1: f1(of) })

/** Few corrections need many folds, for what is learned from most of them to be like what is learned from all; many need less time. */
const foldsFor = (rows: number) => Math.min(10, Math.max(3, Math.round(5000 / rows)))

/**
 * Learned from everything, then once more from the features that got the largest weights: those that are left take over what the
 * others said.
 */
function fitMost(rows: Rows, target: Target, room: number): Float64Array {
  const w = fitLogistic(rows, target, cost)
  if (rows.width - firstFeature <= room) return w
  const sizes = w.subarray(firstFeature).map(Math.abs)
  const bar = sizes.toSorted().at(-room) ?? 0
  const kept = Uint8Array.from(w, (_, column) => Number(column < firstFeature || (sizes[column - firstFeature] ?? 0) >= bar))
  return fitLogistic(withColumns(rows, kept), target, cost)
}

/** Log-odds of each row by what was learned from the other folds; each fold has its share of either label. */
function heldOut(rows: Rows, { labels, offsets }: Required<Omit<Target, 'weights'>>, room: number): Float64Array {
  const folds = foldsFor(labels.length)
  const seen = [0, 0]
  const foldOf = Array.from(labels, (label) => {
    const place = seen[label] ?? 0
    seen[label] = place + 1
    return place % folds
  })
  const odds = new Float64Array(labels.length)
  for (let fold = 0; fold < folds; fold++) {
    const weights = Float64Array.from(foldOf, (of) => Number(of !== fold))
    const w = fitMost(rows, { labels, offsets, weights }, room)
    for (const [row, of] of foldOf.entries()) if (of === fold) odds[row] = scoreOf(rows, row, w) + (offsets[row] ?? 0)
  }
  return odds
}
