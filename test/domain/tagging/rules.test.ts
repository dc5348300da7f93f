import { describe, expect, it } from 'vitest'
import { limits } from '../../../worker/contract/limits.ts'
import type { Rule } from '../../../worker/contract/tags.ts'
import { ruleFaults } from '../../../worker/domain/tagging/rule-faults.ts'
import { compileRules } from '../../../worker/domain/tagging/rules.ts'
import { readWords } from '../../../worker/domain/words/reading.ts'

const any = (...phrases: string[]): Rule => ({ any: phrases, all: [], not: [] })

/** What the rule finds in the text, as it stands there; undefined where it doesn't fit. */
function marked(rule: Rule | Rule[], text: string, hint?: string): string[] | undefined {
  const matcher = compileRules([{ id: 'tag', rules: [rule].flat() }])
  return matcher
    .match(readWords(text, hint))
    .get('tag')
    ?.words.map(([start, end]) => text.slice(start, end))
}

describe('a phrase', () => {
  it.each([
    ['late', 'It was LATE', ['LATE']],
    ['LATÉ', 'it was late', ['late']],
    ['late', 'It came later', undefined],
    ["doesn't work", 'It doesn’t work.', ['doesn’t work']],
    ["doesn't work", 'it does not work', ['does not work']],
    ['did not arrive', 'it didnt arrive', ['didnt arrive']],
    ['not working', "it isn't working", ["isn't working"]],
    ['cannot', "I can't see it", ["can't"]],
    ['please add', 'pls add blue', ['pls add']],
    ['5 stars', 'I give 5 stars', ['5 stars']],
    ['_money_', 'not worth the _money_ it cost', ['money']],
    ['C&A', 'I prefer C&A!', ['C&A']],
    ['würde', 'Ich WÜRDE es nicht kaufen', ['WÜRDE']],
    ['🚚', 'where is the 🚚?', ['🚚']],
    ['late delivery', 'late, delivery', ['late, delivery']],
    ['late delivery', 'It was late. Delivery by post', undefined],
    ['late delivery', 'late\ndelivery', undefined],
    ['late delivery', 'late again delivery', undefined],
    ['deliver*', 'undelivered, but delivering', ['delivering']],
    ['not deliver*', 'it was not delivered', ['not delivered']],
    ['deliver* late', 'they delivered late', ['delivered late']],
    ['size', 'all the sizes are wrong', ['sizes']],
    ['fits well', 'it fitted well', ['fitted well']],
  ])('%j in %j', (phrase, text, expected) => {
    expect(marked(any(phrase), text, 'en')).toEqual(expected)
  })

  it.each([
    ['de', 'Lieferung', 'Die Lieferungen waren nicht gut'],
    ['fr', 'livré', "Je n'ai pas été livree à temps"],
    ['es', 'zapato', 'Los zapatos son muy buenos'],
    ['nl', 'schoen', 'De schoenen zijn niet goed'],
    ['it', 'pacco', 'I pacchi sono arrivati'],
    ['pt', 'entrega', 'As entregas não chegam'],
    ['ru', 'доставка', 'Я не доволен доставкой'],
    ['zh', '质量', '这件衣服的质量很好'],
    ['ja', '配送', '配送がとても遅かったです'],
    ['th', 'ส่งช้า', 'ร้านนี้ส่งช้ามาก'],
    ['ko', '배송*', '배송이 너무 늦었어요'],
    ['ar', 'توصيل*', 'كان توصيل الطلب سريعا'],
  ])('is found in %s', (hint, phrase, text) => {
    expect(marked(any(phrase), text, hint)).toHaveLength(1)
  })

  it('is found in a script without spaces however the sentence is cut', () => {
    const sentence = '我觉得太贵了吧'
    for (let from = 0; from < sentence.length; from++) {
      for (let to = from + 1; to <= sentence.length; to++) {
        expect(marked(any(sentence.slice(from, to)), sentence)).toEqual([sentence.slice(from, to)])
      }
    }
  })
})

describe('a rule', () => {
  const rule: Rule = { any: ['late', 'slow'], all: ['delivery'], not: ['not late'] }

  it('needs one of any, each of all and none of not, and tells where they stand', () => {
    expect(marked(rule, 'slow delivery')).toEqual(['slow', 'delivery'])
    expect(marked(rule, 'the delivery was late and slow')).toEqual(['delivery', 'late', 'slow'])
    expect(marked(rule, 'delivery')).toBeUndefined()
    expect(marked(rule, 'late')).toBeUndefined()
    expect(marked(rule, 'the delivery was slow but not late')).toBeUndefined()
  })

  it('counts two spellings of one phrase as both there', () => {
    expect(marked({ any: [], all: ['size', 'Size', 'size'], not: [] }, 'wrong size')).toEqual(['size'])
  })

  it('never fits by what is missing alone', () => {
    expect(marked({ any: [], all: [], not: ['late'] }, 'all well')).toBeUndefined()
  })

  it('leaves the tag to another rule where it does not fit', () => {
    expect(marked([rule, any('courier')], 'my courier')).toEqual(['courier'])
  })

  it('marks each place once', () => {
    expect(marked(any('too big', 'big', 'much too big'), 'much too big, big')).toEqual(['much too big', 'big'])
  })
})

it('gives each tag by its own rules', () => {
  const matcher = compileRules([
    { id: 'a', rules: [any('late')] },
    { id: 'b', rules: [any('late delivery')] },
    { id: 'c', rules: [any('price')] },
  ])
  expect([...matcher.match(readWords('a late delivery')).keys()].sort()).toEqual(['a', 'b'])
})

describe('faults', () => {
  const detailOf = (phrase: string) => ruleFaults([any('fine', phrase)]).map(({ pointer }) => pointer)

  it.each([
    "doesn't work",
    '5 stars',
    '_money_',
    'C&A',
    'würde',
    'deliver*',
    'so late?',
    'a b c d e f g h',
    '太贵了',
    '👍',
    'not deliver* in time',
  ])('finds none in %j', (phrase) => expect(detailOf(phrase)).toEqual([]))

  it.each([
    '(late)',
    'la[tr]e',
    'a|b',
    'late{2}',
    '\\w',
    '^late',
    'late$',
    'late+',
    'colou?r',
    '*',
    'late *',
    'a*',
    '*late',
    'la*te',
    'la.*',
    'late**',
    '...',
    '&',
    'a b c d e f g h i',
  ])('finds one in %j', (phrase) => expect(detailOf(phrase)).toEqual(['/rules/0/any/1']))

  it('finds a rule that looks for nothing', () => {
    expect(ruleFaults([any('late'), { any: [], all: [], not: ['late'] }]).map(({ pointer }) => pointer)).toEqual(['/rules/1'])
  })

  it('counts all phrases of a tag', () => {
    const most = Array.from({ length: limits.phrasesPerTag - 1 }, (_, i) => `word${i}`)
    expect(ruleFaults([any(...most), any('one')])).toEqual([])
    expect(ruleFaults([any(...most), any('one'), any('two')]).map(({ pointer }) => pointer)).toEqual(['/rules'])
  })
})

it('finds what rules and texts repeat, and marks only the first of many places', () => {
  const runs = Array.from({ length: 8 }, (_, i) =>
    Array(i + 1)
      .fill('a')
      .join(' '),
  )
  const nested = [...runs, '哈'.repeat(90), ...runs.map((run) => run.replaceAll('a', 'aa*'))]
  const matcher = compileRules([{ id: 'tag', rules: [any(...nested)] }])
  for (const text of ['a '.repeat(2_500), '哈'.repeat(5_000), 'aaa '.repeat(1_250), 'a'.repeat(5_000)]) {
    const words = matcher.match(readWords(text)).get('tag')?.words ?? []
    expect(words.length).toBeGreaterThan(0)
    expect(words.length).toBeLessThanOrEqual(20)
  }
})
