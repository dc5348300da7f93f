import type { Alert, AlertKind, Firing } from '../../worker/contract/alert.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import type { View } from '../../worker/contract/view.ts'
import { conditionWords } from './condition-words.ts'
import { longDay } from './days.ts'

/** Of each kind what it is for; its name is what a new one is called. */
export const kindWords: Record<AlertKind, { name: string; says: string }> = {
  response: { name: 'Unhappy customers', says: 'Told within a minute of their answer' },
  fall: { name: 'A score falls', says: 'Told on Monday, if the week before fell by more than chance' },
}

/** What counts as a fall, in a sentence. */
export const fallWords =
  'Each Monday the week before is held against the eight weeks before it, and told only if its score lies lower than those would let it lie in 19 of 20 weeks: few answers and the usual ups and downs are allowed for.'

/** What an alert tells of: "unhappy customers", "a fall of any score". */
export function whatOf({ kind, view, conditions }: Alert, views: readonly View[] = [], surveys: readonly Survey[] = []): string {
  const { survey, ...beyond } = conditions
  const named = survey === undefined ? undefined : (surveys.find(({ id }) => id === survey)?.name ?? 'a survey')
  if (kind === 'fall') {
    const score = named === undefined ? 'a fall of any score' : `a fall of the score of ${named}`
    return Object.keys(beyond).length > 0 ? `${score}, in some segments` : score
  }
  if (view !== null) {
    const name = views.find(({ id }) => id === view)?.name
    return name === undefined ? 'responses of a saved view' : `responses of the view “${name}”`
  }
  const of = named === undefined ? '' : ` of ${named}`
  if (isUnhappy(beyond)) return `unhappy customers${of}`
  if (Object.keys(beyond).length === 0) return `every response${of}`
  return `responses${of}: ${conditionWords(beyond, () => '')}`
}

/** Conditions that ask for unhappy customers and nothing else. */
export const isUnhappy = (conditions: Alert['conditions']) => conditions.unhappy === true && Object.keys(conditions).length === 1

/** "quiet from 22:00 to 07:00"; '' without. */
export const quietOf = ({ quiet }: Pick<Alert, 'quiet'>) => (quiet ? `quiet from ${quiet.from} to ${quiet.to}` : '')

const goneNames: Record<string, string> = {
  view: 'view',
  survey: 'survey',
  tag: 'tag',
  segments: 'dimension',
  answers: 'question',
}

/** Why an alert tells of nothing; '' where it does. */
export const goneOf = ({ gone }: Pick<Alert, 'gone'>) =>
  gone.length === 0 ? '' : `${lostOf(gone)} It tells of nothing until that is back, or the alert is changed.`

/** What is asked for and no longer there. */
export function lostOf(gone: Alert['gone']): string {
  const what = gone.map(({ pointer }) => `a ${goneNames[pointer.split('/')[1] ?? ''] ?? 'filter'}`)
  return `It asks for ${what.join(' and ')} that this site no longer has.`
}

/** What became of a firing. */
export const firingWords: Record<Firing['state'], string> = {
  fired: 'told',
  held: 'held back until the quiet hours, or the hour’s limit, are over',
  cancelled: 'not told: it no longer fitted',
  summarised: 'told with others, in one message',
}

/** "Order success, score 3", "Order success, week of 16 November 2026" */
export function aboutFiring({ survey, score, week }: Firing, surveys: readonly Survey[]): string {
  const name = surveys.find(({ id }) => id === survey)?.name ?? 'A response that is gone'
  if (week !== null) return `${name}, week of ${longDay(week)}`
  return score === null ? name : `${name}, score ${score}`
}

/** "3 will be told within a minute." */
export const testWords = (told: number) => `${told.toLocaleString('en')} will be told within a minute.`
