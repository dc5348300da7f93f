import { describe, expect, it } from 'vitest'
import { suggestTags } from '../../worker/domain/phrases/clusters.ts'
import type { Said } from '../../worker/domain/phrases/corpus.ts'
import { readWords } from '../../worker/domain/words/reading.ts'

let running = 0
const say = (text: string): Said => ({ id: `c${++running}`, text, reading: readWords(text, 'en') })
const times = (n: number, text: (i: number) => string) => Array.from({ length: n }, (_, i) => say(text(i)))
/** Comments that share nothing. */
const alone = (n: number) => times(n, (i) => `zq${String.fromCharCode(97 + (i % 26))}${i}x`)

describe('tags suggested for comments without one', () => {
  it('are named by what most comments share, with the words that keep its company, in the order of their sizes', () => {
    const music = times(20, (i) => (i % 3 ? 'The music was loud' : 'Could not hear you over the music'))
    const parking = times(12, (i) => `There was nowhere for ${i % 2 ? 'the car' : 'my car'}`)
    const found = suggestTags([...parking, ...music, ...alone(60)])
    expect(found.map(({ name, n }) => [name.toLowerCase(), n])).toEqual([
      ['music', 20],
      ['car', 12],
    ])
    expect(found[0]?.samples).toEqual(music.slice(0, 3).map(({ id }) => id))
  })

  it('count a comment once, under the first that holds it', () => {
    const both = times(10, () => 'music parking')
    const music = times(10, () => 'music again')
    const parking = times(6, () => 'parking!')
    const found = suggestTags([...both, ...music, ...parking, ...alone(60)])
    expect(found.map(({ n }) => n)).toEqual([20, 6])
  })

  it('need five comments, and one in a hundred', () => {
    expect(suggestTags([...times(5, () => 'Parking'), ...alone(40)])).toHaveLength(1)
    expect(suggestTags([...times(4, () => 'Parking'), ...alone(40)])).toEqual([])
    expect(suggestTags([...times(6, () => 'Parking'), ...alone(594)])).toHaveLength(1)
    expect(suggestTags([...times(6, () => 'Parking'), ...alone(595)])).toEqual([])
  })

  it('leave out what is only praise or blame, and what nearly everybody says', () => {
    expect(suggestTags([...times(15, () => 'Great, thanks!'), ...times(15, () => 'Sehr gut'), ...alone(60)])).toEqual([])
    expect(suggestTags([...times(31, () => 'Shoes'), ...alone(69)])).toEqual([])
    expect(suggestTags([...times(30, () => 'Shoes'), ...alone(70)])).toHaveLength(1)
  })

  it('take a word for a rule where two in three of its comments hold the name', () => {
    const wordsWith = (apart: number) => {
      const lift = times(20, (i) => (i < 12 ? 'Lift, stairs' : 'Lift'))
      return suggestTags([...lift, ...times(apart, () => 'Stairs'), ...alone(80)]).map(({ words }) => words)
    }
    expect(wordsWith(6)).toEqual([['Lift', 'stairs']])
    expect(wordsWith(7)).toEqual([['Lift'], ['stairs']])
  })

  it('are none of nothing, and survive what a stranger may type', () => {
    expect(suggestTags([])).toEqual([])
    const hostile = [
      '__proto__',
      'a'.repeat(5_000),
      '👩‍👩‍👧‍👦'.repeat(400),
      '\u202etext',
      '... , ,',
      `e${'\u0301'.repeat(4_999)}`,
    ]
    expect(() => suggestTags(times(60, (i) => hostile[i % 6] ?? ''))).not.toThrow()
  })
})
