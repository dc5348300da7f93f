import { describe, expect, it } from 'vitest'
import { lastIssue, nextIssue, periodBefore, type Schedule } from '../../worker/domain/digest-period.ts'

const berlin = 'Europe/Berlin'
const monday: Schedule = { frequency: 'weekly', day: 1, hour: 8 }
const at = (iso: string) => Date.parse(iso)
const iso = (ms: number) => new Date(ms).toISOString()

describe('a weekly digest', () => {
  it('is of the last whole week, Monday to Sunday, from its hour on and not a moment before', () => {
    expect(lastIssue(monday, berlin, at('2026-11-23T06:59:59.999Z')).period).toEqual({ from: '2026-11-09', to: '2026-11-15' })
    expect(lastIssue(monday, berlin, at('2026-11-23T07:00:00Z'))).toEqual({
      at: at('2026-11-23T07:00:00Z'),
      period: { from: '2026-11-16', to: '2026-11-22' },
    })
    expect(nextIssue(monday, berlin, at('2026-11-23T06:59:59.999Z')).at).toBe(at('2026-11-23T07:00:00Z'))
    expect(nextIssue(monday, berlin, at('2026-11-23T07:00:00Z'))).toEqual({
      at: at('2026-11-30T07:00:00Z'),
      period: { from: '2026-11-23', to: '2026-11-29' },
    })
  })

  it('is of that week on whatever day it is sent', () => {
    const sunday: Schedule = { frequency: 'weekly', day: 7, hour: 22 }
    expect(nextIssue(sunday, berlin, at('2026-11-23T12:00:00Z'))).toEqual({
      at: at('2026-11-29T21:00:00Z'),
      period: { from: '2026-11-16', to: '2026-11-22' },
    })
  })

  it('keeps its hour by the shop’s clock when that is changed', () => {
    const issues = ['2026-10-18T12:00:00Z', '2026-10-25T12:00:00Z', '2027-03-28T12:00:00Z']
    expect(issues.map((now) => iso(nextIssue(monday, berlin, at(now)).at))).toEqual([
      '2026-10-19T06:00:00.000Z',
      '2026-10-26T07:00:00.000Z',
      '2027-03-29T06:00:00.000Z',
    ])
  })

  it('comes an hour later where the clock leaves its hour out, and once where it has it twice', () => {
    const night: Schedule = { frequency: 'weekly', day: 7, hour: 2 }
    expect(iso(nextIssue(night, berlin, at('2027-03-27T12:00:00Z')).at)).toBe('2027-03-28T01:00:00.000Z')
    const twice = nextIssue(night, berlin, at('2026-10-24T12:00:00Z'))
    expect(iso(twice.at)).toBe('2026-10-25T00:00:00.000Z')
    expect(iso(nextIssue(night, berlin, twice.at + 3_600_000).at)).toBe('2026-11-01T01:00:00.000Z')
  })

  it('begins its week where the shop is', () => {
    const first: Schedule = { frequency: 'weekly', day: 1, hour: 0 }
    const now = at('2026-11-22T11:00:00Z')
    expect(lastIssue(first, 'Pacific/Auckland', now).period.from).toBe('2026-11-16')
    expect(lastIssue(first, 'America/Los_Angeles', now).period.from).toBe('2026-11-09')
  })
})

describe('a monthly digest', () => {
  const first: Schedule = { frequency: 'monthly', day: 1, hour: 8 }

  it('is of the last whole month, over the turn of the year and in February too', () => {
    expect(lastIssue(first, berlin, at('2027-01-01T07:00:00Z')).period).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(lastIssue(first, berlin, at('2028-03-15T07:00:00Z')).period).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(iso(nextIssue({ ...first, day: 28 }, berlin, at('2027-01-30T07:00:00Z')).at)).toBe('2027-02-28T07:00:00.000Z')
  })

  it('is held against the whole month before, however long', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' }, 'monthly')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(periodBefore({ from: '2026-11-16', to: '2026-11-22' }, 'weekly')).toEqual({ from: '2026-11-09', to: '2026-11-15' })
  })
})

it('the last issue is always the one after which the next comes, and no period is left out', () => {
  for (const timeZone of [berlin, 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe'])
    for (const frequency of ['weekly', 'monthly'] as const)
      for (const day of [1, 4, 7]) {
        const schedule = { frequency, day, hour: 2 }
        let issue = nextIssue(schedule, timeZone, at('2026-01-01T00:00:00Z'))
        for (let i = 0; i < 60; i++) {
          expect(lastIssue(schedule, timeZone, issue.at)).toEqual(issue)
          const next = nextIssue(schedule, timeZone, issue.at)
          expect(lastIssue(schedule, timeZone, next.at - 1)).toEqual(issue)
          expect(periodBefore(next.period, frequency)).toEqual(issue.period)
          issue = next
        }
      }
})
