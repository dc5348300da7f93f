import type { Targeting } from '../../../../worker/contract/targeting.ts'
import { longDay } from '../../days.ts'
import { alternatives, number } from '../../wording.ts'
import type { Change } from '../changes.ts'
import { isSame } from '../draft.ts'
import { conditionInWords } from './condition-words.ts'
import { days, rests, spans } from './how-often.ts'
import { rulesInWords } from './page-rules.ts'
import { shareInWords } from './share.ts'
import { eventInWords, seconds, triggerInWords } from './waits.ts'

/** What differs in who is asked, when and where, in the words of the form. */
export function targetingChanges(before: Targeting, after: Targeting): Change[] {
  const told = (what: string, words: (targeting: Targeting) => string): Change[] => {
    const [from, to] = [words(before), words(after)]
    return from === to ? [] : [{ kind: 'changed', what: `When: ${what}`, from, to }]
  }
  return [
    ...told('pages', ({ include }) => (include.length > 0 ? `pages ${rulesInWords(include)}` : 'every page')),
    ...told('pages left out', ({ exclude }) => (exclude.length > 0 ? `pages ${rulesInWords(exclude)}` : 'none')),
    ...told('event', (targeting) => eventInWords(targeting) || 'none'),
    ...told('what it waits for', ({ triggers }) => alternatives(triggers.map(triggerInWords)) || 'nothing'),
    ...told('wait before it shows', ({ delaySeconds }) => (delaySeconds > 0 ? seconds(delaySeconds) : 'none')),
    ...told('first day', ({ starts }) => (starts ? longDay(starts) : 'none')),
    ...told('last day', ({ ends }) => (ends ? longDay(ends) : 'none')),
    ...conditionChanges(before, after),
    ...told('share of the visitors', ({ sample }) => shareInWords(sample)),
    ...rests.flatMap(([field, name]) => told(`rest ${name.toLowerCase()}`, ({ [field]: n }) => (n > 0 ? days(n) : 'none'))),
    ...spans.flatMap(([span, , per]) =>
      told(`shown at most, ${per}`, ({ caps }) => (caps[span] > 0 ? `${number(caps[span])} times` : 'no limit')),
    ),
  ]
}

function conditionChanges({ conditions: before }: Targeting, { conditions: after }: Targeting): Change[] {
  const lacking = (one: Targeting['conditions'][number], all: Targeting['conditions']) => !all.some((other) => isSame(one, other))
  const what = (condition: Targeting['conditions'][number]) => `When: only visitors ${conditionInWords(condition)}`
  return [
    ...before.filter((one) => lacking(one, after)).map((one) => ({ kind: 'removed' as const, what: what(one) })),
    ...after.filter((one) => lacking(one, before)).map((one) => ({ kind: 'added' as const, what: what(one) })),
  ]
}
