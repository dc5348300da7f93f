import { describe, expect, test } from 'vitest'
import { pressedAnswer } from '../../dashboard/models/answers.ts'
import {
  aboutOf,
  changed,
  chosenProduct,
  chosenRow,
  driversQuery,
  feedQuery,
  isWordsOnly,
  phrasesQuery,
  productsQuery,
  readFilters,
  reportQuery,
  unfiltered,
} from '../../dashboard/models/filters.ts'
import { sorted } from '../../dashboard/models/sorted.ts'
import { conditionsOf, filtersOf } from '../../dashboard/models/view-filters.ts'
import { Conditions } from '../../worker/contract/conditions.ts'

const read = (query: string) => readFilters(query, 'Europe/Berlin')
const everything =
  '?from=2026-10-01&to=2026-10-31&interval=day&compare=year&breakdown=country&sort=fall&segment.device=mobile&segment.language=de&tag=Size+%26+fit&category=promoter&comments=all&q=late+deliver*&sentiment=mixed&disagrees=1&answer.missing=price&answer.again=no&sku=A-1&productCategory=Knit+wear&products=category&rank=worst&talk=before'

describe('the address of a screen', () => {
  test('says all that narrows it, and reads as it was written', () => {
    expect(changed(read(everything), {})).toBe(everything)
  })

  test('says nothing of what is as usual', () => {
    expect(changed(read(''), {})).toBe('')
    expect(changed(read('?sort=upside-down&score=x&interval=hour&days=8'), {})).toBe('')
  })

  test('without filters keeps the days and how they are looked at', () => {
    expect(changed(read(everything), unfiltered)).toBe(
      '?from=2026-10-01&to=2026-10-31&interval=day&compare=year&breakdown=country&sort=fall&comments=all&products=category&rank=worst&talk=before',
    )
  })

  test('who is meant and what was ordered stand in it, and narrow the words alone', () => {
    const query = '?score=3&scoreAtLeast=0&scoreAtMost=6&orderValueAtLeast=99.5&orderCurrency=EUR&unhappy=1&atRisk=1&contact=1'
    const filters = read(query)
    expect(changed(filters, {})).toBe(query)
    expect(feedQuery(filters, 'srv_a')).toContain(query.slice(1))
    expect(reportQuery(filters, null)).not.toMatch(/score|order|unhappy|atRisk|contact/)
    expect(changed(filters, unfiltered)).toBe('')
    expect(filtersOf(conditionsOf(filters, 'srv_a'))).toEqual({
      ...unfiltered,
      commented: false,
      ...conditionsOf(filters, undefined),
    })
    expect(changed(read('?scoreAtLeast=11&orderValueAtLeast=-1&orderCurrency=euros&unhappy=yes'), {})).toBe('')
  })

  test('every condition of a view is a filter of the same name', () => {
    const names = new Set(Object.keys(read('')))
    expect(Object.keys(Conditions.shape).filter((name) => name !== 'survey' && !names.has(name))).toEqual([])
  })

  test('a score of 0 is a filter', () => {
    expect(changed(read('?score=0'), {})).toBe('?score=0')
  })

  test('a search reads whatever was typed, not only comments', () => {
    expect(feedQuery(read(''), 'srv_a')).toMatch(/&commented=1/)
    const searching = feedQuery(read('?q= "too late" '), 'srv_a')
    expect(searching).toMatch(/&q=%22too\+late%22/)
    expect(searching).not.toMatch(/commented/)
  })

  test('a tag narrows score and comments, a mood only comments; what is counted for all alike is asked for neither', () => {
    const filters = read('?tag=Size+%26+fit&sentiment=mixed&disagrees=1')
    expect(feedQuery(filters, 'srv_a')).toMatch(/&tag=Size\+%26\+fit&sentiment=mixed&disagrees=1/)
    expect(reportQuery(filters, null)).toMatch(/&tag=Size\+%26\+fit$/)
    expect(driversQuery(filters) + productsQuery(filters)).not.toMatch(/tag|sentiment|disagrees/)
    expect(phrasesQuery(filters, 'score')).toMatch(/&tag=Size\+%26\+fit$/)
    expect(aboutOf(filters)).toEqual({ tag: 'Size & fit' })
  })

  test('an answer and a product narrow comments only, and are asked for as the address says them', () => {
    const filters = read('?answer.missing=price&sku=A+1&answer.=&answer.empty=')
    expect(feedQuery(filters, 'srv_a')).toMatch(/&answer\.missing=price&sku=A\+1&commented=1$/)
    expect(reportQuery(filters, null) + driversQuery(filters) + phrasesQuery(filters, 'score')).not.toMatch(/answer|sku/)
    expect([isWordsOnly(filters), isWordsOnly(read('?score=9&tag=Late'))]).toEqual([true, false])
    expect(feedQuery(read('?productCategory=Knit+wear'), 'srv_a')).toMatch(/&productCategory=Knit\+wear/)
  })

  test('an answer pressed takes the place of another to its question, and the same press takes it back', () => {
    const filters = read('?answer.missing=price&answer.again=no')
    expect(pressedAnswer(filters, 'missing', 'size')).toEqual({ answers: { missing: 'size', again: 'no' } })
    expect(pressedAnswer(filters, 'missing', 'price')).toEqual({ answers: { again: 'no' } })
  })

  test('an article takes the place of a category, and the same press takes it back', () => {
    expect(chosenProduct(read('?productCategory=Home'), 'sku', 'A-1')).toEqual({ sku: 'A-1', productCategory: null })
    expect(chosenProduct(read('?sku=A-1'), 'sku', 'A-1')).toEqual({ sku: null, productCategory: null })
    expect(chosenProduct(read('?sku=Home'), 'category', 'Home')).toEqual({ sku: null, productCategory: 'Home' })
  })

  test('a mood nobody has is none', () => {
    expect(changed(read('?sentiment=angry&disagrees=yes&tag='), {})).toBe('')
  })

  test('a row of a breakdown by tag filters by the tag, any other by its segment', () => {
    const filters = read('?segment.device=mobile&breakdown=tag')
    expect(chosenRow(filters, 'tag', 'Price')).toEqual({ tag: 'Price', breakdown: null })
    expect(chosenRow(filters, 'country', 'DE')).toEqual({ segments: { device: 'mobile', country: 'DE' }, breakdown: null })
  })

  test('every route is asked for the same days and segments', () => {
    const filters = read(everything)
    for (const query of [
      reportQuery(filters, 'country'),
      driversQuery(filters),
      productsQuery(filters),
      phrasesQuery(filters, 'before'),
      feedQuery(filters, 'srv_a'),
    ])
      expect(query).toMatch(/from=2026-10-01&to=2026-10-31.*segment\.device=mobile&segment\.language=de/)
  })
})

describe('the order of segments', () => {
  const row = (value: string, n: number, change: number | null) => ({ value, n, change, score: 0, interval: null })
  const rows = [row('a', 90, 4), row('b', 50, null), row('c', 40, -9), row('d', 60, -9), row('e', 10, 7)]
  const order = (sort: 'n' | 'fall' | 'rise') =>
    sorted(rows, sort)
      .map(({ value }) => value)
      .join('')

  test('by n has most answers first', () => expect(order('n')).toBe('adbce'))
  test('by fall has the deepest first, and what can’t be compared last', () => expect(order('fall')).toBe('dcaeb'))
  test('by rise has the highest first, and what can’t be compared last', () => expect(order('rise')).toBe('eadcb'))
})
