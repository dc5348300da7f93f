import { describe, expect, it } from 'vitest'
import { contrast, leastComments } from '../../worker/domain/phrases/contrast.ts'
import type { Said } from '../../worker/domain/phrases/corpus.ts'
import { chanceOf, likelihoodRatio } from '../../worker/domain/phrases/likelihood.ts'
import { readWords } from '../../worker/domain/words/reading.ts'

let running = 0
const say = (text: string, locale = 'en'): Said => ({ id: `c${++running}`, text, reading: readWords(text, locale) })
/** So many comments, each made of its number. */
const times = (n: number, text: (i: number) => string, locale?: string) =>
  Array.from({ length: n }, (_, i) => say(text(i), locale))
const phrases = (list: { phrase: string }[]) => list.map(({ phrase }) => phrase)

describe('the log-likelihood ratio', () => {
  it('is 2 (12 ln 1.5 + 4 ln 0.5 + 88 ln(88/92) + 96 ln(96/92)) for 12 and 4 of 100 each', () => {
    const byHand = 2 * (12 * Math.log(12 / 8) + 4 * Math.log(4 / 8) + 88 * Math.log(88 / 92) + 96 * Math.log(96 / 92))
    expect(likelihoodRatio({ here: 12, there: 4, ofHere: 100, ofThere: 100 })).toBeCloseTo(byHand, 12)
    expect(byHand).toBeCloseTo(4.534, 3)
  })

  it('is 2 (5 ln 2 + 5 ln(2/3) + 10 ln(4/3)) for 5 of 10 beside none of 10', () => {
    const byHand = 2 * (5 * Math.log(2) + 5 * Math.log(5 / 7.5) + 10 * Math.log(10 / 7.5))
    expect(likelihoodRatio({ here: 5, there: 0, ofHere: 10, ofThere: 10 })).toBeCloseTo(byHand, 12)
  })

  it('is nothing where both say it equally often, and the same from either side', () => {
    expect(likelihoodRatio({ here: 10, there: 20, ofHere: 100, ofThere: 200 })).toBeCloseTo(0, 12)
    expect(likelihoodRatio({ here: 3, there: 9, ofHere: 40, ofThere: 50 })).toBeCloseTo(
      likelihoodRatio({ here: 9, there: 3, ofHere: 50, ofThere: 40 }),
      12,
    )
  })
})

describe("Fisher's exact test", () => {
  it.each([
    // Of 20, 10 on each side, 5 hold it: all on one side in C(10,5) of C(20,5) draws, on either in twice as many.
    [{ here: 5, there: 0, ofHere: 10, ofThere: 10 }, (2 * 252) / 15_504],
    [{ here: 0, there: 5, ofHere: 10, ofThere: 10 }, (2 * 252) / 15_504],
    // The lady tasting tea: 3 or 4 right of 4 in (16 + 1) of 70.
    [{ here: 3, there: 1, ofHere: 4, ofThere: 4 }, (2 * 17) / 70],
    [{ here: 2, there: 2, ofHere: 4, ofThere: 4 }, 1],
    [{ here: 4, there: 4, ofHere: 4, ofThere: 4 }, 1],
  ])('of %o is %d', (split, p) => {
    expect(chanceOf(split)).toBeCloseTo(p, 10)
  })

  it('finds no surprise beyond what doubles hold', () => {
    expect(chanceOf({ here: 2_000, there: 0, ofHere: 2_000, ofThere: 2_000 })).toBeGreaterThanOrEqual(0)
    expect(chanceOf({ here: 2_000, there: 0, ofHere: 2_000, ofThere: 2_000 })).toBeLessThan(1e-300)
  })
})

describe('what tells two crowds apart', () => {
  const filler = ['shirt', 'socks', 'scarf', 'jumper', 'beanie']
  const neutral = (i: number) => `Bought the ${filler[i % 5]}.`

  it('stands on the side that says it more, with counts of both and up to three comments of that side', () => {
    const here = [...times(15, (i) => `Delivery was late. ${neutral(i)}`), ...times(15, neutral)]
    const there = [
      ...times(2, (i) => `Delivery was late. ${neutral(i)}`),
      ...times(14, (i) => `Lovely fabric. ${neutral(i)}`),
      ...times(14, neutral),
    ]
    const found = contrast(here, there)
    expect(found.here[0]).toMatchObject({ phrase: 'Delivery was late', here: 15, there: 2 })
    expect(found.there[0]).toMatchObject({ phrase: 'Lovely fabric', here: 0, there: 14 })
    expect(found.here[0]?.samples).toEqual(here.slice(0, 3).map(({ id }) => id))
    expect(found.there[0]?.samples).toEqual(there.slice(2, 5).map(({ id }) => id))
    expect(contrast(there, here)).toEqual({
      here: found.there.map((phrase) => ({ ...phrase, here: phrase.there, there: phrase.here })),
      there: found.here.map((phrase) => ({ ...phrase, here: phrase.there, there: phrase.here })),
    })
  })

  it(`needs ${leastComments} comments on each side`, () => {
    const here = (n: number) => times(n, () => 'Late')
    expect(contrast(here(leastComments), times(leastComments, neutral)).here).toHaveLength(1)
    expect(contrast(here(leastComments - 1), times(leastComments, neutral)).here).toEqual([])
    expect(contrast(here(leastComments), times(leastComments - 1, neutral)).here).toEqual([])
  })

  it('is nothing where nothing differs', () => {
    const same = () => times(60, (i) => `${neutral(i)} ${i % 3 ? 'Fast delivery' : 'Slow delivery'}`)
    expect(contrast(same(), same())).toEqual({ here: [], there: [] })
  })

  it('counts comments, so that one who repeats a word is one voice', () => {
    const here = [say('late '.repeat(500)), ...times(39, neutral)]
    expect(contrast(here, times(40, neutral)).here).toEqual([])
  })

  it('tells the longer of two phrases where it says as much, and the shorter where it says more', () => {
    const arrivedLate = times(20, (i) => `It arrived late. ${neutral(i)}`)
    const justLate = times(20, (i) => `So late! ${neutral(i)}`)
    const others = times(40, neutral)
    expect(phrases(contrast([...arrivedLate, ...times(20, neutral)], others).here)).toEqual(['arrived late'])
    expect(phrases(contrast([...arrivedLate, ...justLate], others).here)).toEqual(['late'])
  })

  it('joins the forms of a word, and shows the one that is written most', () => {
    const here = [
      ...times(9, (i) => `Slow deliveries. ${neutral(i)}`),
      ...times(6, (i) => `slow delivery. ${neutral(i)}`),
      ...times(15, neutral),
    ]
    expect(contrast(here, times(30, neutral)).here[0]).toMatchObject({ phrase: 'Slow deliveries', here: 15 })
  })

  it('joins the forms of a word where the language could be told of only some comments', () => {
    const here = [...times(8, () => 'The deliveries are always a week behind'), ...times(8, () => 'deliveries', '')]
    expect(here.map(({ reading }) => reading.language)).toContain('')
    const others = times(14, neutral)
    expect(contrast([...here, ...others], times(30, neutral)).here[0]).toMatchObject({ phrase: 'deliveries', here: 16 })
  })

  it('joins no words across a comma, a full stop or a line', () => {
    const here = times(30, (i) => ['Zipper, broken', 'Zipper. Broken', 'Zipper\nbroken'][i % 3] ?? '')
    expect(phrases(contrast(here, times(30, neutral)).here).sort()).toEqual(['Zipper'])
    expect(
      phrases(
        contrast(
          times(30, () => 'Zipper broken'),
          times(30, neutral),
        ).here,
      ),
    ).toEqual(['Zipper broken'])
  })

  it('neither begins nor ends with a stop word, nor consists of "not"; but keeps them inside and "not" before a word', () => {
    const here = [...times(20, () => 'It was out of stock again'), ...times(20, () => 'They did not refund it, and not')]
    const found = phrases(contrast(here, times(40, neutral)).here)
    expect(found).toContain('out of stock')
    expect(found).toContain('not refund')
    for (const phrase of found) {
      expect(phrase).not.toMatch(/^(it|was|of|again|and|they|did|i)\b/i)
      expect(phrase).not.toMatch(/\b(it|was|of|again|and|they|did|i)$/i)
      expect(phrase).not.toBe('not')
    }
  })

  it('takes what everybody says for a stop word where a language has no list', () => {
    const here = times(40, (i) => (i % 2 ? 'paketti oli myöhässä' : 'sukat oli sopivat'), 'fi')
    const there = times(40, () => 'sukat oli sopivat', 'fi')
    expect(phrases(contrast(here, there).here)).toEqual(['paketti oli myöhässä'])
    expect(phrases(contrast(here, there).there).every((phrase) => !/^oli| oli$/.test(phrase))).toBe(true)
  })

  it.each([
    ['en', 'The zipper broke after a week', 'My zipper broke on day one', 'zipper broke'],
    ['de', 'Die Lieferung kam zu spät', 'Leider zu spät geliefert', 'zu spät'],
    ['fr', 'La livraison est arrivée en retard', 'Encore en retard, la commande', 'retard'],
    ['es', 'El paquete no llegó nunca', 'Mi pedido no llegó a tiempo', 'no llegó'],
    ['nl', 'Het pakket is niet geleverd', 'Nog niet geleverd na een week', 'niet geleverd'],
    ['it', 'Il pacco non è mai arrivato', 'Un ordine mai arrivato', 'mai arrivato'],
    ['pt', 'A encomenda chegou danificada', 'A caixa chegou danificada', 'chegou danificada'],
    ['ja', '配送が遅いです', 'とても遅い', '遅い'],
    ['th', 'ส่งช้ามาก', 'จัดส่งช้า', 'ส่งช้า'],
    ['ar', 'تأخر الطلب كثيرا', 'لقد تأخر الطلب', 'تأخر الطلب'],
    ['zh', '物流太慢了', '快递太慢', '太慢'],
    ['ko', '배송이 늦었어요', '택배가 늦었어요', '늦었어요'],
    ['ru', 'Посылка пришла порванной', 'Коробка пришла порванной', 'пришла порванной'],
  ])('is found in %s', (locale, one, other, shared) => {
    const here = times(30, (i) => (i % 2 ? one : other), locale)
    expect(phrases(contrast(here, times(30, neutral)).here)[0]).toBe(shared)
  })

  it('survives what a stranger may type, and shows it as it is', () => {
    const hostile = [
      '<img src=x onerror=alert(1)> zipper',
      'a'.repeat(5_000),
      `e${'\u0301'.repeat(4_999)}`,
      '\u202eهذا‏ zipper\u202c',
      '👩‍👩‍👧‍👦'.repeat(400),
      '. '.repeat(2_500),
      'constructor __proto__ toString',
      '',
    ]
    const found = contrast(
      times(64, (i) => hostile[i % hostile.length] ?? ''),
      times(30, neutral),
    )
    expect(phrases(found.here)).toContain('zipper')
    for (const { phrase } of [...found.here, ...found.there]) expect(phrase.length).toBeLessThanOrEqual(130)
  })

  it('never takes more than 5,000 characters of one word for a phrase, nor grows faster than what is read', () => {
    const here = times(30, () => 'zq '.repeat(1_600))
    expect(phrases(contrast(here, times(30, neutral)).here)).toEqual(['zq zq zq'])
  })
})
