import { describe, expect, test } from 'vitest'
import { emptyRule, faultsOf, rulesOf, settledRule, typedRules } from '../../dashboard/models/rule-form.ts'
import { takenBack, typedOn, without, wordsOf } from '../../dashboard/models/typed-words.ts'

const noWords = { done: [], draft: '' }
const words = (draft: string, ...done: string[]) => ({ done, draft })
const typed = (any: string, all = '', not = '') => ({ any: words(any), all: words(all), not: words(not) })

describe('words as they are typed', () => {
  test('are done at each comma of any script and each new line; what follows is still typed', () => {
    expect(typedOn(noWords, 'late')).toEqual(words('late'))
    expect(typedOn(noWords, 'late,')).toEqual(words('', 'late'))
    expect(typedOn(words('', 'late'), ' didn’t  arrive ,,deliver*、遅い，慢، متأخر\ngi')).toEqual(
      words('gi', 'late', 'didn’t arrive', 'deliver*', '遅い', '慢', 'متأخر'),
    )
  })

  test('stand once, whatever their case, and count before they are done', () => {
    expect(typedOn(words('', 'Late'), 'late, LATE, slow,')).toEqual(words('', 'Late', 'slow'))
    expect(wordsOf(words('gift', 'late'))).toEqual(['late', 'gift'])
    expect(wordsOf(words(' , ', 'late'))).toEqual(['late'])
  })

  test('go and come back; what stood in the field is done then', () => {
    expect(without(words('x', 'a', 'b'), 0)).toEqual(words('x', 'b'))
    expect(takenBack(words('x', 'a', 'b'), 1)).toEqual(words('b', 'a', 'x'))
    expect(takenBack(words('B', 'a', 'b'), 1)).toEqual(words('b', 'a'))
  })
})

describe('rules as they are typed', () => {
  test('in which nothing was typed are none; one that only excludes is one', () => {
    expect(rulesOf([emptyRule, typed(' , \n'), typed('', '', 'on time')])).toEqual([{ any: [], all: [], not: ['on time'] }])
  })

  test('read as they were saved, and end with nothing left in a field', () => {
    const rules = [{ any: ['late', '5 stars'], all: ['gift', 'parcel'], not: [] }]
    expect(rulesOf(typedRules(rules))).toEqual(rules)
    expect(typedRules([])).toEqual([emptyRule])
    expect(settledRule(typed('late, slow', 'gift'))).toEqual({
      any: words('', 'late', 'slow'),
      all: words('', 'gift'),
      not: noWords,
    })
  })
})

describe('what is wrong with them', () => {
  const faults = [
    { pointer: '/rules/1/any/2', detail: 'no brackets' },
    { pointer: '/rules/1', detail: 'nothing to look for' },
    { pointer: '/rules/0/all/0', detail: 'too long' },
    { pointer: '/rules/10/any/0', detail: 'elsewhere' },
    { pointer: '/name', detail: 'taken' },
  ]
  const rules = [typed('late', 'gift'), emptyRule, { ...emptyRule, any: words('(c)', 'a', 'b') }]
  const at = (rule: number) => {
    const { words, whole } = faultsOf(rules, faults, rule)
    return { any: [...words.any], all: [...words.all], not: [...words.not], whole }
  }

  test('stands at its word or its rule, whatever empty rule stands before it', () => {
    expect(at(2)).toEqual({ any: [[2, 'no brackets']], all: [], not: [], whole: ['nothing to look for'] })
    expect(at(0)).toEqual({ any: [], all: [[0, 'too long']], not: [], whole: [] })
  })

  test('stands at no rule that is none', () => {
    expect(at(1)).toEqual({ any: [], all: [], not: [], whole: [] })
  })
})
