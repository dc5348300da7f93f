import type { CaseFigures } from '../contract/case.ts'
import { type Lasted, medianTime, shareWithin } from './reaction.ts'

/** A case's times (ms); null for what hasn't happened yet. */
export interface CaseTimes {
  /** '' where somebody opened it by hand. */
  rule: string
  owner: string | null
  /** The owner's. */
  name: string | null
  opened_at: number
  first_action_at: number | null
  closed_at: number | null
}

const dayMs = 86_400_000

/**
 * How fast a site reacts, all together and by whose the cases are now. What somebody opened by hand was acted on that very moment, which says
 * nothing about how long shoppers wait: it is counted apart.
 */
export function caseFigures(
  all: readonly CaseTimes[],
  now: number,
): Pick<CaseFigures, 'opened' | 'closed' | 'firstAction' | 'resolution' | 'within24h' | 'byHand' | 'owners'> {
  const times = all.filter(({ rule }) => rule !== '')
  const byOwner = [...Map.groupBy(times, ({ owner }) => owner)]
  return {
    ...reactionOf(times, now),
    byHand: all.length - times.length,
    owners: byOwner
      .map(([id, of]) => ({ owner: id === null ? null : { id, name: of[0]?.name ?? null }, ...reactionOf(of, now) }))
      .sort((a, b) => b.opened - a.opened),
  }
}

function reactionOf(times: readonly CaseTimes[], now: number) {
  const lasted = (until: (one: CaseTimes) => number | null): Lasted[] =>
    times.map((one) => ({ ms: Math.max(0, (until(one) ?? now) - one.opened_at), over: until(one) !== null }))
  const firstAction = lasted(({ first_action_at }) => first_action_at)
  return {
    opened: times.length,
    closed: times.filter(({ closed_at }) => closed_at !== null).length,
    firstAction: medianTime(firstAction),
    resolution: medianTime(lasted(({ closed_at }) => closed_at)),
    within24h: shareWithin(firstAction, dayMs),
  }
}
