import type { Problem } from '../../worker/contract/problem.ts'
import type { Rule } from '../../worker/contract/tags.ts'

export const ruleParts = ['any', 'all', 'not'] as const
type RulePart = (typeof ruleParts)[number]

/** A rule as it is typed: words and phrases with commas or new lines between them. */
export type TypedRule = Record<RulePart, string>

export const emptyRule: TypedRule = { any: '', all: '', not: '' }

/** Commas of other scripts too. */
const between = /[,\n\u3001\uff0c\u060c]/

const phrasesOf = (typed: string) => [...new Set(typed.split(between).map((text) => text.trim()))].filter((text) => text !== '')

export function typedRules(rules: readonly Rule[]): TypedRule[] {
  const typed = rules.map(({ any, all, not }) => ({ any: any.join(', '), all: all.join(', '), not: not.join(', ') }))
  return typed.length > 0 ? typed : [emptyRule]
}

const ruleOf = ({ any, all, not }: TypedRule): Rule => ({ any: phrasesOf(any), all: phrasesOf(all), not: phrasesOf(not) })
const isEmpty = ({ any, all, not }: Rule) => any.length + all.length + not.length === 0

/** What is looked for; a rule in which nothing was typed is none. */
export const rulesOf = (typed: readonly TypedRule[]): Rule[] => typed.map(ruleOf).filter((rule) => !isEmpty(rule))

/** What was refused of one field of one of the typed rules, with the words it is about. */
export function faultsOf(
  typed: readonly TypedRule[],
  errors: NonNullable<Problem['errors']>,
  at: number,
  part: RulePart,
): string[] {
  const rules = typed.map(ruleOf)
  const [rule] = rules.slice(at)
  if (!rule || isEmpty(rule)) return []
  const sent = rules.slice(0, at).filter((before) => !isEmpty(before)).length
  const place = `/rules/${sent}/${part}`
  return errors
    .filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`))
    .map(({ pointer, detail }) => {
      const phrase = rule[part][Number(pointer.slice(place.length + 1))]
      return phrase && pointer !== place ? `“${phrase}”: ${detail}` : detail
    })
}
