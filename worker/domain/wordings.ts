import type { Definition } from '../contract/survey.ts'
import { addressed, broader, formal, suitableLanguage } from './languages.ts'
import type { StandardWording } from './locale.ts'
import { standardQuestions } from './standard.ts'
import { type Texts, textsOf } from './texts.ts'

/** The standard wording by language. */
export type Standards = Readonly<Record<string, StandardWording>>

/** A survey's texts by language, its own left out. */
export type Wordings = Record<string, Texts>

/** The wordings of every language the survey is wholly available in: what a version freezes. */
export function wordingsOf(definition: Definition, standards: Standards): Wordings {
  const all = Object.keys(textsOf(definition)).length
  const said = translator(definition, standards)
  const offered = languagesToTry(definition, standards)
    .map((tag): [string, Texts] => [tag, said(tag)])
    .filter(([, texts]) => Object.keys(texts).length === all)
  return Object.fromEntries(offered)
}

/**
 * What there is of a survey in a language: first what was translated for it, then the standard wording, where the survey
 * still says what the standard says in its own language.
 */
export function translator(definition: Definition, standards: Standards): (tag: string) => Texts {
  const { translations, metric, locale, address } = definition
  // Either way of address: a survey may be addressed otherwise since it was made.
  const originals = (['formal', 'informal'] as const).flatMap((either) => {
    const wording = standardIn(formal(locale), either, standards)
    return wording ? [templatesOf(metric, wording)] : []
  })
  const texts = Object.entries(textsOf(definition)).map(([key, text]) => {
    const standard = standardKey(key)
    const products = originals.map((original) => productIn(text, original[standard]))
    return { key, standard, product: products.find((product) => product !== undefined) }
  })
  return (tag) => {
    const own = broader(tag).map((one) => translations[one])
    const target = standardIn(tag, address, standards)
    const templates = target ? templatesOf(metric, target) : {}
    const said: Texts = {}
    for (const { key, standard, product } of texts) {
      const restated = product === undefined ? undefined : templates[standard]?.replace('{product}', () => product)
      const words = own.find((one) => one?.[key])?.[key] ?? restated
      if (words) said[key] = words
    }
    return said
  }
}

/** The tag under which the survey itself is written, told by its address. */
export function ownLanguage({ locale, address }: Definition, known: readonly string[]): string {
  return addressed(locale, address, known)
}

/** The standard wording in a language; undefined where there is none yet. */
export function standardIn(tag: string, address: Definition['address'], standards: Standards): StandardWording | undefined {
  const known = Object.keys(standards)
  const found = suitableLanguage(tag, known)
  return found ? standards[addressed(found, address, known)] : undefined
}

/** Of two ways of address the one that is wanted; the other only where somebody translated it. */
function languagesToTry(definition: Definition, standards: Standards): string[] {
  const known = Object.keys(standards)
  const tags = [...known.filter((tag) => tag === formal(tag)), ...Object.keys(definition.translations)]
  const spoken = new Set(tags.map((tag) => addressed(tag, definition.address, known)))
  spoken.delete(ownLanguage(definition, known))
  return [...spoken]
}

/** The standard wording by the keys of a survey's texts, `{product}` unfilled. */
function templatesOf(metric: Definition['metric'], wording: StandardWording): Texts {
  return textsOf({ questions: standardQuestions(metric, '{product}', wording), thanks: wording.thanks })
}

/** Which template a text may come from: a category's thank-you says the same as the one for all. */
function standardKey(key: string): string {
  return key.replace(/^thanks\.by\.\w+\./, 'thanks.')
}

/** What stands in a text for `{product}`, '' where the template has no such place; undefined if it says something else. */
function productIn(text: string, template: string | undefined): string | undefined {
  if (template === undefined) return
  const [before = '', after] = template.split('{product}')
  if (after === undefined) return text === template ? '' : undefined
  if (!text.startsWith(before) || !text.endsWith(after)) return
  return text.slice(before.length, text.length - after.length) || undefined
}
