// `node scripts/coverage.ts` writes docs/coverage.md: how often the 95 % intervals hold the true score, by simulation.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { type Histogram, type Scale, scored } from '../worker/domain/metrics.ts'
import { root } from './lib/install.mjs'
import { crowdOf, holds, lineOf, type Shares, sharesOf, sizes } from './lib/simulation.ts'
import { type ValueCoverage, valueCoverages, valueSection } from './lib/value-coverage.ts'
import { drawFrom, type Random, seeded } from './sample/random.ts'

const nps: Scale = { metric: 'nps', points: 11 }
const csat: Scale = { metric: 'csat', points: 5 }
const ces: Scale = { metric: 'ces', points: 7 }

/** Crowds a shop may have: what part of them gives each score, lowest first. */
const crowds: { name: string; scale: Scale; weights: number[] }[] = [
  { name: 'NPS, skewed to promoters', scale: nps, weights: [1, 0, 0, 1, 1, 1, 2, 7, 13, 24, 50] },
  { name: 'NPS, polarised', scale: nps, weights: [40, 3, 2, 2, 1, 1, 1, 2, 3, 5, 40] },
  { name: 'NPS, uniform', scale: nps, weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
  { name: 'NPS, near the boundary', scale: nps, weights: [1, 0, 0, 0, 0, 0, 0, 0, 1, 8, 90] },
  { name: 'CSAT, 95 % satisfied', scale: csat, weights: [2, 1, 2, 35, 60] },
  { name: 'CSAT, 50 % satisfied', scale: csat, weights: [20, 15, 15, 25, 25] },
  { name: 'CSAT, 5 % satisfied', scale: csat, weights: [70, 15, 10, 3, 2] },
  { name: 'CES, skewed to 7', scale: ces, weights: [1, 1, 1, 2, 5, 15, 75] },
  { name: 'CES, nearly all 7, a few 1', scale: ces, weights: [3, 0, 0, 0, 2, 5, 90] },
  { name: 'CES, J-shaped', scale: ces, weights: [12, 3, 2, 3, 5, 15, 60] },
  { name: 'CES, uniform', scale: ces, weights: [1, 1, 1, 1, 1, 1, 1] },
]
const runs = 4_000

export interface Coverage extends Shares {
  name: string
  n: number
}

/** How often the intervals hold in samples of so many answers. */
export function coverages(of: readonly number[] = sizes): Coverage[] {
  return crowds.flatMap(({ name, scale, weights }) =>
    of.map((n) => ({ name, n, ...coverageOf(scale, weights, n, seeded(n, name)) })),
  )
}

function coverageOf(scale: Scale, weights: readonly number[], n: number, random: Random): Shares {
  const crowd = crowdOf(scale, weights)
  const truth = scored(scale, new Map(crowd)).score ?? Number.NaN
  const draw = drawFrom(crowd, random)
  return sharesOf(runs, () => {
    const { interval, caution } = scored(scale, sample(draw, n))
    return { holds: holds(interval, truth), cautioned: Boolean(caution) }
  })
}

function sample(draw: () => number, n: number): Histogram {
  const histogram = new Map<number, number>()
  for (let i = 0; i < n; i++) {
    const score = draw()
    histogram.set(score, (histogram.get(score) ?? 0) + 1)
  }
  return histogram
}

export function coveragePage(all: readonly Coverage[], values: readonly ValueCoverage[]): string {
  const rows = all.map(({ name, n, ...shares }) =>
    lineOf(name, n, [shares.covered, shares.coveredWithoutCaution, shares.cautioned]),
  )
  return `# How often the intervals hold

A 95 % interval should hold the true score in 95 of 100 samples. ${runs.toLocaleString('en')} seeded samples of each size from each crowd
(\`node scripts/coverage.ts\` writes this page, a test compares it), by the code that makes the reports. 0.7 points are noise.

NPS and CSAT hold from n = 20 on: their intervals add what hasn't been heard yet. The t interval of a CES mean doesn't while nearly
everybody answers 7: those who don't are missing from small samples, and with them the spread. The report then carries
\`caution: "few and skewed answers"\` beside the number. Where it carries none, the interval
holds in 92 of 100 samples or more.

| crowd | n | holds, % | holds where no caution stands, % | caution stands, % |
|---|---|---|---|---|
${rows.join('\n')}

${valueSection(values)}`
}

if (import.meta.main) {
  const page = coveragePage(coverages(), valueCoverages())
  writeFileSync(join(root, 'docs/coverage.md'), page)
  process.stdout.write(page)
}
