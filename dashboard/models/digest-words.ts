import type { Digest, DigestLanguage, DigestOutcome, Frequency } from '../../worker/contract/digest.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import type { View } from '../../worker/contract/view.ts'
import type { AlertGround } from './alert-ground.ts'
import { lostOf } from './alert-words.ts'
import { longDay, shortDay, span } from './days.ts'
import { listed } from './wording.ts'

export const frequencyWords: Record<Frequency, { name: string; says: string }> = {
  weekly: { name: 'Every week', says: 'Of the last whole week, Monday to Sunday' },
  monthly: { name: 'Every month', says: 'Of the last whole month' },
}

export const languageNames: Record<DigestLanguage, string> = { en: 'English', de: 'Deutsch', nl: 'Nederlands' }

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** "08:00" */
export const hourOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** "each Monday at 08:00", "on day 3 of each month at 08:00" */
export function whenOf({ frequency, day, hour }: Pick<Digest, 'frequency' | 'day' | 'hour'>): string {
  const days = frequency === 'weekly' ? `each ${weekdays[day - 1]}` : `on day ${day} of each month`
  return `${days} at ${hourOf(hour)}`
}

/** What a digest is about. */
export function aboutOf(
  { view, conditions }: Pick<Digest, 'view' | 'conditions'>,
  views: readonly View[],
  surveys: readonly Survey[],
): string {
  if (view !== null) {
    const name = views.find(({ id }) => id === view)?.name
    return name === undefined ? 'a saved view' : `the view “${name}”`
  }
  const { survey, ...beyond } = conditions
  if (Object.keys(beyond).length > 0) return 'filters of its own'
  return survey === undefined ? 'all surveys' : (surveys.find(({ id }) => id === survey)?.name ?? 'a survey')
}

/** "Ada, Ben and board@shop.example"; '' where nobody gets it. Who unsubscribed is left out. */
export function readersOf({ people, addresses, unsubscribed }: Digest, { people: members }: AlertGround): string {
  const reading = members.filter(({ id, email }) => people.includes(id) && !unsubscribed.includes(email))
  const others = addresses.filter((email) => !unsubscribed.includes(email))
  return listed([...reading.map(({ name, email }) => name || email), ...others])
}

/** "ada@shop.example unsubscribed."; '' for nobody. */
export const leftOf = ({ unsubscribed }: Pick<Digest, 'unsubscribed'>) =>
  unsubscribed.length === 0
    ? ''
    : `${listed(unsubscribed)} unsubscribed: only they themselves can come back, by the link in their mail.`

const outcomeWords: Record<DigestOutcome, string> = {
  sent: 'was sent',
  empty: 'was not sent, since nobody answered',
  nobody: 'was not sent, since nobody is left to read it',
  gone: 'was not sent, since it asks for what is gone',
}

/** "That of the week of 16 Nov was sent." */
export function lastOf({ last, frequency }: Pick<Digest, 'last' | 'frequency'>): string {
  if (last === null) return 'Nothing was due yet.'
  const period = frequency === 'weekly' ? `the week of ${longDay(last.from)}` : `the month from ${longDay(last.from)}`
  return `The one on ${period} ${outcomeWords[last.outcome]}.`
}

/** "The next comes on 30 Nov, on 23 Nov to 29 Nov."; '' while it is paused. */
export function nextOf({ next }: Pick<Digest, 'next'>, timeZone: string): string {
  if (next === null) return ''
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.parse(next.at))
  return `The next comes on ${shortDay(day)}, about ${span(next.from, next.to)}.`
}

/** Why a digest isn't sent; '' where it is. */
export const missingOf = ({ gone }: Pick<Digest, 'gone'>) =>
  gone.length === 0 ? '' : `${lostOf(gone)} Nothing is sent until that is back, or the digest is changed.`
