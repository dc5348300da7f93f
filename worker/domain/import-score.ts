import { placeOf, type ScoreWords } from './import-score-words.ts'

/** Worst and best score; from high to low where the lower number is the better. */
export type Scale = readonly [worst: number, best: number]

export type ReadScore = { ok: true; score: number } | { ok: false; reason: string }

const number = /^(-?\d{1,4})(?:[.,]0{1,6})?$/
const outOf = /^(\d{1,3}) ?(?:\/|out of|of|von|sur|de|van|av|z) ?(\d{1,3})$/i
/** "5 - Very satisfied", "0 Not at all likely", "5 stars". */
const labelAfter = /^(\d{1,3})(?: ?[-–—:.)=(]| (?=\p{L}))\P{N}*$/u
/** "Very satisfied (5)", "Extremely likely - 10". */
const labelBefore = /^\p{L}\P{N}*[ (–—:=-](\d{1,3})\)?$/u

const unknownWords = ', and not among the words of a scale that is known'

/** The number a cell answers with, and the scale's end where the cell says it; null where it has none. */
function saidIn(text: string): { score: number; of?: number } | null {
  const plain = number.exec(text) ?? labelAfter.exec(text) ?? labelBefore.exec(text)
  if (plain) return { score: Number(plain[1]) }
  const [, score, of] = outOf.exec(text) ?? []
  return score ? { score: Number(score), of: Number(of) } : null
}

/**
 * The score a cell answers with, on the survey's scale. A scale other than the survey's has to be stated (`file`); then
 * each of its points lies on one of the survey's, which `conversionFault` has made sure of. Words alone are read where the file's are
 * those of a known scale (`words`); they say which end is the better, however the scale is numbered.
 */
export function readScore(given: unknown, survey: Scale, file: Scale = survey, words?: ScoreWords): ReadScore {
  if (typeof given === 'number') return placed(given, survey, file)
  const text = String(given).trim().replace(/\s+/g, ' ')
  const place = placeOf(text, words)
  if (place !== undefined) return placed(file[0] + place * Math.sign(file[1] - file[0]), survey, file)
  const said = text.length > 200 ? null : saidIn(text)
  if (!said)
    return { ok: false, reason: `score: “${text.slice(0, 60)}” is no whole number${/^\D+$/.test(text) ? unknownWords : ''}` }
  const most = Math.max(...file)
  if (said.of !== undefined && said.of !== most)
    return { ok: false, reason: `score: “${text}” is out of ${said.of}, not out of ${most}` }
  return placed(said.score, survey, file)
}

function placed(score: number, survey: Scale, file: Scale): ReadScore {
  const [worst, best] = file
  if (!Number.isInteger(score) || score < Math.min(...file) || score > Math.max(...file))
    return { ok: false, reason: `score: a whole number from ${Math.min(...file)} to ${Math.max(...file)}` }
  return { ok: true, score: survey[0] + (score - worst) * ((survey[1] - survey[0]) / (best - worst)) }
}

/** Why scores of one scale can't become scores of the other; undefined where each point has its place. */
export function conversionFault(file: Scale, survey: Scale): string | undefined {
  const steps = Math.abs(file[1] - file[0])
  const room = survey[1] - survey[0]
  if (steps === 0) return 'the worst and the best score are the same'
  if (room % steps === 0) return
  return `a scale from ${file[0]} to ${file[1]} has points between those from ${survey[0]} to ${survey[1]}: import it into a survey with its own scale`
}

/** Scores seen before anything is said of them, and the tops of the scales that shops use beside 0 to 10. */
const enough = 5
const manyMore = 40

/**
 * Whether scores look like those of a shorter scale: ones from 1 to 5 also fit 0 to 10, where they would all count as
 * detractors. Few are told by 5, more by 7, which a bad month reaches too.
 */
export function looksShorter(cells: readonly unknown[], survey: Scale): boolean {
  const scores = cells.flatMap((cell) => {
    const read = readScore(cell, survey)
    return read.ok ? [read.score] : []
  })
  if (scores.length < enough || scores.includes(0)) return false
  const most = Math.max(...scores)
  return (survey[1] > 5 && most <= 5) || (survey[1] > 7 && most <= 7 && scores.length >= manyMore)
}
