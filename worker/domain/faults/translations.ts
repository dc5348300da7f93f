import type { Definition } from '../../contract/survey.ts'
import { canonicalTag } from '../languages.ts'
import { placesOf } from '../piping.ts'
import { type Texts, textsOf } from '../texts.ts'
import type { Fault } from './fault.ts'

/** Translations are into other languages, of texts the survey has, with the same places to fill. */
export function translationFaults(definition: Definition): Fault[] {
  const { locale, translations } = definition
  const texts = textsOf(definition)
  return [
    ...tagFaults(locale, '/locale'),
    ...Object.entries(translations).flatMap(([tag, translated]) => {
      const pointer = `/translations/${tag}`
      const own = tag === locale ? [{ pointer, detail: 'the language the survey itself is written in' }] : []
      return [...own, ...tagFaults(tag, pointer), ...textFaults(translated, texts, pointer)]
    }),
  ]
}

/** One spelling of each language, so that nobody asks for `pt-br` in vain. */
function tagFaults(tag: string, pointer: string): Fault[] {
  const canonical = canonicalTag(tag)
  if (canonical === tag) return []
  return [{ pointer, detail: canonical ? `is written ${canonical}` : 'a language tag such as de or pt-BR' }]
}

function textFaults(translated: Texts, texts: Texts, pointer: string): Fault[] {
  return Object.entries(translated).flatMap(([key, text]) => {
    const original = Object.hasOwn(texts, key) ? texts[key] : undefined
    const fault = (detail: string) => [{ pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, detail }]
    if (original === undefined) return fault('the survey has no such text')
    return samePlaces(original, text) ? [] : fault('needs the same places as the text it translates')
  })
}

function samePlaces(one: string, other: string): boolean {
  return JSON.stringify(placesOf(one)?.sort()) === JSON.stringify(placesOf(other)?.sort())
}
