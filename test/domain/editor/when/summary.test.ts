import fc from 'fast-check'
import { expect, test } from 'vitest'
import { summaryOf } from '../../../../dashboard/models/editor/when/summary.ts'
import type { Targeting } from '../../../../worker/contract/targeting.ts'
import { targeting, targetingWith } from './ground.ts'

const never = { daysAfterAnswer: 0, daysAfterDismissal: 0, daysAfterSecondDismissal: 0, daysAcrossSurveys: 0 }
const all = (days: number) => ({
  ...{ daysAfterAnswer: days, daysAfterDismissal: days },
  ...{ daysAfterSecondDismissal: days, daysAcrossSurveys: days },
})
const patient =
  'again no sooner than 90 days after an answer, 30 after closing it (180 after closing it twice) and 7 after any survey'

test.each<[touchpoint: string, asked: Partial<Targeting>, sentence: string]>([
  ['', {}, `Asked of everybody on every page, after 10 seconds, ${patient}.`],
  [
    '',
    { sample: 10, include: ['/checkout*'], ...all(90) },
    'Asked of 1 in 10 visitors on pages beginning with /checkout, after 10 seconds, at most every 90 days.',
  ],
  [
    'cart',
    { sample: 15.5, delaySeconds: 0, ...never },
    'Asked of 15.5 % of visitors at the touchpoint cart, as soon as the page is open, as often as they come by.',
  ],
  [
    '',
    {
      include: [{ match: 'exact', value: '/cart' }, { match: 'query', value: 'from=mail' }, '/*sale*', '/a*b', '/c'],
      exclude: ['/*login*', { match: 'prefix', value: '/pay' }],
      delaySeconds: 120,
      ...all(1),
    },
    'Asked of everybody on pages /cart, with from=mail in the query, containing “sale” or 2 more, but never on pages containing “login” or beginning with /pay, after 2 minutes, at most every 1 day.',
  ],
  [
    '',
    {
      conditions: [
        { on: 'device', is: ['mobile', 'tablet'] },
        { on: 'country', not: ['AT', 'de'] },
        { on: 'language', is: ['de'] },
        { on: 'visit', is: ['returning'] },
        { on: 'referrer', contains: ['google.'] },
        { on: 'utm_source', is: ['news', ''] },
        { on: 'trait.orders', from: 3 },
        { on: 'segment.tier', not: [''] },
      ],
      ...all(90),
    },
    'Asked of visitors on a phone or a tablet, not in Austria or Germany, reading German, who are returning, coming from google., whose campaign source is news or not known, whose “orders” is 3 or more, whose “tier” is known, on every page, after 10 seconds, at most every 90 days.',
  ],
  [
    '',
    {
      event: 'added',
      eventWhere: [
        { property: 'value', from: 50, to: 100 },
        { property: 'sku', contains: ['A-'] },
      ],
      triggers: [{ type: 'scroll', percent: 60 }, { type: 'exit' }, { type: 'click', element: '.help' }],
      delaySeconds: 1,
      ...all(90),
    },
    'Asked of everybody on every page, 1 second after the page reports “added” whose “value” is from 50 to 100 and “sku” contains “A-”, and they have seen 60 % of the page, they are about to leave or they click .help, at most every 90 days.',
  ],
  [
    '',
    { triggers: [{ type: 'idle', seconds: 30 }], delaySeconds: 0, starts: '2026-12-01', ends: '2026-12-24', ...all(90) },
    'Asked of everybody on every page, from 1 December 2026 to 24 December 2026, once nothing has moved for 30 seconds, at most every 90 days.',
  ],
  [
    '',
    { ends: '2026-12-24', ...all(90) },
    'Asked of everybody on every page, until 24 December 2026, after 10 seconds, at most every 90 days.',
  ],
  [
    '',
    { starts: '2026-12-24', ends: '2026-12-24', caps: { day: 100, week: 0, month: 1, total: 5000 }, ...all(90) },
    'Asked of everybody on every page, on 24 December 2026 only, after 10 seconds, at most every 90 days, and shown at most 100 times a day, 1 time a month and 5,000 times in all.',
  ],
  [
    '',
    { ...never, daysAfterDismissal: 30, daysAfterSecondDismissal: 30 },
    'Asked of everybody on every page, after 10 seconds, again no sooner than 30 days after closing it.',
  ],
  [
    '',
    { ...never, daysAfterDismissal: 30, daysAcrossSurveys: 7 },
    'Asked of everybody on every page, after 10 seconds, again no sooner than 30 days after closing it and 7 after any survey.',
  ],
])('at "%s", %j', (touchpoint, asked, sentence) => {
  expect(summaryOf({ touchpoint, targeting: targetingWith(asked) })).toBe(sentence)
})

test('whatever the worker takes is one sentence without a hole in it', () => {
  fc.assert(
    fc.property(targeting, (asked) => {
      const sentence = summaryOf({ touchpoint: '', targeting: asked })
      expect(sentence).toMatch(/^Asked of [^;]+[^.,]\.$/)
      expect(sentence).not.toMatch(/undefined|NaN|null|\{|\[object| {2}|, ,/)
    }),
  )
})
