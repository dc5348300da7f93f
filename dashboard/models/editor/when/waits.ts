import type { Targeting, Trigger } from '../../../../worker/contract/targeting.ts'
import { standardTargeting } from '../../../../worker/domain/standard.ts'
import { alternatives, number } from '../../wording.ts'
import { comparisonInWords } from './comparisons.ts'

export type TriggerType = Trigger['type']

export const triggerNames: Record<TriggerType, string> = {
  scroll: 'They have seen so much of the page',
  exit: 'They are about to leave',
  idle: 'Nothing has moved for a while',
  visible: 'Something comes into sight',
  click: 'Something is clicked',
}

/** How each begins; what has to be said of the page is empty. */
export const triggerBeginnings: Record<TriggerType, Trigger> = {
  scroll: { type: 'scroll', percent: 50 },
  exit: { type: 'exit' },
  idle: { type: 'idle', seconds: 30 },
  visible: { type: 'visible', element: '' },
  click: { type: 'click', element: '' },
}

/** What makes it due, after "once": "they have seen 50 % of the page". */
export function triggerInWords(trigger: Trigger): string {
  switch (trigger.type) {
    case 'scroll':
      return `they have seen ${trigger.percent} % of the page`
    case 'exit':
      return 'they are about to leave'
    case 'idle':
      return `nothing has moved for ${seconds(trigger.seconds)}`
    case 'visible':
      return `${trigger.element || 'an element'} is in sight`
    case 'click':
      return `they click ${trigger.element || 'an element'}`
  }
}

export const seconds = (n: number) =>
  n === 1 ? '1 second' : n >= 120 && n % 60 === 0 ? `${number(n / 60)} minutes` : `${n} seconds`

/** What an event has to be, after its name: "“added” with value 50 or more"; '' for none. */
export function eventInWords({ event, eventWhere }: Pick<Targeting, 'event' | 'eventWhere'>): string {
  if (!event) return ''
  const where = eventWhere.map(({ property, ...asked }) => `“${property || '…'}” ${comparisonInWords(asked)}`)
  return `“${event}”${where.length > 0 ? ` whose ${where.join(' and ')}` : ''}`
}

/** What is waited for, after "once"; '' for nothing. */
export function waitsInWords(targeting: Pick<Targeting, 'event' | 'eventWhere' | 'triggers'>): string {
  const event = eventInWords(targeting)
  const any = alternatives(targeting.triggers.map(triggerInWords))
  return [event && `the page reports ${event}`, any].filter(Boolean).join(', and ')
}

export const waits = ({ event, triggers }: Pick<Targeting, 'event' | 'triggers'>) => event !== '' || triggers.length > 0

/**
 * With something else to wait for. What happens on the page is moment enough, so that the seconds nobody chose are none then, and come
 * back with the last of it.
 */
export function waitingFor(
  targeting: Targeting,
  change: Partial<Pick<Targeting, 'event' | 'eventWhere' | 'triggers'>>,
): Targeting {
  const next = { ...targeting, ...change }
  const { delaySeconds } = standardTargeting
  if (!waits(targeting) && waits(next) && next.delaySeconds === delaySeconds) return { ...next, delaySeconds: 0 }
  if (waits(targeting) && !waits(next) && next.delaySeconds === 0) return { ...next, delaySeconds }
  return next
}
