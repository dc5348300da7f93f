import { describe, expect, test } from 'vitest'
import type { SurveyGates } from '../../worker/contract/widget.ts'
import { isDue, weighGates } from '../../worker/domain/eligibility.ts'
import { bakeLoader } from '../../worker/domain/gates/bake.ts'
import type { GateKind, Memory, Page } from '../../worker/domain/gates/gate.ts'
import { allGates } from '../../worker/domain/gates/index.ts'
import { gatesOf } from '../../worker/domain/gates/of.ts'
import { matchesPath } from '../../worker/domain/gates/path.ts'
import { standardTargeting } from '../../worker/domain/standard.ts'
import { cpuTime } from '../support/cpu-time.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.UTC(2026, 10, 22, 12)
const patient: SurveyGates = { rest: [90, 30, 7] }
const cart: Page = { path: '/cart', touchpoint: 'cart', events: new Set(['searched']) }

const weigh = (gates: SurveyGates, memory: Memory = {}) => weighGates(gates, allGates, cart, memory, now)
const failing = (gates: SurveyGates, memory?: Memory) =>
  weigh(gates, memory)
    .filter((verdict) => !verdict.passed)
    .map((verdict) => verdict.gate)

describe('a survey is due when every gate lets the shopper through', () => {
  test.each<[name: string, gates: SurveyGates, memory: Memory, stopped: string[]]>([
    ['nothing asked, nothing remembered', {}, {}, []],
    ['the page is at the touchpoint', { touchpoint: 'cart' }, {}, []],
    ['the page is at another touchpoint', { touchpoint: 'checkout' }, {}, ['touchpoint']],
    ['the path is among the included', { path: [['/product/*', '/cart'], []] }, {}, []],
    ['the path is not among the included', { path: [['/product/*'], []] }, {}, ['include']],
    ['the path is excluded', { path: [[], ['/c*']] }, {}, ['exclude']],
    ['included and excluded: excluded', { path: [['/cart'], ['/cart']] }, {}, ['exclude']],
    ['the event was tracked', { event: 'searched' }, {}, []],
    ['another event was tracked', { event: 'bought' }, {}, ['event']],
    ['shown as often as it may be', { cap: '5 of 5 (day)' }, {}, ['cap']],
    ['nothing remembered', patient, {}, []],
    ['answered a moment less than 90 days ago', patient, { answered: now - 90 * day + 1 }, ['answered']],
    ['answered 90 days ago', patient, { answered: now - 90 * day }, []],
    ['dismissed a moment less than 30 days ago', patient, { dismissed: now - 30 * day + 1 }, ['dismissed']],
    ['dismissed 30 days ago', patient, { dismissed: now - 30 * day }, []],
    ['any survey shown a moment less than 7 days ago', patient, { shown: now - 7 * day + 1 }, ['shown']],
    ['any survey shown 7 days ago', patient, { shown: now - 7 * day }, []],
    ['0 days: at once again', { rest: [0, 0, 0] }, { answered: now, dismissed: now, shown: now }, []],
    ['the clock went back an hour since', patient, { answered: now + day / 24 }, ['answered']],
    ['the clock was years ahead once', patient, { answered: now + 4000 * day }, []],
    ['what is remembered is not a number', patient, { answered: Number.NaN }, []],
    ['"don’t ask again" said years ago, and nothing else asked', {}, { never: now - 4000 * day }, ['never']],
  ])('%s', (_name, gates, memory, stopped) => {
    expect(failing(gates, memory)).toEqual(stopped)
    expect(isDue(weigh(gates, memory))).toBe(stopped.length === 0)
  })

  test('every gate is weighed and says why, so that an owner sees all that stands in the way', () => {
    const gates = { touchpoint: 'checkout', path: [[], []], event: 'bought', rest: [90, 30, 7] } satisfies SurveyGates
    expect(weigh(gates, { answered: now - 3 * day, shown: now - 7.5 * day })).toEqual([
      { gate: 'never', passed: true, reason: 'needs no refusal' },
      { gate: 'touchpoint', passed: false, reason: 'asked at "checkout", page is "cart"' },
      { gate: 'include', passed: true, reason: '/cart' },
      { gate: 'exclude', passed: true, reason: '/cart' },
      { gate: 'event', passed: false, reason: 'waits for "bought", tracked: searched' },
      { gate: 'answered', passed: false, reason: 'answered 3 of 90 days ago' },
      { gate: 'dismissed', passed: true, reason: 'never' },
      { gate: 'shown', passed: true, reason: 'shown 7 of 7 days ago' },
    ])
  })
})

describe('the gates of a survey', () => {
  const nothing = { ...standardTargeting, daysAfterAnswer: 0, daysAfterDismissal: 0, daysAcrossSurveys: 0 }
  const placed = { survey: 'srv_1', touchpoint: '', timeZone: 'Europe/Berlin', excluded: [] }

  test('are none where nothing is asked; no rest after a dismissal, none after the second', () => {
    expect(gatesOf(nothing, placed)).toEqual({})
  })

  test('are the rests of the field where nobody says otherwise', () => {
    expect(gatesOf(standardTargeting, placed)).toEqual({ rest: [90, 30, 7, 180] })
  })

  test('are those its targeting asks for, in the order they are weighed', () => {
    const asked = gatesOf(
      {
        ...nothing,
        starts: '2026-10-24',
        ends: '2026-10-25',
        exclude: ['/cart'],
        sample: 10,
        conditions: [
          { on: 'segment.device', is: ['Mobile'] },
          { on: 'segment.tier', not: ['Gold'] },
        ],
        event: 'bought',
        triggers: [{ type: 'scroll', percent: 50 }, { type: 'click', element: 'a .b' }, { type: 'exit' }],
        daysAcrossSurveys: 1,
      },
      { ...placed, touchpoint: 'checkout', excluded: ['/pay'] },
    )
    expect(asked).toEqual({
      // The clocks go back in the night to the 25th, which is 25 hours long.
      dates: [Date.UTC(2026, 9, 23, 22), Date.UTC(2026, 9, 25, 23)],
      touchpoint: 'checkout',
      path: [[], ['/cart', '/pay']],
      sample: [10, 'srv_1'],
      conditions: [
        { on: 'device', is: ['mobile'] },
        { on: 'trait.tier', not: ['gold'] },
      ],
      event: 'bought',
      triggers: ['scroll 50', 'click a .b', 'exit'],
      rest: [0, 0, 1, 0],
    })
    const kinds = Object.keys(allGates)
    expect(Object.keys(asked)).toEqual(kinds.filter((kind) => kind in asked))
  })
})

describe('a baked loader', () => {
  const config = { site: 'pk_1', host: 'https://e.example', ui: '/a/u.js', more: '/a/m.js' }
  const none = (kinds: typeof allGates) =>
    Object.fromEntries(Object.keys(kinds).map((kind) => [kind, kind])) as Record<GateKind, string>
  const configFor = (site: string) => ({ ...config, site })
  const surveysWith = (all: SurveyGates[]) => all.map((gates, i) => ({ id: `srv_${i}`, delay: 0, gates }))
  const bake = (surveys: SurveyGates[], site = config.site) =>
    bakeLoader(
      'start(__EARSHOT_CONFIG__,__EARSHOT_SENSES__,__EARSHOT_GATES__)',
      { ...configFor(site), surveys: surveysWith(surveys) },
      {
        gates: { ...none(allGates), touchpoint: 'T', event: 'E', rest: 'R' },
        senses: { device: 'd', locale: 'l', country: 'c', landing: 'f', visitor: 'v', search: 's', trigger: 't', ask: 'a' },
        preview: 'P',
        check: 'K',
        triggers: { scroll: 'S', exit: 'X', idle: 'I', visible: 'V', click: 'C' },
      },
    )

  test('holds each kind of gate that a survey of its site uses once, and no other', () => {
    expect(bake([])).toMatch(/,\{\}\)$/)
    expect(bake([{}, { touchpoint: 'cart' }])).toMatch(/,\{touchpoint:T\}\)$/)
    expect(bake([{ rest: [1, 1, 1], event: 'x' }, { rest: [2, 2, 2] }])).toMatch(/,\{event:E,rest:R\}\)$/)
  })

  test('feels what its gates look at, and watches for the triggers it waits for, and nothing else', () => {
    const felt = (gates: SurveyGates) => /s\[|\[([a-z,]*)\]\.map\(s=>s\(c,l,g,\{([^}]*)\}/.exec(bake([gates]))?.slice(1)
    expect(felt({ rest: [1, 1, 1], event: 'x', conditions: [{ on: 'trait.tier', is: ['gold'] }] })).toBeUndefined()
    expect(felt({ sample: [10, 'srv_1'] })).toEqual(['v', ''])
    expect(felt({ url: [[], [['a']]], conditions: [{ on: 'utm_source', is: ['x'] }] })).toEqual(['f,s', ''])
    expect(
      felt({
        conditions: [
          { on: 'language', is: ['de'] },
          { on: 'country', is: ['at'] },
        ],
      }),
    ).toEqual(['l,c', ''])
    expect(felt({ triggers: ['exit', 'click .help'] })).toEqual(['t', 'exit:X,click:C'])
  })

  test('is one script, whatever a setting holds', () => {
    const odd = '</script>\u2028$&__EARSHOT_GATES__"},{"a":"\\'
    const script = bake([{ touchpoint: 'cart' }], odd)
    expect(script).not.toMatch(/<|\u2028/)
    expect(new Function('start', `return ${script}`)).toThrow('T is not defined')
    const config = script.slice('start('.length, script.lastIndexOf(',Object,{'))
    expect(new Function(`return ${config}`)()).toEqual(
      JSON.parse(JSON.stringify({ ...configFor(odd), surveys: surveysWith([{ touchpoint: 'cart' }]) })),
    )
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
    const match = () => expect(matchesPath(`/${'*a'.repeat(90)}*b`, `/${'a'.repeat(100_000)}`)).toBe(false)
    expect(cpuTime(match)).toBeLessThan(100)
  })
})
