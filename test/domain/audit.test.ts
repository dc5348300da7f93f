import { describe, expect, it } from 'vitest'
import { auditWords, endWords, valueWords } from '../../dashboard/models/audit-words.ts'
import { partOf, partWords } from '../../dashboard/models/roles.ts'
import { access, type ManageRoute } from '../../worker/domain/access.ts'
import { changesOf, isAudited } from '../../worker/domain/audit.ts'

describe('the audit log', () => {
  it('has words for whatever stands in it, and for nothing else', () => {
    const told = (Object.keys(access) as ManageRoute[]).filter(isAudited)
    // Joining is told by the transaction that does it; the nightly job has no route.
    expect(Object.keys(auditWords).sort()).toEqual([...told, 'POST /api/v1/invitations/accept', 'retention'].sort())
  })

  it.each<[string, object, object | undefined, object]>([
    ['a field that stays', { name: 'A' }, { name: 'A' }, {}],
    ['a field that changes', { name: 'A' }, { name: 'B' }, { name: ['A', 'B'] }],
    ['what was not there', {}, { goal: 40 }, { goal: [null, 40] }],
    ['what is taken away', { name: 'A', size: 3 }, undefined, { name: ['A', null], size: [3, null] }],
    ['what was turned off', { silent: true }, { silent: false }, { silent: [true, false] }],
    ['the same list', { origins: ['a', 'b'] }, { origins: ['a', 'b'] }, {}],
    ['a list of words', { origins: ['a'] }, { origins: ['a', 'b'] }, { origins: ['a', 'a, b'] }],
    ['a part of a site', { part: null }, { part: { location: ['A', 'B'], touchpoint: ['C'] } }, { part: [null, 'A, B, C'] }],
    ['120 characters', {}, { text: 'x'.repeat(120) }, { text: [null, 'x'.repeat(120)] }],
    ['121 characters', {}, { text: 'x'.repeat(121) }, { text: null }],
    ['a list of things', {}, { links: [{ respondent: 'c_1' }] }, { links: null }],
    ['a thing with a number in it', {}, { appearance: { radius: 3 } }, { appearance: null }],
    ['the revision a save began with', {}, { revision: 7, name: 'B' }, { name: [null, 'B'] }],
  ])('tells %s', (_, before, asked, changes) => {
    expect(changesOf(before, asked)).toEqual(changes)
  })

  it('says how an attempt ended where nothing came of it', () => {
    expect([200, 204, 403, 404, 422, 500, null].map((status) => endWords({ status }))).toEqual([
      ...['', '', 'not allowed', 'refused', 'refused', 'failed', 'under way, or cut off'],
    ])
    expect([true, false, null, '', 0, 'x'].map(valueWords)).toEqual(['yes', 'no', 'nothing', 'nothing', '0', 'x'])
  })
})

describe('an agent’s part of a site', () => {
  it('is read from lines, each value once; empty fields limit nothing', () => {
    const fields = { email: 'a@b.example', 'part.touchpoint': 'delivery\n\n return \ndelivery', 'part.location': ' \n' }
    expect(partOf(fields, ['touchpoint', 'location'])).toEqual({ touchpoint: ['delivery', 'return'] })
    expect(partOf({ 'part.location': 'Berlin, Mitte' }, ['touchpoint', 'location'])).toEqual({ location: ['Berlin, Mitte'] })
    expect(partOf({ 'part.location': 'Berlin' }, ['touchpoint'])).toBeNull()
  })

  it('is named in words', () => {
    expect(partWords({ touchpoint: ['delivery', 'return'], location: ['Berlin'] })).toBe('delivery or return, and Berlin')
    expect(partWords(null)).toBe('')
  })
})
