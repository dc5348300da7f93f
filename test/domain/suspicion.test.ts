import { describe, expect, it } from 'vitest'
import { bandOf, copiesOf, sayingOf, usualOf } from '../../worker/domain/suspicion.ts'

const nps = { metric: 'nps', points: 11 } as const

describe('what is usual of a survey', () => {
  it('is unknown below fifty scores and three days', () => {
    expect(usualOf([{ answer: '9', n: 49 }], [10, 10], nps)).toEqual({ shares: undefined, surge: undefined })
  })

  it('is the most that each band may have been, and three times the busiest day', () => {
    const scores = [
      { answer: '10', n: 30 },
      { answer: '8', n: 10 },
      { answer: '0', n: 10 },
    ]
    const { shares, surge } = usualOf(scores, [10, 40, 20], nps)
    // Wilson's upper bounds of 30, 10 and 10 of 50.
    expect(shares?.map((share) => share.toFixed(3))).toEqual(['0.724', '0.330', '0.330'])
    expect(surge).toBe(220)
  })

  it('knows no bands without a metric', () => {
    expect(usualOf([], [1, 1, 1], { metric: 'none', points: 0 }).shares).toBeUndefined()
    expect(bandOf(5, { metric: 'none', points: 0 })).toBe('-')
    expect([10, 8, 0, null].map((score) => bandOf(score, nps))).toEqual(['0', '1', '2', '-'])
  })
})

describe('words that are somebody’s own', () => {
  it('are none of what many say', () => {
    for (const text of [
      'good',
      'ok',
      'super',
      'Alles bestens!',
      'Schnelle Lieferung, gerne wieder',
      'very good, thank you',
      '🙂🙂🙂',
      'すばらしい',
    ])
      expect(sayingOf(text)).toBe('')
  })

  it('are the same however they are written', () => {
    const one = sayingOf('I waited three weeks, and NOBODY answered me!')
    expect(one).toBe('i waited three weeks and nobody answered me')
    expect(sayingOf('  i waited three weeks and nobody answered me ')).toBe(one)
    expect(sayingOf('注文した商品が三週間たっても届かず、問い合わせにも返事がありませんでした。とても残念です。')).not.toBe('')
  })

  it('may be said more often the shorter they are', () => {
    expect([30, 60, 120, 600].map((length) => copiesOf('x'.repeat(length)))).toEqual([8, 4, 2, 2])
  })
})
