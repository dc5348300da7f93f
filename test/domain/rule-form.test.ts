import { describe, expect, test } from 'vitest'
import { emptyRule, faultsOf, rulesOf, typedRules } from '../../dashboard/models/rule-form.ts'

const typed = (any: string, all = '', not = '') => ({ any, all, not })

describe('rules as they are typed', () => {
  test('are words and phrases between commas of any script and new lines, each once', () => {
    expect(rulesOf([typed(' late,  didn’t arrive ,,late\ndeliver*、遅い，慢، متأخر ', 'gift', 'on time')])).toEqual([
      { any: ['late', 'didn’t arrive', 'deliver*', '遅い', '慢', 'متأخر'], all: ['gift'], not: ['on time'] },
    ])
  })

  test('in which nothing was typed are none; one that only excludes is one', () => {
    expect(rulesOf([emptyRule, typed(' , \n'), typed('', '', 'on time')])).toEqual([{ any: [], all: [], not: ['on time'] }])
  })

  test('read as they were saved', () => {
    const rules = [{ any: ['late', '5 stars'], all: ['gift', 'parcel'], not: [] }]
    expect(rulesOf(typedRules(rules))).toEqual(rules)
    expect(typedRules([])).toEqual([emptyRule])
  })
})

describe('what was refused of them', () => {
  const refused = [
    { pointer: '/rules/1/any/2', detail: 'no brackets' },
    { pointer: '/rules/1/any', detail: 'too many' },
    { pointer: '/rules/0/all/0', detail: 'too long' },
    { pointer: '/rules/10/any/0', detail: 'elsewhere' },
    { pointer: '/name', detail: 'taken' },
  ]
  const rules = [typed('late', 'gift'), emptyRule, typed('a, b, (c)')]

  test('stands at its field with the words it is about, whatever empty rule stands before it', () => {
    expect(faultsOf(rules, refused, 2, 'any')).toEqual(['“(c)”: no brackets', 'too many'])
    expect(faultsOf(rules, refused, 0, 'all')).toEqual(['“gift”: too long'])
  })

  test('stands at no other field', () => {
    expect(faultsOf(rules, refused, 0, 'any')).toEqual([])
    expect(faultsOf(rules, refused, 1, 'any')).toEqual([])
    expect(faultsOf(rules, refused, 2, 'not')).toEqual([])
  })
})
