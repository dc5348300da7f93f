import type { Targeting, UrlRule } from '../../../../worker/contract/targeting.ts'
import type { Fault } from '../../../../worker/domain/faults/fault.ts'
import { number } from '../../wording.ts'
import { contradictions } from './contradictions.ts'
import { spans } from './how-often.ts'
import { ruleInWords } from './page-rules.ts'
import { shutOut } from './shut-out.ts'
import type { Placed } from './summary.ts'
import { seconds, waits } from './waits.ts'

export interface Ground {
  /** Of the whole site. */
  excludedPages: readonly UrlRule[]
  /** In the site's zone. */
  today: string
}

/** Most have left a page by then. */
const lateSeconds = 60
/** Longer than this after what was waited for, the moment is gone. */
const lateAfterSeconds = 30

/** What the worker takes and a shop owner would regret, at the field it stands in. */
export function targetingWarnings({ touchpoint, targeting }: Placed, ground: Ground): Fault[] {
  return [
    ...pageWarnings(targeting, ground),
    ...delayWarnings(targeting),
    ...triggerWarnings(targeting),
    ...dateWarnings(targeting, ground),
    ...crowdWarnings(touchpoint, targeting),
    ...contradictions(targeting.conditions),
    ...capWarnings(targeting),
    ...restWarnings(targeting),
  ].map(({ pointer, detail }) => ({ pointer: `/targeting${pointer}`, detail }))
}

const delicate = /payment|(^|\W)pay(\W|$)|login|log-in|sign-?in/i

function pageWarnings({ include, exclude }: Targeting, { excludedPages }: Ground): Fault[] {
  const shut = include.map((rule) => shutOut(rule, [...exclude, ...excludedPages]))
  if (include.length > 0 && shut.every((by) => by !== undefined))
    return [{ pointer: '/include', detail: 'Every one of these pages is left out again: it is asked nowhere.' }]
  return include.flatMap((rule, i) => {
    const by = shut[i]
    const pointer = `/include/${i}/value`
    if (by) return [{ pointer, detail: `Left out again by “${ruleInWords(by)}”: it asks nowhere.` }]
    return delicate.test(ruleInWords(rule))
      ? [{ pointer, detail: 'Nobody should be asked while paying or signing in: ask on the page after it.' }]
      : []
  })
}

function delayWarnings(targeting: Targeting): Fault[] {
  const { delaySeconds, triggers } = targeting
  const warn = (detail: string) => [{ pointer: '/delaySeconds', detail }]
  if (triggers.some(({ type }) => type === 'exit') && delaySeconds > 1)
    return warn('Who is about to leave won’t wait: 0 shows it in time.')
  if (waits(targeting))
    return delaySeconds > lateAfterSeconds ? warn(`${seconds(delaySeconds)} after it happened the moment is gone.`) : []
  if (delaySeconds > lateSeconds) return warn('Most have left a page by then: few will see it.')
  return delaySeconds < 10 ? warn('Somebody who has just come has nothing to say yet: 10 or more is kinder.') : []
}

function triggerWarnings({ triggers }: Targeting): Fault[] {
  return triggers.flatMap((trigger, i): Fault[] => {
    if (trigger.type === 'scroll' && trigger.percent > 90)
      return [{ pointer: `/triggers/${i}/percent`, detail: 'Few scroll that far, past the foot of the page.' }]
    if (trigger.type === 'idle' && trigger.seconds > 120)
      return [{ pointer: `/triggers/${i}/seconds`, detail: 'After so long nobody may be there any more.' }]
    return []
  })
}

function dateWarnings({ ends }: Targeting, { today }: Ground): Fault[] {
  return ends && ends < today ? [{ pointer: '/ends', detail: 'That day is over: nobody is asked any more.' }] : []
}

/** Asking everybody everywhere is for shops with few visitors. */
function crowdWarnings(touchpoint: string, targeting: Targeting): Fault[] {
  const { include, conditions, sample, caps } = targeting
  const isNarrowed = touchpoint !== '' || include.length > 0 || conditions.length > 0 || waits(targeting)
  if (isNarrowed || sample < 100 || spans.some(([span]) => caps[span] > 0)) return []
  return [
    { pointer: '/sample', detail: 'Everybody on every page is asked: with many visitors, ask a share of them or set a limit.' },
  ]
}

function capWarnings({ caps }: Targeting): Fault[] {
  const set = spans.filter(([span]) => caps[span] > 0)
  return set.flatMap(([span], i) => {
    const longer = set.slice(i + 1).find(([other]) => caps[other] <= caps[span])
    if (!longer) return []
    const [least, , per] = longer
    return [{ pointer: `/caps/${span}`, detail: `Never reached: it is shown no more than ${number(caps[least])} times ${per}.` }]
  })
}

function restWarnings(targeting: Targeting): Fault[] {
  const { daysAfterAnswer, daysAfterDismissal, daysAfterSecondDismissal, daysAcrossSurveys } = targeting
  return [
    ...(daysAfterAnswer < 30
      ? [{ pointer: '/daysAfterAnswer', detail: 'Being asked again soon is what shoppers complain of most: 90 is usual.' }]
      : []),
    ...(daysAfterDismissal < 7
      ? [{ pointer: '/daysAfterDismissal', detail: 'Who has closed it doesn’t want it soon again: 30 is usual.' }]
      : []),
    ...(daysAfterSecondDismissal > 0 && daysAfterSecondDismissal < daysAfterDismissal
      ? [{ pointer: '/daysAfterSecondDismissal', detail: 'Shorter than after one: 180 is usual.' }]
      : []),
    ...(daysAcrossSurveys === 0
      ? [{ pointer: '/daysAcrossSurveys', detail: 'Surveys may follow each other at once: 7 is usual.' }]
      : []),
  ]
}
