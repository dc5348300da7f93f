import { describe, expect, test } from 'vitest'
import {
  aboutOf,
  changed,
  chosenRow,
  driversQuery,
  feedQuery,
  phrasesQuery,
  productsQuery,
  readFilters,
  reportQuery,
  unfiltered,
} from '../../dashboard/models/filters.ts'
import { sorted } from '../../dashboard/models/sorted.ts'

const read = (query: string) => readFilters(query, 'Europe/Berlin')
const everything =
  '?from=2026-10-01&to=2026-10-31&interval=day&compare=year&breakdown=country&sort=fall&segment.device=mobile&segment.language=de&tag=Size+%26+fit&category=promoter&comments=all&q=late+deliver*&sentiment=mixed&disagrees=1&products=category&rank=worst&talk=before'

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
