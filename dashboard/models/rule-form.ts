import type { Rule } from '../../worker/contract/tags.ts'
import type { Fault } from '../../worker/domain/faults/fault.ts'
import { settled, type TypedWords, wordsOf } from './typed-words.ts'

export const ruleParts = ['any', 'all', 'not'] as const
export type RulePart = (typeof ruleParts)[number]

/** A rule as it is typed. */
export type TypedRule = Record<RulePart, TypedWords>

const noWords: TypedWords = { done: [], draft: '' }
export const emptyRule: TypedRule = { any: noWords, all: noWords, not: noWords }

export function typedRules(rules: readonly Rule[]): TypedRule[] {
  const of = (done: readonly string[]): TypedWords => ({ done, draft: '' })
  const typed = rules.map(({ any, all, not }) => ({ any: of(any), all: of(all), not: of(not) }))
  return typed.length > 0 ? typed : [emptyRule]
}

export const settledRule = ({ any, all, not }: TypedRule): TypedRule => ({
  any: settled(any),
  all: settled(all),
  not: settled(not),
})

const ruleOf = ({ any, all, not }: TypedRule): Rule => ({ any: wordsOf(any), all: wordsOf(all), not: wordsOf(not) })
const isEmpty = ({ any, all, not }: Rule) => any.length + all.length + not.length === 0

/** What is looked for; a rule in which nothing was typed is none. */
export const rulesOf = (typed: readonly TypedRule[]): Rule[] => typed.map(ruleOf).filter((rule) => !isEmpty(rule))

/** What is wrong with a rule: with a word of one of its fields by its place there, and with the rule itself. */
export interface RuleFaults {
  words: Record<RulePart, ReadonlyMap<number, string>>
  whole: string[]
}

/** What is wrong with one of the typed rules, told from `faults` of all; empty rules are none, so that those after them have other numbers. */
export function faultsOf(typed: readonly TypedRule[], faults: readonly Fault[], at: number): RuleFaults {
  const rules = typed.map(ruleOf)
  const sent = rules.slice(0, at).filter((rule) => !isEmpty(rule)).length
  const isSent = !isEmpty(rules[at] ?? { any: [], all: [], not: [] })
  const place = `/rules/${sent}`
  const own = isSent ? faults.filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`)) : []
  const of = (part: RulePart) =>
    new Map(
      own.flatMap(({ pointer, detail }): [number, string][] => {
        const [, name, word] = pointer.slice(place.length).split('/')
        return name === part ? [[Number(word), detail]] : []
      }),
    )
  const words = { any: of('any'), all: of('all'), not: of('not') }
  return { words, whole: own.filter(({ pointer }) => pointer === place).map(({ detail }) => detail) }
}
