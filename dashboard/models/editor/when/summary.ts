import type { Targeting } from '../../../../worker/contract/targeting.ts'
import { longDay } from '../../days.ts'
import { conditionInWords } from './condition-words.ts'
import { capsInWords, restsInWords } from './how-often.ts'
import { rulesInWords } from './page-rules.ts'
import { shareInWords } from './share.ts'
import { seconds, waitsInWords } from './waits.ts'

export interface Placed {
  touchpoint: string
  targeting: Targeting
}

/** As many pages of a list as a sentence bears. */
const mostPages = 3

/**
 * Who is asked, where, when and how often, in one sentence: "Asked of 1 in 10 visitors on pages beginning with /checkout, after 10 seconds,
 * at most every 90 days."
 */
export function summaryOf({ touchpoint, targeting }: Placed): string {
  const caps = capsInWords(targeting)
  const parts = [
    `Asked of ${whoInWords(targeting)} ${whereInWords(touchpoint, targeting)}`,
    datesInWords(targeting),
    whenInWords(targeting),
    restsInWords(targeting) || 'as often as they come by',
    caps && `and shown at most ${caps}`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

function whoInWords({ sample, conditions }: Pick<Targeting, 'sample' | 'conditions'>): string {
  const told = conditions.map(conditionInWords)
  if (told.length === 0) return shareInWords(sample)
  return `${sample < 100 ? shareInWords(sample) : 'visitors'} ${told.join(', ')},`
}

function whereInWords(touchpoint: string, { include, exclude }: Targeting): string {
  const pages = rulesInWords(include, mostPages)
  const not = rulesInWords(exclude, mostPages)
  const where = [touchpoint && `at the touchpoint ${touchpoint}`, pages && `on pages ${pages}`].filter(Boolean).join(', ')
  return (where || 'on every page') + (not && `, but never on pages ${not}`)
}

/** "from 1 December 2026 to 24 December 2026"; '' for always. */
export function datesInWords({ starts, ends }: Pick<Targeting, 'starts' | 'ends'>): string {
  if (starts && starts === ends) return `on ${longDay(starts)} only`
  return [starts && `from ${longDay(starts)}`, ends && `${starts ? 'to' : 'until'} ${longDay(ends)}`].filter(Boolean).join(' ')
}

function whenInWords(targeting: Targeting): string {
  const { delaySeconds } = targeting
  const what = waitsInWords(targeting)
  if (what) return delaySeconds > 0 ? `${seconds(delaySeconds)} after ${what}` : `once ${what}`
  return delaySeconds > 0 ? `after ${seconds(delaySeconds)}` : 'as soon as the page is open'
}
