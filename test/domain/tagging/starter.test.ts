import { describe, expect, it } from 'vitest'
import { CreateTag } from '../../../worker/contract/tags.ts'
import { ruleFaults } from '../../../worker/domain/tagging/rule-faults.ts'
import { compileRules } from '../../../worker/domain/tagging/rules.ts'
import { starterTags } from '../../../worker/domain/tagging/starter.ts'
import { readWords } from '../../../worker/domain/words/reading.ts'
import { otherComments } from './other-comments.ts'
import { starterComments } from './starter-comments.ts'

/** One letter a tag, in the order of the starter tags. */
const letters = [...'DPQFSWYRKG']
const matcher = compileRules(starterTags.map(({ rules }, i) => ({ id: letters[i] ?? '', rules })))

/** How many of the tags given were right, and how many of the right ones were given. */
function judged(language: string, labelled = ''): { precision: number; recall: number } {
  const sums = { right: 0, wrong: 0, missed: 0 }
  for (const line of labelled.split('\n')) {
    const cut = line.indexOf(' ')
    const expected = new Set(line.slice(0, cut))
    const given = new Set(matcher.match(readWords(line.slice(cut + 1), language)).keys())
    sums.right += [...given].filter((one) => expected.has(one)).length
    sums.wrong += [...given].filter((one) => !expected.has(one)).length
    sums.missed += [...expected].filter((one) => !given.has(one)).length
  }
  return { precision: sums.right / (sums.right + sums.wrong), recall: sums.right / (sums.right + sums.missed) }
}

it('offers ten tags that a site could have made itself', () => {
  expect(starterTags).toHaveLength(letters.length)
  for (const tag of starterTags) {
    expect(CreateTag.parse(tag)).toEqual(tag)
    expect(ruleFaults(tag.rules)).toEqual([])
  }
  expect(new Set(starterTags.map(({ colour }) => colour)).size).toBe(letters.length)
})

describe('the starter tags', () => {
  it.each(Object.keys(starterComments))('are right and complete in %s', (language) => {
    const { precision, recall } = judged(language, starterComments[language])
    expect(precision).toBeGreaterThanOrEqual(0.85)
    expect(recall).toBeGreaterThanOrEqual(0.85)
  })

  it.each(Object.keys(otherComments))('are mostly right in %s where people say it otherwise', (language) => {
    const { precision, recall } = judged(language, otherComments[language])
    expect(precision).toBeGreaterThanOrEqual(0.85)
    expect(recall).toBeGreaterThanOrEqual(0.65)
  })
})
