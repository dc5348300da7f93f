import type { Journey } from '../../worker/contract/journey.ts'
import type { Overview } from '../../worker/contract/report.ts'
import { clamped, extent } from '../../worker/domain/extent.ts'
import { placeName, placesOf } from './places.ts'
import { fewAnswers } from './wording.ts'

export type Tile = Overview['tiles'][number]

/** The tiles with a score in the order of the site's journey; what stands elsewhere comes after, the oldest survey first. */
export function journeyOf(tiles: readonly Tile[], journey: Journey): Tile[] {
  const open = tiles
    .filter(({ survey, report }) => survey.touchpoint !== '' && survey.state !== 'draft' && report.metric !== 'none')
    .toReversed()
  const places = placesOf(
    journey,
    open.map(({ survey }) => survey.touchpoint),
  )
  const rank = new Map(places.map(({ id }, i) => [id, i]))
  const rankOf = ({ survey }: Tile) => rank.get(survey.touchpoint) ?? 0
  return open.sort((a, b) => rankOf(a) - rankOf(b))
}

/** What a step is called: its touchpoint, with its survey where several ask there. */
export function stepNameOf({ survey }: Tile, steps: readonly Tile[], journey: Journey): string {
  const touchpoint = placeName(journey, survey.touchpoint)
  const isShared = steps.filter((other) => other.survey.touchpoint === survey.touchpoint).length > 1
  return isShared ? `${touchpoint}, ${survey.name}` : touchpoint
}

/** Where a score lies between the worst and the best its scale knows, 0 to 1; so does its interval. */
function placed({ report: { metric, scale, total } }: Tile): { at: number; low: number; high: number } | null {
  if (total.score === null || !total.interval || total.n < fewAnswers) return null
  const ends = extent(metric, scale)
  const share = (value: number) => (value - ends[0]) / (ends[1] - ends[0])
  const [low, high] = clamped(total.interval, ends)
  return { at: share(total.score), low: share(low), high: share(high) }
}

export type Link =
  /** Nothing to compare: fewer than two touchpoints have answers enough. */
  | { kind: 'few' }
  /** Its interval ends beneath where every other one begins. */
  | { kind: 'weakest'; tile: Tile; mixed: boolean }
  /** The lowest, but its interval and at least another one's overlap. */
  | { kind: 'unclear'; tile: Tile; rivals: Tile[]; mixed: boolean }

/**
 * The weakest link of a journey, as far as the intervals tell. Two 95 % intervals that don't overlap are a stricter test
 * than the interval of their difference, which surveys of different metrics don't have. `mixed`: they ask different
 * questions, and each is placed on its own scale.
 */
export function weakestLink(journey: readonly Tile[]): Link {
  const known = journey.flatMap((tile) => {
    const place = placed(tile)
    return place ? [{ tile, ...place }] : []
  })
  const [lowest, ...others] = known.sort((a, b) => a.at - b.at)
  if (!lowest || others.length === 0) return { kind: 'few' }
  const { metric, scale } = lowest.tile.report
  const mixed = others.some(({ tile: { report } }) => report.metric !== metric || report.scale?.[1] !== scale?.[1])
  const rivals = others.filter(({ low }) => low <= lowest.high).map(({ tile }) => tile)
  if (rivals.length === 0) return { kind: 'weakest', tile: lowest.tile, mixed }
  return { kind: 'unclear', tile: lowest.tile, rivals, mixed }
}
