import type { Targeting } from '../../../../worker/contract/targeting.ts'
import { isCapped } from './how-often.ts'
import { waitingFor } from './waits.ts'

/** What is asked by few surveys, and is shown in the form only where it is asked, or was just added. */
export type Rarer = 'event' | 'dates' | 'sample' | 'caps'

export function isAsked(rarer: Rarer, targeting: Targeting): boolean {
  switch (rarer) {
    case 'event':
      return targeting.event !== '' || targeting.eventWhere.length > 0
    case 'dates':
      return targeting.starts !== '' || targeting.ends !== ''
    case 'sample':
      return targeting.sample < 100
    case 'caps':
      return isCapped(targeting)
  }
}

/** The targeting with it as it begins: what only an empty field could say asks nothing yet. */
export function begun(rarer: Rarer, targeting: Targeting): Targeting {
  return rarer === 'sample' ? { ...targeting, sample: 10 } : targeting
}

/** The targeting without it. */
export function dropped(rarer: Rarer, targeting: Targeting): Targeting {
  switch (rarer) {
    case 'event':
      return waitingFor(targeting, { event: '', eventWhere: [] })
    case 'dates':
      return { ...targeting, starts: '', ends: '' }
    case 'sample':
      return { ...targeting, sample: 100 }
    case 'caps':
      return { ...targeting, caps: { day: 0, week: 0, month: 0, total: 0 } }
  }
}
