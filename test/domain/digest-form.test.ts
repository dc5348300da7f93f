import { expect, test } from 'vitest'
import { Refused } from '../../dashboard/models/api.ts'
import { chosenOf, faultsOf, refusedFields, wantedOf } from '../../dashboard/models/digest-form.ts'
import { aboutOf, lastOf, leftOf, missingOf, nextOf, whenOf } from '../../dashboard/models/digest-words.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import type { View } from '../../worker/contract/view.ts'

const fields = { name: 'N', frequency: 'weekly', day: '1', hour: '8', language: 'de', addresses: '', 'person.psn_1': 'on' }
const usually = { name: 'N', frequency: 'weekly', day: 1, hour: 8, language: 'de', people: ['psn_1'], addresses: [] }

test('a form of a digest asks for what stands in it, and leaves what it can’t show as it is', () => {
  const wanted = (what: string) => wantedOf({ ...fields, what })
  expect(wanted('all')).toEqual({ ...usually, conditions: {}, view: null })
  expect(wanted('srv_1')).toEqual({ ...usually, conditions: { survey: 'srv_1' }, view: null })
  expect(wanted('view_1')).toEqual({ ...usually, conditions: {}, view: 'view_1' })
  expect(wanted('kept')).toEqual(usually)
  const addresses = 'ann@shop.example, bob@shop.example\n\neve@shop.example;'
  expect(wantedOf({ ...fields, what: 'kept', addresses })).toMatchObject({
    addresses: ['ann@shop.example', 'bob@shop.example', 'eve@shop.example'],
  })
})

test.each([
  [undefined, 'all'],
  [{ view: null, conditions: {} }, 'all'],
  [{ view: 'view_1', conditions: {} }, 'view_1'],
  [{ view: null, conditions: { survey: 'srv_1' } }, 'srv_1'],
  [{ view: null, conditions: { survey: 'srv_1', score: 1 } }, 'kept'],
  [{ view: null, conditions: { score: 1 } }, 'kept'],
])('what %j is about stands in the form as %s', (digest, chosen) => expect(chosenOf(digest)).toBe(chosen))

test('somebody has to get it, at what looks like an address; refusals stand beside their fields', () => {
  expect(faultsOf(fields)).toEqual({})
  const { 'person.psn_1': _, ...nobody } = fields
  expect(faultsOf(nobody)).toHaveProperty('readers')
  expect(faultsOf({ ...nobody, addresses: 'ann@shop.example' })).toEqual({})
  expect(faultsOf({ ...fields, addresses: 'ann, bob@shop.example' })).toEqual({ addresses: 'ann is no address.' })
  const errors = [
    { pointer: '/people/1', detail: 'sees a part of the site only' },
    { pointer: '/day', detail: 'a week has 7 days' },
  ]
  const refused = new Refused(422, { type: 'about:blank', title: 'Unprocessable', status: 422, errors })
  expect(refusedFields(refused)).toEqual({ readers: 'sees a part of the site only', when: 'a week has 7 days' })
})

test('a digest is told in words', () => {
  const [views, surveys] = [[{ id: 'view_1', name: 'Gold' }] as View[], [{ id: 'srv_1', name: 'Cart' }] as Survey[]]
  const about = (view: string | null, conditions: object) => aboutOf({ view, conditions }, views, surveys)
  expect([about(null, {}), about(null, { survey: 'srv_1' }), about('view_1', {}), about(null, { score: 1 })]).toEqual([
    'all surveys',
    'Cart',
    'the view “Gold”',
    'filters of its own',
  ])
  expect(whenOf({ frequency: 'weekly', day: 7, hour: 8 })).toBe('each Sunday at 08:00')
  expect(whenOf({ frequency: 'monthly', day: 28, hour: 20 })).toBe('on day 28 of each month at 20:00')
  expect(lastOf({ frequency: 'weekly', last: null })).toBe('Nothing was due yet.')
  expect(lastOf({ frequency: 'weekly', last: { from: '2026-11-16', outcome: 'empty' } })).toBe(
    'The one on the week of 16 November 2026 was not sent, since nobody answered.',
  )
  // 23:00 in Los Angeles, the day after in UTC.
  const next = { at: '2026-12-02T07:00:00Z', from: '2026-11-01', to: '2026-11-30' }
  expect(nextOf({ next }, 'America/Los_Angeles')).toMatch(/^The next comes on 1 Dec, about 1 Nov to 30 Nov/)
  expect(leftOf({ unsubscribed: ['a@b.example'] })).toContain('a@b.example unsubscribed')
  expect(missingOf({ gone: [{ pointer: '/view', detail: 'gone' }] })).toContain('a view that this site no longer has')
})
