import type { Question } from '../../../worker/contract/question.ts'
import type { Definition } from '../../../worker/contract/survey.ts'
import { textsOf } from '../../../worker/domain/texts.ts'
import { number } from '../wording.ts'
import { sentence } from './branches.ts'
import { type Draft, isSame } from './draft.ts'
import { languageName, placeOf } from './languages.ts'
import { targetingChanges } from './when/changes.ts'

/** One difference between two states of a survey, to be read: what, and from what to what where that can be shown. */
export interface Change {
  kind: 'added' | 'removed' | 'changed'
  what: string
  from?: string
  to?: string
}

type Compared = Definition & Partial<Pick<Draft, 'name' | 'touchpoint'>>

/** What a shopper or the owner would notice between two states, in the order of the editor. */
export function changesBetween(before: Compared, after: Compared): Change[] {
  return [
    ...valueChanges(before, after),
    ...questionChanges(before, after),
    ...wordChanges(before, after),
    ...endingChanges(before, after),
    ...lookChanges(before.appearance, after.appearance),
    ...targetingChanges(before.targeting, after.targeting),
    ...languageChanges(before, after),
  ]
}

const changed = (what: string, from: unknown, to: unknown): Change[] =>
  isSame(from, to) ? [] : [{ kind: 'changed', what, from: shown(from), to: shown(to) }]

function valueChanges(before: Compared, after: Compared): Change[] {
  return [
    ...(before.name === undefined || after.name === undefined ? [] : changed('Name', before.name, after.name)),
    ...(before.touchpoint === undefined || after.touchpoint === undefined
      ? []
      : changed('Touchpoint', before.touchpoint, after.touchpoint)),
    ...changed('Metric', before.metric, after.metric),
    ...changed('Points of the scale', before.points, after.points),
    ...changed('Address', before.address, after.address),
    ...changed('Language of the survey', languageName(before.locale), languageName(after.locale)),
  ]
}

function questionChanges(before: Compared, after: Compared): Change[] {
  const idsOf = (all: readonly Question[]) => all.map(({ id }) => id)
  const stayed = idsOf(after.questions).filter((id) => idsOf(before.questions).includes(id))
  const order = idsOf(before.questions).filter((id) => stayed.includes(id))
  return [
    ...before.questions.flatMap((one) =>
      stayed.includes(one.id) ? [] : [{ kind: 'removed' as const, what: `Question “${one.text}”` }],
    ),
    ...after.questions.flatMap((one) =>
      stayed.includes(one.id) ? [] : [{ kind: 'added' as const, what: `Question “${one.text}”` }],
    ),
    ...(isSame(order, stayed) ? [] : [{ kind: 'changed' as const, what: 'Order of the questions' }]),
    ...after.questions.flatMap((one, at) => {
      const old = before.questions.find(({ id }) => id === one.id)
      return old ? shapeChanges(old, one, before, after, at) : []
    }),
  ]
}

/** All of a question but its words. */
function shapeChanges(old: Question, now: Question, before: Compared, after: Compared, at: number): Change[] {
  const name = `Question ${at + 1}`
  const of = (one: Question, key: string) => (key in one ? one[key as keyof Question] : undefined)
  const was = before.questions.indexOf(old)
  const ways = (one: Question, all: Compared, place: number) =>
    (one.branches ?? []).map((branch) => sentence(branch, all as Draft, place)).join(' ') || 'the next question follows'
  const choices = (one: Question) => ('choices' in one ? one.choices : [])
  const ids = (one: Question) => choices(one).map(({ id }) => id)
  return [
    ...changed(`${name}: kind`, old.type, now.type),
    ...changed(`${name}: must be answered`, of(old, 'required') ?? false, of(now, 'required') ?? false),
    ...changed(`${name}: drawn as`, of(old, 'style') ?? 'numbers', of(now, 'style') ?? 'numbers'),
    ...changed(`${name}: points`, of(old, 'points'), of(now, 'points')),
    ...changed(`${name}: asks for`, of(old, 'channel'), of(now, 'channel')),
    ...changed(`${name}: length`, of(old, 'short') ? 'one line' : 'a box', of(now, 'short') ? 'one line' : 'a box'),
    ...choices(old).flatMap(({ id, text }) =>
      ids(now).includes(id) ? [] : [{ kind: 'removed' as const, what: `${name}: choice “${text}”` }],
    ),
    ...choices(now).flatMap(({ id, text }) =>
      ids(old).includes(id) ? [] : [{ kind: 'added' as const, what: `${name}: choice “${text}”` }],
    ),
    ...(isSame(old.branches ?? [], now.branches ?? [])
      ? []
      : changed(`${name}: what follows`, ways(old, before, was), ways(now, after, at))),
  ]
}

/** Wordings that are there before and after; those of what came or went are told with it. */
function wordChanges(before: Compared, after: Compared): Change[] {
  const [old, now] = [textsOf(before), textsOf(after)]
  const asked = before.questions.filter(({ id }) => after.questions.some((one) => one.id === id)).map(({ id }) => id)
  const told = (key: string) => key.startsWith('thanks.') || asked.some((id) => key.startsWith(`questions.${id}.`))
  const isChoice = (key: string) => /^questions\.[^.]+\.choices\./.test(key)
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(told)
  return keys.flatMap((key) => {
    const what = `Wording: ${placeOf(key, after)}`
    if (isChoice(key) && !(old[key] && now[key])) return []
    if (old[key] && now[key]) return changed(what, old[key], now[key])
    return old[key]
      ? [{ kind: 'removed' as const, what, from: old[key] }]
      : [{ kind: 'added' as const, what, to: now[key] ?? '' }]
  })
}

/** Of the thank-you what is no wording: where it leads, and codes. */
function endingChanges(before: Compared, after: Compared): Change[] {
  const leads = ({ thanks }: Compared): Record<string, string> =>
    Object.fromEntries(
      Object.entries({ '': thanks, ...thanks.by }).flatMap(([category, ending]) => {
        const whom = category ? ` for ${category}` : ''
        const { link, coupon = '', redirect = '' } = ending
        return [
          [`Thank-you${whom}: link`, link?.url ?? ''],
          [`Thank-you${whom}: code`, coupon],
          [`Thank-you${whom}: goes on to`, redirect],
          ...('review' in ending && ending.review ? [['Thank-you: place for reviews', ending.review.url]] : []),
        ]
      }),
    )
  const [old, now] = [leads(before), leads(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((what) =>
    changed(what, old[what] ?? '', now[what] ?? ''),
  )
}

const lookNames: Record<string, string> = {
  theme: 'light or dark',
  brand: 'colour',
  corner: 'corner',
  shape: 'shape',
  element: 'place in the page',
  radius: 'round corners',
  font: 'font',
}
function lookChanges(before: Compared['appearance'], after: Compared['appearance']): Change[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const now = new Map<string, unknown>(Object.entries(after))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    changed(`Look: ${lookNames[key] ?? key}`, old.get(key) ?? '', now.get(key) ?? ''),
  )
}

function languageChanges({ translations: before }: Compared, { translations: after }: Compared): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((tag): Change[] => {
    const [old, now] = [Object.keys(before[tag] ?? {}).length, Object.keys(after[tag] ?? {}).length]
    const what = `Translation to ${languageName(tag)}`
    if (isSame(before[tag], after[tag])) return []
    if (!before[tag]) return [{ kind: 'added', what, to: texts(now) }]
    if (!after[tag]) return [{ kind: 'removed', what, from: texts(old) }]
    return [{ kind: 'changed', what, from: texts(old), to: texts(now) }]
  })
}

const texts = (n: number) => `${number(n)} ${n === 1 ? 'text' : 'texts'}`

function shown(value: unknown): string {
  if (value === '' || value === undefined) return 'nothing'
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
