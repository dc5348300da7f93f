import { describe, expect, test } from 'vitest'
import { piecesAt } from '../../dashboard/models/highlight.ts'
import { edited, noEdits, tagsAfter } from '../../dashboard/models/tag-edits.ts'
import { newName, tagOptions } from '../../dashboard/models/tag-options.ts'
import {
  precisionWords,
  recallWords,
  rulesInShort,
  sourceWords,
  tagColours,
  whyTagged,
} from '../../dashboard/models/tag-words.ts'
import type { ResponseTag } from '../../worker/contract/response.ts'
import { TagColour, type TagLearning } from '../../worker/contract/tags.ts'

const tag = (id: string, name: string, archived = false) => ({
  ...{ id, name, archived, description: '', rules: [], createdAt: '2026-10-01T00:00:00Z' },
  colour: 'slate' as const,
})
const late = tag('tag_1', 'Late')
const price = tag('tag_2', 'Price')
const ete = tag('tag_3', 'Été')
const gone = tag('tag_4', 'Old price', true)
const all = [price, late, ete, gone]
const given: ResponseTag = { id: 'tag_1', name: 'Late', source: 'rule', confidence: 1, because: ['late', 'courier'] }

describe('why a comment has a tag', () => {
  test('is told by its source, with the words that decided', () => {
    expect(whyTagged(given)).toBe('rule: late, courier')
    expect(whyTagged({ ...given, source: 'learned', confidence: 0.834 })).toBe('learned, 83 %: late, courier')
    expect(whyTagged({ ...given, source: 'learned', confidence: 0.5, because: [] })).toBe('learned, 50 %')
    expect(whyTagged({ ...given, source: 'manual' })).toBe('by hand')
  })
})

describe('what was decided by hand', () => {
  test('shows at once, and stays whatever is read later', () => {
    const edits = edited(edited(noEdits, ['rsp_1', 'rsp_2'], 'tag_1', false), ['rsp_1'], 'tag_2', true)
    const byHand: ResponseTag = { id: 'tag_2', name: 'Price', source: 'manual', confidence: 1, because: [] }
    expect(tagsAfter([given], edits.get('rsp_1'), all)).toEqual([byHand])
    expect(tagsAfter([given], edits.get('rsp_2'), all)).toEqual([])
    expect(tagsAfter([given], edits.get('rsp_3'), all)).toEqual([given])
    expect(tagsAfter([given, byHand], edits.get('rsp_1'), all)).toEqual([byHand])
  })

  test('makes a rule’s tag one by hand, and can be taken back', () => {
    const on = edited(noEdits, ['rsp_1'], 'tag_1', true)
    expect(tagsAfter([given], on.get('rsp_1'), all)).toMatchObject([{ id: 'tag_1', source: 'manual' }])
    expect(tagsAfter([given], edited(on, ['rsp_1'], 'tag_1', false).get('rsp_1'), all)).toEqual([])
  })
})

describe('the tags that what is typed may mean', () => {
  const names = (typed: string, first: string[] = []) => tagOptions(all, new Set(first), typed).map(({ name }) => name)

  test('are found without case and accents; archived ones are not offered', () => {
    expect(names('ETE')).toEqual(['Été'])
    expect(names('price')).toEqual(['Price'])
    expect(names('zzz')).toEqual([])
  })

  test('stand by name, those that were on before the others, those that begin so before all', () => {
    expect(names('')).toEqual(['Été', 'Late', 'Price'])
    expect(names('', ['tag_2'])).toEqual(['Price', 'Été', 'Late'])
    expect(names('e', ['tag_2'])).toEqual(['Été', 'Price', 'Late'])
  })

  test('are joined by a new one, unless there is one of that name, archived or not', () => {
    expect(newName(all, '  Gifts ')).toBe('Gifts')
    expect(newName(all, 'late')).toBe('')
    expect(newName(all, 'old PRICE')).toBe('')
    expect(newName(all, ' ')).toBe('')
  })
})

describe('how well a tag is given', () => {
  const judged: TagLearning = {
    ...{ id: 'tag_1', name: 'Late', source: 'rules', positives: 9, judged: 30 },
    ...{ precision: 0.912, recall: null, f1: 0.8, rulesF1: 0.7 },
  }

  test('is a count of a hundred; nothing to divide by is not 0', () => {
    expect(precisionWords(judged)).toBe('of 100 given, 91 right')
    expect(recallWords(judged)).toBe('not judged yet')
    expect(recallWords({ ...judged, recall: 0 })).toBe('of 100 that fit, 0 found')
  })

  test('says what it takes to learn: ten corrections, and to be no worse than the rules', () => {
    expect(sourceWords(judged)).toMatch(/9 of the 10/)
    expect(sourceWords({ ...judged, positives: 10 })).toMatch(/until it is learned next/)
    expect(sourceWords({ ...judged, positives: 10, rulesF1: 0.81 })).toMatch(/not better yet/)
    expect(sourceWords({ ...judged, source: 'learned' })).toMatch(/^Learned from 30/)
    expect(sourceWords({ ...judged, source: 'both' })).toMatch(/^The rules, and what was learned from 30/)
  })

  test('rules are named by their first words', () => {
    expect(rulesInShort([{ any: ['a', 'b'], all: [], not: ['x'] }])).toBe('a, b')
    expect(rulesInShort([{ any: ['c', 'd', 'e', 'f', 'g', 'h'], all: ['a', 'b'], not: [] }])).toBe(
      'a + b, c, d, e, f, g and 1 more',
    )
    expect(rulesInShort([])).toBe('')
  })

  test('the palette is the one the API takes', () => {
    expect([...tagColours].sort()).toEqual([...TagColour.options].sort())
  })
})

describe('marks at places that are known', () => {
  const cut = (text: string, places: [number, number][]) =>
    piecesAt(text, places)
      .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join('')

  test('add up to the text, one where they touch, and none where they are empty or beyond it', () => {
    expect(
      cut('too late again', [
        [4, 8],
        [0, 3],
      ]),
    ).toBe('[too] [late] again')
    expect(
      cut('too late', [
        [0, 5],
        [4, 99],
      ]),
    ).toBe('[too late]')
    expect(
      cut('late', [
        [2, 2],
        [9, 12],
        [-5, 0],
      ]),
    ).toBe('late')
    expect(cut('', [[0, 4]])).toBe('')
  })

  test('never cut what is seen as one character', () => {
    expect(cut('ok 👨‍👩‍👧 ok', [[4, 5]])).toBe('ok [👨‍👩‍👧] ok')
  })
})
