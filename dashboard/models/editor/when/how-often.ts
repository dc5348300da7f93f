import type { Targeting } from '../../../../worker/contract/targeting.ts'
import { listed, number } from '../../wording.ts'

export type RestField = 'daysAfterAnswer' | 'daysAfterDismissal' | 'daysAfterSecondDismissal' | 'daysAcrossSurveys'
type Span = keyof Targeting['caps']

/** The clocks, each with what starts it and why it is there. */
export const rests: readonly (readonly [field: RestField, name: string, says: string])[] = [
  ['daysAfterAnswer', 'After an answer', 'Whoever has answered this survey isn’t asked it again so soon.'],
  ['daysAfterDismissal', 'After closing it', 'A no is a no for a while.'],
  ['daysAfterSecondDismissal', 'After closing it twice', 'Two are a clearer no. 0 for no longer than after one.'],
  ['daysAcrossSurveys', 'After any survey of the site', 'Surveys don’t queue up: one is shown, then there is peace.'],
]

export const spans: readonly (readonly [span: Span, name: string, per: string])[] = [
  ['day', 'A day', 'a day'],
  ['week', 'A week, from Monday', 'a week'],
  ['month', 'A month of the calendar', 'a month'],
  ['total', 'In all', 'in all'],
]

export const isCapped = ({ caps }: Pick<Targeting, 'caps'>) => spans.some(([span]) => caps[span] > 0)

export const days = (n: number) => (n === 1 ? '1 day' : `${number(n)} days`)

/** "100 times a day and 5,000 times in all"; '' without a cap. */
export function capsInWords({ caps }: Pick<Targeting, 'caps'>): string {
  const told = spans.filter(([span]) => caps[span] > 0)
  return listed(told.map(([span, , per]) => `${number(caps[span])} ${caps[span] === 1 ? 'time' : 'times'} ${per}`))
}

/** "at most every 90 days", or what each clock says; '' where none runs. */
export function restsInWords(targeting: Pick<Targeting, RestField>): string {
  const { daysAfterAnswer, daysAfterDismissal, daysAcrossSurveys } = targeting
  // Without a rest after one dismissal there is none after two, and without one of its own the second is as long as the first.
  const second = daysAfterDismissal && (targeting.daysAfterSecondDismissal || daysAfterDismissal)
  if (daysAfterAnswer === daysAfterDismissal && daysAfterAnswer === second && daysAfterAnswer === daysAcrossSurveys)
    return daysAfterAnswer > 0 ? `at most every ${days(daysAfterAnswer)}` : ''
  const twice = second === daysAfterDismissal ? '' : ` (${second} after closing it twice)`
  const told: readonly (readonly [n: number, after: string])[] = [
    [daysAfterAnswer, 'after an answer'],
    [daysAfterDismissal, `after closing it${twice}`],
    [daysAcrossSurveys, 'after any survey'],
  ]
  const running = told.filter(([n]) => n > 0)
  return `again no sooner than ${listed(running.map(([n, after], i) => `${i === 0 ? days(n) : number(n)} ${after}`))}`
}
