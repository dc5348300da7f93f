import { describe, expect, it } from 'vitest'
import { seeded } from '../../../scripts/sample/random.ts'
import { unpackWeights } from '../../../worker/domain/learning/packed.ts'
import { listenerOf } from '../../../worker/domain/sentiment/model.ts'
import type { Part } from '../../../worker/domain/sentiment/parts.ts'
import { folds, hearHeldOut, type ScoredComment, trainSentiment } from '../../../worker/domain/sentiment/train.ts'
import { readWords } from '../../../worker/domain/words/reading.ts'

/** Words that no list has, by what a shop's customers mean by them. */
const own: Record<Part, string[]> = { 2: ['zorbly', 'quimpish'], 1: ['middlish'], 0: ['grotted', 'flumped'] }
const fillers = 'the of my it was and parcel shirt order shop on with from for this when they have'.split(' ')

function drawn(count: number): { text: string; part: Part }[] {
  const random = seeded(7, 'sentiment')
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  return Array.from({ length: count }, () => {
    const place = random()
    const part: Part = place < 0.2 ? 0 : place < 0.35 ? 1 : 2
    const words = Array.from({ length: 8 }, () => pick(fillers))
    words.splice(Math.floor(random() * 8), 0, pick(own[part]))
    return { text: words.join(' '), part }
  })
}

const scored = (comments: { text: string; part: Part }[]) =>
  comments.map(({ text, part }) => ({ text, part, reading: readWords(text, 'en') }))

/** All slices of learning, one after the other. */
function learned(from: readonly ScoredComment[], room = 1000) {
  const heldOut = Array.from({ length: folds }, (_, fold) => hearHeldOut(from, fold, room)).flat()
  return trainSentiment(from, heldOut, room)
}

const none = { unit: 1, features: '' }
const said = { positive: 2, neutral: 1, mixed: 1, negative: 0 } as const

describe('learning from scored comments', () => {
  const comments = drawn(500)
  const model = learned(scored(comments.slice(0, 300)))

  it('understands a shop’s own words in comments it hasn’t seen, where the lists alone understand none', () => {
    const right = (listen: ReturnType<typeof listenerOf>) =>
      comments.slice(300).filter(({ text, part }) => said[listen(readWords(text, 'en'), text)?.sentiment ?? 'neutral'] === part)
        .length
    expect(right(listenerOf(model))).toBeGreaterThan(190)
    expect(right(listenerOf(null))).toBeLessThan(60)
  })

  it('gives the same model for the same comments', () => {
    expect(learned(scored(comments.slice(0, 300)))).toEqual(model)
  })

  it('gives a model that JSON keeps, of the largest features of either side', () => {
    const small = learned(scored(comments.slice(0, 300)), 100)
    expect(JSON.parse(JSON.stringify(small))).toEqual(small)
    expect([...unpackWeights(small?.low ?? none)].length).toBeLessThanOrEqual(100)
    expect([...unpackWeights(small?.low ?? none)].length).toBeGreaterThan(50)
    expect([...unpackWeights(model?.low ?? none)].length).toBeGreaterThan(100)
  })

  it('knows the middle by words of its own, which are neither praise nor blame', () => {
    const text = 'it was middlish when they have my parcel'
    expect(listenerOf(model)(readWords(text, 'en'), text)).toMatchObject({ sentiment: 'neutral' })
  })

  it('hears each comment once by a model that hasn’t seen it', () => {
    const from = scored(comments.slice(0, 100))
    const heard = Array.from({ length: folds }, (_, fold) => hearHeldOut(from, fold, 1000))
    expect(heard.map(({ length }) => length)).toEqual([34, 33, 33])
    expect(heard.flatMap((of) => of.map(([part]) => part)).sort()).toEqual(from.map(({ part }) => part).sort())
    // Whether its own score is known makes no difference to what is heard of it.
    const [first, ...rest] = from
    const turned = first && hearHeldOut([{ ...first, part: first.part === 0 ? 2 : 0 }, ...rest], 0, 1000)
    expect(turned?.[0]?.slice(2)).toEqual(heard[0]?.[0]?.slice(2))
  })

  it('learns from 10 comments of the lowest part and 10 of the highest, and from 9 nothing', () => {
    const of = (part: Part, count: number) => comments.filter((one) => one.part === part).slice(0, count)
    expect(learned(scored([...of(0, 10), ...of(2, 10)]))).not.toBeNull()
    expect(learned(scored([...of(0, 9), ...of(2, 10)]))).toBeNull()
    expect(learned(scored([...of(0, 10), ...of(2, 9)]))).toBeNull()
    expect(learned([])).toBeNull()
  })

  it('reads no comment in a language whose words aren’t known', () => {
    const text = 'Bardzo dobre buty, polecam wszystkim'
    expect(listenerOf(model)(readWords(text), text)).toBeNull()
    expect(learned(scored(Array.from({ length: 60 }, (_, i) => ({ text: `${text} ${i}`, part: i % 2 ? 2 : 0 }))))).toBeNull()
  })
})
