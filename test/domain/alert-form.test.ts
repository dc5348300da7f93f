import { expect, test } from 'vitest'
import { chosenOf, faultsOf, refusedFields, wantedOf } from '../../dashboard/models/alert-form.ts'
import { goneOf, whatOf } from '../../dashboard/models/alert-words.ts'
import { Refused } from '../../dashboard/models/api.ts'
import type { Alert } from '../../worker/contract/alert.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import type { View } from '../../worker/contract/view.ts'

const fields = { name: 'N', hourlyCap: '5', from: '', to: '', 'person.psn_1': 'on', 'webhook.whk_1': 'on' }
const usually = { name: 'N', hourlyCap: 5, quiet: null, people: ['psn_1'], webhooks: ['whk_1'] }

test('a form of an alert asks for what stands in it, with the filters of its own', () => {
  const wanted = (kind: Alert['kind'], what: string) => wantedOf(kind, { ...fields, what })
  expect(wanted('response', 'unhappy')).toEqual({ ...usually, conditions: { unhappy: true }, view: null })
  expect(wanted('response', 'view_1')).toEqual({ ...usually, conditions: {}, view: 'view_1' })
  expect(wanted('response', 'all')).toEqual({ ...usually, conditions: {}, view: null })
  expect(wanted('fall', 'all')).toEqual({ ...usually, conditions: {} })
  expect(wanted('fall', 'srv_1')).toEqual({ ...usually, conditions: { survey: 'srv_1' } })
  const own = { tag: 'Delivery', segments: { device: 'mobile' } }
  expect(wantedOf('response', { ...fields, what: 'own' }, own)).toEqual({ ...usually, conditions: own, view: null })
  expect(wantedOf('response', { ...fields, what: 'all' }, own)).toEqual({ ...usually, conditions: {}, view: null })
  expect(wantedOf('fall', { ...fields, what: 'srv_1' }, own)).toEqual({
    ...usually,
    conditions: { survey: 'srv_1', segments: { device: 'mobile' } },
  })
  expect(wantedOf('fall', { ...fields, what: 'all', from: '22:00', to: '07:00' })).toEqual({
    ...usually,
    conditions: {},
    quiet: { from: '22:00', to: '07:00' },
  })
})

test.each<[Alert['kind'], Pick<Alert, 'view' | 'conditions'> | undefined, string]>([
  ['response', undefined, 'unhappy'],
  ['fall', undefined, 'all'],
  ['response', { view: null, conditions: { unhappy: true } }, 'unhappy'],
  ['response', { view: 'view_1', conditions: {} }, 'view_1'],
  ['response', { view: null, conditions: {} }, 'all'],
  ['response', { view: null, conditions: { unhappy: true, survey: 'srv_1' } }, 'own'],
  ['response', { view: null, conditions: { tag: 'Delivery' } }, 'own'],
  ['fall', { view: null, conditions: { survey: 'srv_1' } }, 'srv_1'],
  ['fall', { view: null, conditions: { segments: { device: 'mobile' } } }, 'all'],
])('an alert of a %s with %j is chosen as %s', (kind, alert, chosen) => {
  expect(chosenOf(kind, alert)).toBe(chosen)
})

test('faults stand by their fields, those seen at once and those the API says', () => {
  expect(faultsOf(fields)).toEqual({})
  expect(Object.keys(faultsOf({ name: 'N', from: '22:00', to: '' }))).toEqual(['told', 'quiet'])
  expect(Object.keys(faultsOf({ ...fields, from: '22:00', to: '22:00' }))).toEqual(['quiet'])
  const refusal = { type: 'about:blank', title: 'Unprocessable', status: 422 }
  const errors = [
    { pointer: '/conditions/tag', detail: 'no such tag' },
    { pointer: '/people/0', detail: 'sees a part of the site only' },
    { pointer: '', detail: 'odd' },
  ]
  const said = { what: 'no such tag', told: 'sees a part of the site only' }
  expect(refusedFields(new Refused(422, { ...refusal, errors }))).toEqual(said)
  expect(refusedFields(new Refused(409, refusal))).toEqual({})
})

test('an alert says what it tells of, and what of that is gone', () => {
  const views = [{ id: 'view_1', name: 'Gold' }] as View[]
  const surveys = [{ id: 'srv_1', name: 'Cart' }] as Survey[]
  const what = (alert: Partial<Alert>) =>
    whatOf({ kind: 'response', view: null, conditions: {}, ...alert } as Alert, views, surveys)
  expect(what({ conditions: { unhappy: true, survey: 'srv_1' } })).toBe('unhappy customers of Cart')
  expect(what({ conditions: { tag: 'Delivery' } })).toBe('responses: tagged Delivery')
  expect(what({ view: 'view_1' })).toBe('responses of the view “Gold”')
  expect(what({ view: 'view_2' })).toBe('responses of a saved view')
  expect(what({})).toBe('every response')
  expect(what({ kind: 'fall' })).toBe('a fall of any score')
  expect(what({ kind: 'fall', conditions: { survey: 'srv_1', segments: { device: 'mobile' } } })).toBe(
    'a fall of the score of Cart, in some segments',
  )
  expect(goneOf({ gone: [] })).toBe('')
  expect(goneOf({ gone: [{ pointer: '/segments/device', detail: '' }] })).toMatch(/^It asks for a dimension that this site/)
})
