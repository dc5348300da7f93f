import { expect, it } from 'vitest'
import { chooseVoices, type Spoken, toneOf } from '../../worker/domain/voices.ts'

const tag = (id: string) => ({ id, name: id, source: 'rule' as const, confidence: 1, because: [] })
const said = (comment: string, tags: string[] = [], more: Partial<Spoken> = {}): Spoken => ({
  ...{ comment, category: 'detractor', sentiment: null, disagrees: false, tags: tags.map(tag) },
  ...more,
})
const words = (of: readonly Spoken[]) => of.map(({ comment }) => comment)

it('a comment praises or complains by its score, and is neither where its words say the opposite', () => {
  const nps = { metric: 'nps' } as const
  expect(toneOf(nps, said('x'))).toBe('problem')
  expect(toneOf(nps, said('x', [], { category: 'promoter' }))).toBe('praise')
  expect(toneOf(nps, said('x', [], { category: 'passive', sentiment: 'negative' }))).toBeUndefined()
  expect(toneOf(nps, said('x', [], { sentiment: 'positive' }))).toBeUndefined()
  expect(toneOf(nps, said('x', [], { category: 'promoter', disagrees: true }))).toBeUndefined()
})

it('without a score the words decide', () => {
  const none = { metric: 'none' } as const
  expect(toneOf(none, said('x', [], { category: null, sentiment: 'positive' }))).toBe('praise')
  expect(toneOf(none, said('x', [], { category: null, sentiment: 'negative' }))).toBe('problem')
  expect(toneOf(none, said('x', [], { category: null, sentiment: 'mixed' }))).toBeUndefined()
})

it('voices are of different tags, the most frequent first, and of those the newest', () => {
  const spoken = [
    said('The parcel came three days late', ['delivery']),
    said('My size was wrong on the page', ['size']),
    said('Nobody told me when it would come', ['delivery']),
    said('I waited for the parcel all week', ['delivery']),
    said('The colour is not as in the picture', ['picture']),
    said('Sizes differ from brand to brand', ['size']),
  ]
  expect(words(chooseVoices(spoken, 3))).toEqual([
    'The parcel came three days late',
    'My size was wrong on the page',
    'The colour is not as in the picture',
  ])
})

it('what is read at a glance comes before what is too short or too long, and the same words are shown once', () => {
  const spoken = [said('Bad'), said('y'.repeat(281)), said('Came far too late for me'), said('came far too late for me ')]
  expect(words(chooseVoices(spoken, 3))).toEqual(['Came far too late for me', 'Bad', 'y'.repeat(281)])
  expect(chooseVoices([], 3)).toEqual([])
})
