import { describe, expect, test } from 'vitest'
import { readFilters } from '../../dashboard/models/filters.ts'
import { chosenFrom, comparePath, languageWords, type Poolable, reasonAgainst } from '../../dashboard/models/pool.ts'

const survey = (id: string, metric: Poolable['metric'], points: number): Poolable => ({
  ...{ id, metric, points, name: id, touchpoint: '', state: 'live' },
})
const surveys = [
  survey('nps1', 'nps', 11),
  survey('nps2', 'nps', 11),
  survey('csat5', 'csat', 5),
  survey('csat7', 'csat', 7),
  survey('words', 'none', 0),
]
const chosen = (search: string) => chosenFrom(search, surveys).map(({ id }) => id)

describe('surveys in one score', () => {
  test('are those of the address, each once, in its order, all of the first one’s scale', () => {
    expect(chosen('surveys=nps2,nps1,nps2')).toEqual(['nps2', 'nps1'])
    expect(chosen('surveys=csat5,nps1,csat7,gone,words,,csat5')).toEqual(['csat5'])
    expect(chosen('surveys=words,nps1')).toEqual(['nps1'])
    expect(chosen('')).toEqual([])
  })

  test('are out of reach for a reason', () => {
    const against = (id: string, ids: string) => {
      const one = surveys.find((one) => one.id === id)
      return one && reasonAgainst(one, chosenFrom(`surveys=${ids}`, surveys))
    }
    expect(against('nps2', 'nps1')).toBeNull()
    expect(against('csat5', 'nps1')).toMatch(/^another metric/)
    expect(against('csat7', 'csat5')).toMatch(/^another scale/)
    expect(against('words', '')).toMatch(/comments only/)
  })

  test('are twenty at most', () => {
    const many = Array.from({ length: 21 }, (_, i) => survey(`s${i}`, 'nps', 11))
    const last = many[20]
    expect(last && reasonAgainst(last, many.slice(0, 19))).toBeNull()
    expect(last && reasonAgainst(last, many.slice(0, 20))).toBe('20 surveys are the most')
  })

  test('stand in the address beside the filters', () => {
    const filters = readFilters('days=90&segment.device=mobile', 'Europe/Berlin')
    expect(comparePath(filters, {}, surveys.slice(0, 2))).toBe('/compare?surveys=nps1,nps2&days=90&segment.device=mobile')
    expect(comparePath(readFilters('', 'UTC'), {}, [])).toBe('/compare')
  })
})

test('languages are said with those that are not known', () => {
  const total = { n: 10, score: 0, interval: null, counts: {}, mean: 0 }
  expect(languageWords({ locales: { de: 3, en: 6 }, total })).toBe(
    'In 3 languages, one score: English (6), German (3) and not known (1).',
  )
  expect(languageWords({ locales: { en: 10 }, total })).toBe('Language: English (10).')
  expect(languageWords({ locales: null, total })).toMatch(/declares no dimension/)
})
