import { describe, expect, test } from 'vitest'
import { type Gates, isDue, type Memory, matchesPath, type Page, weighGates } from '../../worker/domain/eligibility.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.UTC(2026, 10, 22, 12)
const open: Gates = {
  touchpoint: '',
  include: [],
  exclude: [],
  daysAfterAnswer: 90,
  daysAfterDismissal: 30,
  daysAcrossSurveys: 7,
}
const cart: Page = { path: '/cart', touchpoint: 'cart' }

const failing = (gates: Partial<Gates>, memory: Memory = {}, page = cart) =>
  weighGates({ ...open, ...gates }, page, memory, now)
    .filter((verdict) => !verdict.passed)
    .map((verdict) => verdict.gate)

describe('a survey is due when every gate lets the shopper through', () => {
  test.each<[name: string, gates: Partial<Gates>, memory: Memory, stopped: string[]]>([
    ['nothing asked, nothing remembered', {}, {}, []],
    ['the page is at the touchpoint', { touchpoint: 'cart' }, {}, []],
    ['the page is at another touchpoint', { touchpoint: 'checkout' }, {}, ['touchpoint']],
    ['the path is among the included', { include: ['/product/*', '/cart'] }, {}, []],
    ['the path is not among the included', { include: ['/product/*'] }, {}, ['include']],
    ['the path is excluded', { exclude: ['/c*'] }, {}, ['exclude']],
    ['included and excluded: excluded', { include: ['/cart'], exclude: ['/cart'] }, {}, ['exclude']],
    ['answered a moment less than 90 days ago', {}, { answeredAt: now - 90 * day + 1 }, ['answered']],
    ['answered 90 days ago', {}, { answeredAt: now - 90 * day }, []],
    ['dismissed a moment less than 30 days ago', {}, { dismissedAt: now - 30 * day + 1 }, ['dismissed']],
    ['dismissed 30 days ago', {}, { dismissedAt: now - 30 * day }, []],
    ['any survey shown a moment less than 7 days ago', {}, { lastShownAt: now - 7 * day + 1 }, ['across']],
    ['any survey shown 7 days ago', {}, { lastShownAt: now - 7 * day }, []],
    [
      '0 days: at once again',
      { daysAfterAnswer: 0, daysAfterDismissal: 0, daysAcrossSurveys: 0 },
      { answeredAt: now, dismissedAt: now, lastShownAt: now },
      [],
    ],
    ['the clock went back an hour since', {}, { answeredAt: now + day / 24 }, ['answered']],
    ['the clock was years ahead once', {}, { answeredAt: now + 4000 * day }, []],
    ['what is remembered is not a number', {}, { answeredAt: Number.NaN }, []],
  ])('%s', (_name, gates, memory, stopped) => {
    expect(failing(gates, memory)).toEqual(stopped)
    expect(isDue(weighGates({ ...open, ...gates }, cart, memory, now))).toBe(stopped.length === 0)
  })

  test('every gate is weighed and says why, so that an owner sees all that stands in the way', () => {
    const verdicts = weighGates({ ...open, touchpoint: 'checkout' }, cart, { answeredAt: now - 3 * day }, now)
    expect(verdicts.map((verdict) => verdict.gate)).toEqual([
      'touchpoint',
      'include',
      'exclude',
      'answered',
      'dismissed',
      'across',
    ])
    expect(verdicts[0]?.reason).toBe('asked at "checkout", page is "cart"')
    expect(verdicts[3]?.reason).toBe('answered 3 of 90 days ago')
  })
})

describe('a path pattern', () => {
  test.each([
    ['/cart', '/cart', true],
    ['/cart', '/cart/', false],
    ['/cart', '/cart/items', false],
    ['/cart', '/de/cart', false],
    ['/*', '/', true],
    ['/order/*', '/order/', true],
    ['/order/*', '/order/1/done', true],
    ['/order/*', '/order', false],
    ['/order/*/done', '/order/1/done', true],
    ['/order/*/done', '/order/done', false],
    ['/*/cart', '/de/cart', true],
    ['/*/cart', '/de/cart/2', false],
    ['/a*a', '/a', false],
    ['/a*a', '/aa', true],
    ['/*b*c', '/abcbc', true],
    ['/**', '/x', true],
    ['/a.c', '/abc', false],
    ['/(', '/(', true],
  ])('%s against %s: %s', (pattern, path, fits) => {
    expect(matchesPath(pattern, path)).toBe(fits)
  })

  test('many stars against a long path take no time to speak of', () => {
    const start = performance.now()
    expect(matchesPath(`/${'*a'.repeat(90)}*b`, `/${'a'.repeat(100_000)}`)).toBe(false)
    expect(performance.now() - start).toBeLessThan(100)
  })
})
