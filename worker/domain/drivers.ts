import type { Driver } from '../contract/drivers.ts'
import { discoveryBar } from './discovery.ts'
import { normalTail } from './gamma.ts'
import { changeBetween, contributions, type Histogram, moments, type Scale, scored } from './metrics.ts'
import { permutationP } from './permutation.ts'
import type { Segments } from './segments.ts'

/** How many of one combination of dimensions gave one score. */
export interface SetCell {
  segments: Segments
  score: number
  n: number
}

/** How many answers with a tag gave one score. */
export interface TagCell {
  tag: string
  score: number
  n: number
}

/** Fewer inside or outside are left out: their difference would be noise with a name. */
export const leastAnswers = 30

/**
 * For each value of each dimension, and each tag, how it and everybody else score, largest impact first. A segment is compared with
 * everybody else and not with the total, of which it is a part; so are those whose comment has a tag, whether the others wrote one or not.
 */
export function drivers(
  scale: Scale,
  dimensions: readonly string[],
  cells: readonly SetCell[],
  tags: readonly TagCell[] = [],
): Driver[] {
  const all = histogramOf(cells)
  const byTag = Map.groupBy(tags, ({ tag }) => tag)
  const ofTags = [...byTag].flatMap(([value, of]) => driver(scale, all, histogramOf(of), { dimension: 'tag', value }) ?? [])
  const ofSegments = dimensions.flatMap((dimension) => {
    const values = Map.groupBy(
      cells.filter(({ segments }) => Object.hasOwn(segments, dimension)),
      ({ segments }) => segments[dimension] ?? '',
    )
    return [...values].flatMap(([value, of]) => driver(scale, all, histogramOf(of), { dimension, value }) ?? [])
  })
  const found = [...ofSegments, ...ofTags]
  const bar = discoveryBar(found.map(({ p }) => p))
  return found
    .map((one) => ({ ...one, kept: one.p <= bar }))
    .sort((a, b) => Math.abs(b.impact) - Math.abs(a.impact) || a.p - b.p || (a.value < b.value ? -1 : 1))
}

function driver(
  scale: Scale,
  all: Histogram,
  inside: Histogram,
  name: Pick<Driver, 'dimension' | 'value'>,
): Omit<Driver, 'kept'> | undefined {
  const outside = new Map([...all].map(([score, n]) => [score, Math.max(0, n - (inside.get(score) ?? 0))]))
  const [segment, without] = [scored(scale, inside), scored(scale, outside)]
  const { change: effect, changeInterval: effectInterval } = changeBetween(segment, without)
  if (effect === null || segment.n < leastAnswers || without.n < leastAnswers) return
  const share = segment.n / (segment.n + without.n)
  const p = chance(contributions(scale, all), contributions(scale, inside), contributions(scale, outside))
  return { ...name, ...segment, share, without, effect, effectInterval, impact: share * effect, p }
}

/**
 * The larger of two probabilities. A draw at random from all answers is right where nothing differs, however few and
 * skewed; but where a segment is only more divided than the rest, it calls its mean surprising too soon, and the
 * difference measured by each side's own spread (Welch) does not.
 */
function chance(all: Histogram, inside: Histogram, outside: Histogram): number {
  const [a, b] = [moments(inside), moments(outside)]
  const error = Math.sqrt(a.deviation ** 2 / a.n + b.deviation ** 2 / b.n)
  const welch = error === 0 ? 0 : 2 * normalTail(Math.abs(a.mean - b.mean) / error)
  return Math.max(permutationP(all, inside), welch)
}

function histogramOf(cells: readonly { score: number; n: number }[]): Histogram {
  const histogram = new Map<number, number>()
  for (const { score, n } of cells) histogram.set(score, (histogram.get(score) ?? 0) + n)
  return histogram
}

/** Everybody's score, of the same cells. */
export const everybody = (scale: Scale, cells: readonly SetCell[]) => scored(scale, histogramOf(cells))
