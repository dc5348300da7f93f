import { describe, expect, test } from 'vitest'
import type { SurveyGates } from '../../worker/contract/widget.ts'
import { weighGates } from '../../worker/domain/eligibility.ts'
import type { Memory, Page } from '../../worker/domain/gates/gate.ts'
import { allGates } from '../../worker/domain/gates/index.ts'
import { gateName } from '../../worker/domain/why/gate-name.ts'
import { told } from '../../worker/domain/why/told.ts'
import { triggerWords } from '../../worker/domain/why/trigger-words.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.UTC(2026, 10, 22, 12, 30)
const cart: Page = {
  path: '/cart',
  search: '?step=2',
  touchpoint: 'cart',
  device: 'desktop',
  locale: 'de-AT',
  traits: { tier: 'gold' },
  events: new Map([['added', { value: 20 }]]),
  fired: ['exit'],
}
const memory: Memory = { answered: now - 3.5 * day, visitor: 0.42 }
const measured: Record<string, number> = { 'scroll 50': 40, 'idle 10': 4, 'click .help': 2 }
const gates = told(allGates, (trigger) => measured[trigger])

const cases: [name: string, SurveyGates, Page, Memory, said: [passed: boolean, words: string][]][] = [
  ['days before', { dates: [now + day, 0] }, cart, {}, [[false, 'it is 2026-11-22 12:30; asked from 2026-11-23 12:30 (UTC)']]],
  ['days until', { dates: [0, now + day] }, cart, {}, [[true, 'it is 2026-11-22 12:30; asked until 2026-11-23 12:30 (UTC)']]],
  ['another touchpoint', { touchpoint: 'checkout' }, cart, {}, [[false, 'this page says “cart”; asked at “checkout”']]],
  [
    'no touchpoint',
    { touchpoint: 'checkout' },
    { ...cart, touchpoint: '' },
    {},
    [[false, 'this page names no touchpoint; asked at “checkout”']],
  ],
  [
    'pages',
    { path: [['/checkout*', '/order/*', '/thanks'], []] },
    cart,
    {},
    [
      [false, 'this page is /cart; asked on /checkout*, /order/* or /thanks'],
      [true, 'none'],
    ],
  ],
  [
    'pages by their query',
    { url: [[], [['coupon'], ['step', '2'], '/pay']] },
    cart,
    {},
    [
      [true, 'this page is /cart?step=2; asked on every page'],
      [false, 'this page is /cart?step=2; not asked on ?coupon, ?step=2 or /pay'],
    ],
  ],
  ['a sample', { sample: [10, 'srv_1'] }, cart, memory, [[true, 'this visitor is number 6 of 100; asked up to 10']]],
  [
    'a sample it is one beyond',
    { sample: [5, 'srv_1'] },
    cart,
    memory,
    [[false, 'this visitor is number 6 of 100; asked up to 5']],
  ],
  [
    'a sample of less than one',
    { sample: [0.5, 'srv_1'] },
    cart,
    memory,
    [[false, 'this visitor is number 5.93 of 100; asked up to 0.5']],
  ],
  [
    'a sample without storage',
    { sample: [99, 'srv_1'] },
    cart,
    {},
    [[false, 'this browser keeps nothing, so it is in no sample']],
  ],
  [
    'conditions',
    {
      conditions: [
        { on: 'device', is: ['mobile', 'tablet'] },
        { on: 'language', not: ['fr'] },
        { on: 'trait.orders', from: 2, to: 5 },
        { on: 'referrer', is: [''] },
        { on: 'visit', is: ['returning'] },
      ],
    },
    cart,
    {},
    [
      [false, 'here it is “desktop”; asked: “mobile” or “tablet”'],
      [true, 'here it is “de”; asked: not “fr”'],
      [false, 'here nothing is known; asked: at least 2 and at most 5'],
      [true, 'here nothing is known; asked: nothing'],
      [false, 'here it is “new”; asked: “returning”'],
    ],
  ],
  ['an event', { event: 'bought' }, cart, {}, [[false, 'waits for “bought”; tracked so far: added']]],
  [
    'an event, nothing tracked',
    { event: 'bought' },
    { ...cart, events: new Map() },
    {},
    [[false, 'waits for “bought”; nothing tracked on this page']],
  ],
  [
    'an event with a property',
    { occurrence: ['added', [{ property: 'value', from: 50 }]] },
    cart,
    {},
    [[false, 'waits for “added” with value at least 50; tracked so far: added, with value “20”']],
  ],
  [
    'triggers on their way',
    { triggers: ['scroll 50', 'idle 10', 'visible #reviews', 'click .help'] },
    cart,
    {},
    [[false, 'scroll: 40 of 50 %; rest: 4 of 10 s; #reviews is not on this page; or no click on .help yet']],
  ],
  ['a trigger that fired', { triggers: ['exit'] }, cart, {}, [[true, 'was about to leave']]],
  ['a cap', { cap: '5 of 5 (day)' }, cart, {}, [[false, 'shown as often as it may be: 5 of 5 (day)']]],
  [
    'rests',
    { rest: [90, 30, 0, 180] },
    cart,
    { ...memory, dismissed: now - 40 * day, redismissed: now - 80 * day, shown: now - day / 2 },
    [
      [false, 'answered 3 days ago; rests for 90 days'],
      [false, 'dismissed 40 days ago; rests for 180 days'],
      [true, 'shown a survey today; needs no rest'],
    ],
  ],
  [
    'rests of somebody new',
    { rest: [1, 30, 7] },
    cart,
    {},
    [
      [true, 'never answered; rests for 1 day then'],
      [true, 'never dismissed; rests for 30 days then'],
      [true, 'never shown a survey; rests for 7 days then'],
    ],
  ],
]

describe('why a gate is passed or not, in an owner’s words with the values at hand', () => {
  test.each(cases)('%s', (_name, asked, page, remembered, said) => {
    const verdicts = weighGates(asked, gates, page, remembered, now).slice(1)
    expect(verdicts.map(({ passed, reason }) => [passed, reason])).toEqual(said)
  })

  test('every kind of gate has words, and words never change what is decided', () => {
    expect(new Set(cases.flatMap(([, asked]) => Object.keys(asked)))).toEqual(new Set(Object.keys(allGates)))
    for (const [, asked, page, remembered] of cases) {
      const decided = (kinds: typeof allGates) =>
        weighGates(asked, kinds, page, remembered, now).map(({ gate, passed }) => [gate, passed])
      expect(decided(gates)).toEqual(decided(allGates))
    }
  })

  test('hears for which page it was weighed', () => {
    const seen: Page[] = []
    weighGates(
      { touchpoint: 'cart' },
      told(allGates, undefined, (page) => seen.push(page)),
      cart,
      {},
      now,
    )
    expect(seen).toEqual([cart])
  })

  test.each([
    ['scroll 50', true, 100, 'scrolled through 50 %'],
    ['idle 10', true, 10, 'nothing moved for 10 s'],
    ['visible #a', true, 60, '#a was in sight'],
    ['visible #a', false, 30, '#a: 30 of 50 % in sight'],
    ['click .a .b', true, 1, '.a .b was clicked'],
    ['click .a', false, 0, 'nothing on this page is .a'],
    ['exit', false, undefined, 'not about to leave yet'],
  ])('the trigger %s, happened: %s', (trigger, happened, soFar, said) => {
    expect(triggerWords(trigger, happened, soFar)).toBe(said)
  })

  test.each([
    ['include', 'Pages'],
    ['trait.tier', 'Trait “tier”'],
    ['utm_source', 'Campaign’s source'],
    ['newer', 'newer'],
  ])('%s is called %s', (gate, name) => {
    expect(gateName({ gate })).toBe(name)
  })
})
