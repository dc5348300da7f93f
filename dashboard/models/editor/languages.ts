import { addressed, directionOf, formal } from '../../../worker/domain/languages.ts'
import { textsOf } from '../../../worker/domain/texts.ts'
import { ownLanguage, type Standards, translator } from '../../../worker/domain/wordings.ts'
import type { Draft } from './draft.ts'

const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' })

/** "German", "German (informal)", "Portuguese (Brazil)" */
export function languageName(tag: string): string {
  const plain = formal(tag)
  let name = plain
  try {
    name = names.of(plain) ?? plain
  } catch {
    // A tag half typed.
  }
  return tag === plain ? name : `${name} (informal)`
}

export interface Spoken {
  tag: string
  name: string
  /** How many of the survey's texts it hasn't yet; offered to shoppers at 0. */
  lacking: number
  own: boolean
  /** Whether somebody wrote texts for it here. */
  written: boolean
}

/** The languages a survey is written in, is offered in, or is being translated to: its own first, then by name. */
export function languagesOf(draft: Draft, standards: Standards): Spoken[] {
  const known = Object.keys(standards)
  const own = ownLanguage(draft, known)
  const all = Object.keys(textsOf(draft)).length
  const said = translator(draft, standards)
  const tags = new Set(
    [...known.filter((tag) => tag === formal(tag)), ...Object.keys(draft.translations)].map((tag) =>
      addressed(tag, draft.address, known),
    ),
  )
  tags.delete(own)
  const others = [...tags].map((tag) => {
    const written = draft.translations[tag] !== undefined || draft.translations[formal(tag)] !== undefined
    return { tag, name: languageName(tag), lacking: all - Object.keys(said(tag)).length, own: false, written }
  })
  const shown = others.filter(({ lacking, written }) => lacking === 0 || written).sort((a, b) => a.name.localeCompare(b.name))
  return [{ tag: own, name: languageName(own), lacking: 0, own: true, written: true }, ...shown]
}

/** The languages one might translate to, by name. */
export function offerable(draft: Draft, standards: Standards): { tag: string; name: string }[] {
  const known = Object.keys(standards)
  const there = [draft.locale, ...Object.keys(draft.translations)]
  return known
    .filter((tag) => tag === formal(tag) && !there.includes(tag))
    .map((tag) => ({ tag, name: languageName(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

export interface Line {
  key: string
  /** In the survey's own language. */
  original: string
  /** Where in the survey it stands: "Question 2, for detractors". */
  place: string
  translated: string
  /** What the standard wording says in this language, where the survey keeps to it. */
  standard: string
}

/** Every text of the survey beside its translation. */
export function linesOf(draft: Draft, tag: string, standards: Standards): Line[] {
  const translated = draft.translations[tag] ?? {}
  const standard = translator({ ...draft, translations: {} }, standards)(tag)
  return Object.entries(textsOf(draft)).map(([key, original]) => ({
    ...{ key, original, place: placeOf(key, draft) },
    ...{ translated: translated[key] ?? '', standard: standard[key] ?? '' },
  }))
}

export const isRightToLeft = (tag: string) => {
  try {
    return directionOf(tag) === 'rtl'
  } catch {
    return false
  }
}

const parts: Record<string, string> = {
  text: '',
  low: 'low end',
  high: 'high end',
  body: 'body',
  purpose: 'purpose',
  other: 'other choice',
  title: 'title',
}

/** A key of texts in words. */
export function placeOf(key: string, { questions }: Pick<Draft, 'questions'>): string {
  const [room, id, part = '', more] = key.split('.')
  if (room === 'questions') {
    const head = `Question ${questions.findIndex((one) => one.id === id) + 1}`
    if (part === 'textBy') return `${head}, after ${more}`
    if (part === 'choices') return `${head}, choice`
    return parts[part] ? `${head}, ${parts[part]}` : head
  }
  const [, ...rest] = key.split('.')
  const whom = rest[0] === 'by' ? ` for ${rest[1]}` : ''
  const last = rest.filter((one) => one !== 'by' && one !== rest[1])
  const what = rest[0] === 'by' ? last.join(' ') : rest.join(' ')
  return `Thank-you${whom}, ${what}`
}
