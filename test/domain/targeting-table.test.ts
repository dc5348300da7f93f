import { describe, expect, test } from 'vitest'
import { Targeting, type TargetingEdit } from '../../worker/contract/targeting.ts'
import { weighGates } from '../../worker/domain/eligibility.ts'
import type { Memory, Page } from '../../worker/domain/gates/gate.ts'
import { allGates } from '../../worker/domain/gates/index.ts'
import { gatesOf } from '../../worker/domain/gates/of.ts'
import { standardTargeting } from '../../worker/domain/standard.ts'

const day = 24 * 60 * 60 * 1000
/** Sunday noon in Berlin. */
const now = Date.UTC(2026, 10, 22, 11)

/** A shopper on the cart page of a shop in Berlin, found by a newsletter. */
const here: Page = {
  path: '/de/cart',
  search: '?step=2&coupon=&q=wool+socks',
  touchpoint: 'cart',
  lang: 'de-AT',
  device: 'mobile',
  country: 'AT',
  referrer: 'news.example',
  utm_source: 'Newsletter',
  events: new Map([
    ['searched', { words: 'Wool socks', hits: 12 }],
    ['added', undefined],
  ]),
  fired: ['scroll 50', 'visible #reviews'],
  traits: { tier: 'Gold', orders: 3, vip: true, note: '' },
}

type Case = [name: string, asked: TargetingEdit, stopped: string[], page?: Partial<Page>, memory?: Memory]
const exact = (value: string) => ({ match: 'exact' as const, value })
const prefix = (value: string) => ({ match: 'prefix' as const, value })
const wildcard = (value: string) => ({ match: 'wildcard' as const, value })
const contains = (value: string) => ({ match: 'contains' as const, value })
const query = (value: string) => ({ match: 'query' as const, value })
const ago = (days: number) => now - days * day

const cases: Case[] = [
  ['nothing asked', {}, []],

  ['exact: this path', { include: [exact('/de/cart')] }, []],
  ['exact: not what is below it', { include: [exact('/de')] }, ['include']],
  ['exact: a slash at the end is another path', { include: [exact('/de/cart/')] }, ['include']],
  ['exact: letters are told apart', { include: [exact('/de/Cart')] }, ['include']],
  ['prefix: what begins so', { include: [prefix('/de/')] }, []],
  ['prefix: the whole path', { include: [prefix('/de/cart')] }, []],
  ['prefix: not in the middle', { include: [prefix('/cart')] }, ['include']],
  ['wildcard: a star in the middle', { include: [wildcard('/*/cart')] }, []],
  ['wildcard: nothing left over at the end', { include: [wildcard('/*/car')] }, ['include']],
  ['wildcard written as a text', { include: ['/de/*'] }, []],
  ['contains: in the middle', { include: [contains('e/c')] }, []],
  ['contains: at the end', { include: [contains('cart')] }, []],
  ['contains: not in the query', { include: [contains('coupon')] }, ['include']],
  ['query: a name', { include: [query('step')] }, []],
  ['query: a name without a value', { include: [query('coupon')] }, []],
  ['query: no such name', { include: [query('page')] }, ['include']],
  ['query: a name is no part of a name', { include: [query('ste')] }, ['include']],
  ['query: name and value', { include: [query('step=2')] }, []],
  ['query: another value', { include: [query('step=22')] }, ['include']],
  ['query: an empty value', { include: [query('coupon=')] }, []],
  ['query: an empty value asked of one that isn’t', { include: [query('step=')] }, ['include']],
  ['query: the second of two values', { include: [query('step=3')] }, [], { search: '?step=2&step=3' }],
  ['query: none at all', { include: [query('step')] }, ['include'], { search: '' }],
  ['query: not known yet', { include: [query('step')] }, ['include'], { search: undefined }],
  ['one of several is enough', { include: [exact('/no'), query('no'), prefix('/de')] }, []],
  ['path or query', { include: [exact('/de/cart'), query('no')] }, []],
  ['none of several', { include: [exact('/no'), query('no')] }, ['include']],
  ['excluded by path', { exclude: [prefix('/de')] }, ['exclude']],
  ['excluded by query', { exclude: [query('coupon')] }, ['exclude']],
  ['excluded wins over included', { include: [contains('cart')], exclude: [exact('/de/cart')] }, ['exclude']],
  ['not excluded', { exclude: [exact('/pay'), query('token')] }, []],
  ['neither included nor out of the excluded', { include: ['/x'], exclude: ['/de/*'] }, ['include', 'exclude']],

  ['before the first day, by a ms', { starts: '2026-11-22' }, ['dates'], {}, { first: Date.UTC(2026, 10, 21, 23) - 1 }],
  ['the first moment of the first day', { starts: '2026-11-22' }, [], {}, { first: Date.UTC(2026, 10, 21, 23) }],
  ['the last ms of the last day', { ends: '2026-11-22' }, [], {}, { first: Date.UTC(2026, 10, 22, 23) - 1 }],
  ['the first moment after it', { ends: '2026-11-22' }, ['dates'], {}, { first: Date.UTC(2026, 10, 22, 23) }],
  ['only today', { starts: '2026-11-22', ends: '2026-11-22' }, []],
  ['from tomorrow', { starts: '2026-11-23' }, ['dates']],
  ['until yesterday', { ends: '2026-11-21' }, ['dates']],
  ['an end in summer time', { ends: '2026-07-31' }, [], {}, { first: Date.UTC(2026, 6, 31, 22) - 1 }],
  ['and its next moment', { ends: '2026-07-31' }, ['dates'], {}, { first: Date.UTC(2026, 6, 31, 22) }],

  ['everybody', { sample: 100 }, []],
  ['everybody, also who keeps nothing', { sample: 100 }, [], {}, {}],
  ['half, of whom nothing can be kept', { sample: 50 }, ['sample']],
  ['nearly nobody', { sample: 0.01 }, ['sample'], {}, { visitor: 0.5 }],
  ['nearly everybody', { sample: 99.99 }, [], {}, { visitor: 0.5 }],

  ['device: this one', { conditions: [{ on: 'device', is: ['mobile', 'tablet'] }] }, []],
  ['device: another', { conditions: [{ on: 'device', is: ['desktop'] }] }, ['device']],
  ['device: not this one', { conditions: [{ on: 'device', not: ['mobile'] }] }, ['device']],
  ['device: letters in any case', { conditions: [{ on: 'device', is: ['Mobile'] }] }, []],
  ['country: this one', { conditions: [{ on: 'country', is: ['at', 'DE'] }] }, []],
  ['country: another', { conditions: [{ on: 'country', is: ['de'] }] }, ['country']],
  ['country: nobody knows', { conditions: [{ on: 'country', is: ['de'] }] }, ['country'], { country: '' }],
  ['country: nobody knows, and all but one is asked', { conditions: [{ on: 'country', not: ['de'] }] }, [], { country: '' }],
  ['language: of the document', { conditions: [{ on: 'language', is: ['de'] }] }, []],
  ['language: what the page says comes first', { conditions: [{ on: 'language', is: ['de'] }] }, ['language'], { locale: 'fr' }],
  ['language: nobody knows', { conditions: [{ on: 'language', is: ['de'] }] }, ['language'], { lang: '' }],
  ['locale: with its region', { conditions: [{ on: 'locale', is: ['de-AT'] }] }, []],
  ['locale: another region', { conditions: [{ on: 'locale', is: ['de-DE'] }] }, ['locale']],
  ['referrer: a host', { conditions: [{ on: 'referrer', is: ['news.example'] }] }, []],
  ['referrer: a part of it', { conditions: [{ on: 'referrer', contains: ['google.', 'news'] }] }, []],
  ['referrer: no such part', { conditions: [{ on: 'referrer', contains: ['google.'] }] }, ['referrer']],
  ['referrer: none, asked for', { conditions: [{ on: 'referrer', is: [''] }] }, [], { referrer: '' }],
  ['referrer: none, where one is asked for', { conditions: [{ on: 'referrer', not: [''] }] }, ['referrer'], { referrer: '' }],
  ['campaign: source', { conditions: [{ on: 'utm_source', is: ['newsletter'] }] }, []],
  ['campaign: not named', { conditions: [{ on: 'utm_campaign', is: ['spring'] }] }, ['utm_campaign']],
  ['campaign: without one', { conditions: [{ on: 'utm_campaign', is: [''] }] }, []],
  ['campaign: medium', { conditions: [{ on: 'utm_medium', is: ['email'] }] }, [], { utm_medium: 'EMail' }],
  ['campaign: another medium', { conditions: [{ on: 'utm_medium', is: ['email'] }] }, ['utm_medium'], { utm_medium: 'cpc' }],
  ['campaign: name', { conditions: [{ on: 'utm_campaign', contains: ['spring'] }] }, [], { utm_campaign: 'Spring-26' }],
  ['campaign: term', { conditions: [{ on: 'utm_term', not: ['socks'] }] }, ['utm_term'], { utm_term: 'socks' }],
  ['campaign: content', { conditions: [{ on: 'utm_content', not: [''] }] }, [], { utm_content: 'banner' }],
  ['campaign: no content', { conditions: [{ on: 'utm_content', not: [''] }] }, ['utm_content']],
  ['new: never seen', { conditions: [{ on: 'visit', is: ['new'] }] }, []],
  ['new: seen a moment less than a day ago', { conditions: [{ on: 'visit', is: ['new'] }] }, [], {}, { first: ago(1) + 1 }],
  ['new: seen a day ago', { conditions: [{ on: 'visit', is: ['new'] }] }, ['visit'], {}, { first: ago(1) }],
  ['returning: seen a day ago', { conditions: [{ on: 'visit', is: ['returning'] }] }, [], {}, { first: ago(1) }],
  ['returning: never seen', { conditions: [{ on: 'visit', is: ['returning'] }] }, ['visit']],
  ['trait: text', { conditions: [{ on: 'trait.tier', is: ['gold'] }] }, []],
  ['trait: another text', { conditions: [{ on: 'trait.tier', is: ['silver'] }] }, ['trait.tier']],
  ['trait: missing', { conditions: [{ on: 'trait.lost', is: ['x'] }] }, ['trait.lost']],
  ['trait: missing, asked for', { conditions: [{ on: 'trait.lost', is: [''] }] }, []],
  ['trait: missing, and must not be x', { conditions: [{ on: 'trait.lost', not: ['x'] }] }, []],
  ['trait: true', { conditions: [{ on: 'trait.vip', is: ['true'] }] }, []],
  ['trait: number as text', { conditions: [{ on: 'trait.orders', is: ['3'] }] }, []],
  ['trait: at least, at the bound', { conditions: [{ on: 'trait.orders', from: 3 }] }, []],
  ['trait: at least, below it', { conditions: [{ on: 'trait.orders', from: 3.01 }] }, ['trait.orders']],
  ['trait: at most, at the bound', { conditions: [{ on: 'trait.orders', to: 3 }] }, []],
  ['trait: at most, above it', { conditions: [{ on: 'trait.orders', to: 2 }] }, ['trait.orders']],
  ['trait: between', { conditions: [{ on: 'trait.orders', from: 1, to: 5 }] }, []],
  ['trait: no number where one is asked', { conditions: [{ on: 'trait.tier', from: 0 }] }, ['trait.tier']],
  ['trait: empty is no zero', { conditions: [{ on: 'trait.note', from: 0 }] }, ['trait.note']],
  ['trait: missing is no zero', { conditions: [{ on: 'trait.lost', to: 5 }] }, ['trait.lost']],
  ['trait: one of two lists', { conditions: [{ on: 'trait.tier', is: ['gold'], not: ['gold'] }] }, ['trait.tier']],
  [
    'trait: the page knows none',
    { conditions: [{ on: 'trait.tier', is: ['gold'] }] },
    ['trait.tier'],
    { traits: undefined as never },
  ],
  ['segment: a trait by its dimension', { conditions: [{ on: 'segment.tier', is: ['gold'] }] }, []],
  ['segment: something built in', { conditions: [{ on: 'segment.device', is: ['desktop'] }] }, ['device']],
  ['segment: the touchpoint', { conditions: [{ on: 'segment.touchpoint', is: ['cart', 'checkout'] }] }, []],
  [
    'all must hold',
    {
      conditions: [
        { on: 'device', is: ['mobile'] },
        { on: 'country', is: ['de'] },
      ],
    },
    ['country'],
  ],
  [
    'every one that does not is told',
    {
      conditions: [
        { on: 'visit', is: ['x'] },
        { on: 'country', is: ['x'] },
      ],
    },
    ['visit', 'country'],
  ],

  ['event: tracked', { event: 'searched' }, []],
  ['event: not tracked', { event: 'bought' }, ['event']],
  ['event: a property', { event: 'searched', eventWhere: [{ property: 'hits', from: 10 }] }, []],
  ['event: a property out of bounds', { event: 'searched', eventWhere: [{ property: 'hits', from: 13 }] }, ['event']],
  ['event: part of a text', { event: 'searched', eventWhere: [{ property: 'words', contains: ['SOCK'] }] }, []],
  [
    'event: both properties',
    {
      event: 'searched',
      eventWhere: [
        { property: 'hits', to: 12 },
        { property: 'words', is: ['x'] },
      ],
    },
    ['event'],
  ],
  ['event: a property it does not have', { event: 'searched', eventWhere: [{ property: 'page', is: ['1'] }] }, ['event']],
  ['event: tracked without properties', { event: 'added', eventWhere: [{ property: 'sku', is: ['a'] }] }, ['event']],
  ['event: without properties, which must be missing', { event: 'added', eventWhere: [{ property: 'sku', is: [''] }] }, []],
  ['event: properties of one that did not happen', { event: 'bought', eventWhere: [{ property: 'sku', is: [''] }] }, ['event']],
  ['event: only names are known', { event: 'a', eventWhere: [{ property: 'b', not: ['c'] }] }, [], { events: new Set(['a']) }],

  ['trigger: fired', { triggers: [{ type: 'scroll', percent: 50 }] }, []],
  ['trigger: another depth', { triggers: [{ type: 'scroll', percent: 75 }] }, ['trigger']],
  ['trigger: by its element', { triggers: [{ type: 'visible', element: '#reviews' }] }, []],
  ['trigger: another way with the same element', { triggers: [{ type: 'click', element: '#reviews' }] }, ['trigger']],
  [
    'trigger: any of several',
    { triggers: [{ type: 'exit' }, { type: 'idle', seconds: 30 }, { type: 'scroll', percent: 50 }] },
    [],
  ],
  ['trigger: none of several', { triggers: [{ type: 'exit' }, { type: 'idle', seconds: 30 }] }, ['trigger']],
  ['trigger: nothing felt yet', { triggers: [{ type: 'exit' }] }, ['trigger'], { fired: undefined as never }],

  ['rest: answered a moment less than 90 days ago', {}, ['answered'], {}, { answered: ago(90) + 1 }],
  ['rest: answered 90 days ago', {}, [], {}, { answered: ago(90) }],
  ['rest: dismissed once, a moment less than 30 days ago', {}, ['dismissed'], {}, { dismissed: ago(30) + 1 }],
  ['rest: dismissed once, 30 days ago', {}, [], {}, { dismissed: ago(30) }],
  ['rest: dismissed twice, 30 days ago', {}, ['dismissed'], {}, { dismissed: ago(30), redismissed: ago(400) }],
  [
    'rest: dismissed twice, a moment less than 180 days ago',
    {},
    ['dismissed'],
    {},
    { dismissed: ago(180) + 1, redismissed: ago(400) },
  ],
  ['rest: dismissed twice, 180 days ago', {}, [], {}, { dismissed: ago(180), redismissed: ago(400) }],
  ['rest: another survey shown a moment less than 7 days ago', {}, ['shown'], {}, { shown: ago(7) + 1 }],
  ['rest: another survey shown 7 days ago', {}, [], {}, { shown: ago(7) }],
  ['rest: all three', {}, ['answered', 'dismissed', 'shown'], {}, { answered: ago(1), dismissed: ago(1), shown: ago(1) }],
  ['rest: none after a dismissal, so none after two', { daysAfterDismissal: 0 }, [], {}, { dismissed: now, redismissed: ago(1) }],
  [
    'rest: the second no shorter than asked',
    { daysAfterSecondDismissal: 0 },
    ['dismissed'],
    {},
    { dismissed: ago(29), redismissed: ago(99) },
  ],
  [
    '"don’t ask again" years ago',
    { daysAfterAnswer: 0, daysAfterDismissal: 0, daysAcrossSurveys: 0 },
    ['never'],
    {},
    { never: ago(4000) },
  ],

  [
    'everything at once, passed',
    {
      include: [prefix('/de'), query('x')],
      starts: '2026-01-01',
      conditions: [{ on: 'device', is: ['mobile'] }],
      event: 'searched',
      eventWhere: [{ property: 'hits', to: 20 }],
      triggers: [{ type: 'scroll', percent: 50 }],
    },
    [],
  ],
  [
    'everything at once, failed: each gate is told, in the order they are weighed',
    {
      include: [exact('/'), query('x')],
      exclude: [query('q')],
      starts: '2027-01-01',
      sample: 1,
      conditions: [{ on: 'device', is: ['desktop'] }],
      event: 'bought',
      triggers: [{ type: 'exit' }],
    },
    ['never', 'dates', 'include', 'exclude', 'sample', 'device', 'event', 'trigger', 'answered'],
    {},
    { never: 1, answered: ago(1) },
  ],
]

describe('who is asked, when and where', () => {
  test('at least a hundred cases, each of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100)
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length)
  })

  test.each(cases)('%s', (_name, asked, stopped, page = {}, memory = {}) => {
    const targeting = Targeting.parse({ ...standardTargeting, ...asked })
    const gates = gatesOf(targeting, { survey: 'srv_1', touchpoint: '', timeZone: 'Europe/Berlin', excluded: [] })
    // The cases about dates put the moment of looking where the first visit would be.
    const at = gates.dates && memory.first ? memory.first : now
    const verdicts = weighGates(gates, allGates, { ...here, ...page }, memory, at)
    expect(verdicts.filter(({ passed }) => !passed).map(({ gate }) => gate)).toEqual(stopped)
    expect(verdicts.every(({ reason }) => reason.length > 0)).toBe(true)
  })
})

test('pages that the site excludes are excluded from every survey', () => {
  const place = { survey: 'srv_1', touchpoint: '', timeZone: 'Europe/Berlin' }
  const stopped = (excluded: Targeting['exclude']) =>
    weighGates(gatesOf(standardTargeting, { ...place, excluded }), allGates, here, {}, now).some(({ passed }) => !passed)
  expect([stopped([]), stopped(['/pay']), stopped(['/de/*']), stopped([query('step=2')])]).toEqual([false, false, true, true])
})
