import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tryAddress } from '../../../../dashboard/models/editor/when/address-trial.ts'
import { comparisonOf, type How, linesOf, turned, waysBeside } from '../../../../dashboard/models/editor/when/comparisons.ts'
import { beginningWith, factsToAsk } from '../../../../dashboard/models/editor/when/facts.ts'
import { partsOf, ruleInWords, withMatch, withValue } from '../../../../dashboard/models/editor/when/page-rules.ts'
import { begun, dropped, isAsked } from '../../../../dashboard/models/editor/when/rarer.ts'
import { codecs } from '../../../../dashboard/models/editor/when/values.ts'
import { waitingFor } from '../../../../dashboard/models/editor/when/waits.ts'
import { type Comparison, Targeting } from '../../../../worker/contract/targeting.ts'
import { weighGates } from '../../../../worker/domain/eligibility.ts'
import { targetingFaults } from '../../../../worker/domain/faults/targeting.ts'
import { holds } from '../../../../worker/domain/gates/compare.ts'
import { allGates } from '../../../../worker/domain/gates/index.ts'
import { gatesOf } from '../../../../worker/domain/gates/of.ts'
import { comparison, path, search, targeting, targetingWith, urlRule } from './ground.ts'

const place = { survey: 'srv_1', touchpoint: '', timeZone: 'Europe/Berlin' }
const site = { excludedPages: [], hashRoutes: false, origins: ['https://shop.example', 'https://*.shop.example'] }

/** What the loader's gates say of a page. */
function isOpen(asked: Targeting, page: { path: string; search: string }, excluded: Targeting['exclude'] = []): boolean {
  const verdicts = weighGates(gatesOf(asked, { ...place, excluded }), allGates, { ...page, events: new Set() }, {}, 0)
  return verdicts.every(({ gate, passed }) => passed || (gate !== 'include' && gate !== 'exclude'))
}

describe('a comparison', () => {
  /** In a list the missing value stands last in the form. */
  const ordered = ({ is, not, ...rest }: Comparison) => {
    const last = (all: string[]) => [...all.filter((one) => one !== ''), ...all.filter((one) => one === '')]
    return { ...rest, ...(is && { is: last(is) }), ...(not && { not: last(not) }) }
  }

  test('is the same after a way through the form, whatever a program said', () => {
    fc.assert(
      fc.property(comparison, (asked) => {
        expect(comparisonOf(linesOf(asked))).toEqual(ordered(asked))
      }),
    )
  })

  test('keeps every line when one is turned to another way and back', () => {
    const ways: How[] = ['is', 'not', 'contains', 'range', 'known', 'missing']
    fc.assert(
      fc.property(comparison, fc.nat(), fc.nat(), (asked, which, to) => {
        const lines = linesOf(asked)
        const line = lines[which % lines.length]
        if (!line) throw new Error('a comparison without lines')
        const offered = waysBeside(line, lines, ways)
        const next = turned(line, offered[to % offered.length] ?? line.how)
        const all = lines.map((one) => (one === line ? next : one))
        // Two lines in one field of the contract would be one.
        expect(linesOf(comparisonOf(all))).toHaveLength(lines.length)
        if ('values' in line && 'values' in next) expect(next.values).toEqual(line.values)
      }),
    )
  })
})

describe('a rule of pages', () => {
  test('means the same when the form has taken it apart and put it together', () => {
    fc.assert(
      fc.property(urlRule, path, search, (rule, where, query) => {
        const { match, value } = partsOf(rule)
        const page = { path: where, search: query }
        for (const again of [withMatch(rule, match), withValue(rule, value)])
          expect(isOpen(targetingWith({ include: [again] }), page)).toBe(isOpen(targetingWith({ include: [rule] }), page))
      }),
    )
  })

  test('says in the same words only what means the same', () => {
    fc.assert(
      fc.property(urlRule, urlRule, path, search, (one, other, where, query) => {
        fc.pre(ruleInWords(one) === ruleInWords(other))
        const page = { path: where, search: query }
        expect(isOpen(targetingWith({ include: [one] }), page)).toBe(isOpen(targetingWith({ include: [other] }), page))
      }),
      { numRuns: 300 },
    )
  })

  test('is tried on an address as the loader weighs it', () => {
    const some = fc.array(urlRule, { maxLength: 3 })
    fc.assert(
      fc.property(some, some, some, path, search, (include, exclude, excludedPages, where, query) => {
        // Two slashes at the beginning would name a host.
        fc.pre(!where.startsWith('//'))
        const asked = targetingWith({ include, exclude })
        const trial = tryAddress(where + query, asked, { ...site, excludedPages })
        expect(trial?.fits).toBe(isOpen(asked, { path: where, search: query }, excludedPages))
      }),
    )
  })

  test.each([
    ['', undefined],
    ['/order/7', 'It is one of the pages beginning with /order/.'],
    ['https://shop.example/order/7?x=1#y', 'It is one of the pages beginning with /order/.'],
    ['https://www.shop.example/order/7', 'It is one of the pages beginning with /order/.'],
    ['https://other.example/order/7', 'https://other.example is none of the site’s addresses.'],
    ['/cart', 'None of the pages above fits it.'],
    ['/order/login', 'Pages containing “login” are left out.'],
    ['/order/pay', 'The whole site leaves out pages containing “pay”.'],
    ['http://', 'This is no address.'],
  ])('tells of "%s" what decides', (typed, why) => {
    const asked = targetingWith({ include: ['/order/*'], exclude: ['/*login*'] })
    expect(tryAddress(typed, asked, { ...site, excludedPages: [{ match: 'contains', value: 'pay' }] })?.why).toBe(why)
  })

  test('takes the hash for a part of the path where the site does', () => {
    const asked = targetingWith({ include: ['/#/cart'] })
    const fits = (hashRoutes: boolean) => tryAddress('https://shop.example/#/cart', asked, { ...site, hashRoutes })?.fits
    expect([fits(true), fits(false)]).toEqual([true, false])
  })
})

describe('what the form makes', () => {
  test.each(factsToAsk(['tier', 'device', 'source']))(
    'a condition on %s begins as one the worker takes, or lacks only its value',
    (on) => {
      const condition = beginningWith(on === 'trait.' ? 'trait.x' : on)
      const filled = 'is' in condition && condition.is?.length === 0 ? { ...condition, is: ['a'] } : condition
      const full = 'contains' in filled && filled.contains?.length === 0 ? { ...filled, contains: ['a'] } : filled
      const asked = targetingWith({ conditions: [full] })
      expect(Targeting.safeParse(asked).success).toBe(true)
      expect(targetingFaults(asked)).toEqual([])
    },
  )

  test('offers the site’s own dimensions once, and none that a page never says', () => {
    expect(factsToAsk(['tier', 'device', 'source', 'location', 'touchpoint']).slice(-3)).toEqual([
      'trait.',
      'segment.tier',
      'segment.touchpoint',
    ])
  })

  test('what is added can be taken away again, and the rest stays', () => {
    fc.assert(
      fc.property(targeting, fc.constantFrom('event', 'dates', 'sample', 'caps'), (asked, rarer) => {
        const gone = dropped(rarer, asked)
        expect(isAsked(rarer, gone)).toBe(false)
        for (const one of [gone, begun(rarer, gone)]) {
          expect(Targeting.safeParse(one).success).toBe(true)
          expect(targetingFaults(one)).toEqual([])
        }
        if (rarer === 'sample') expect(dropped(rarer, begun(rarer, gone))).toEqual(gone)
        if (!isAsked(rarer, asked)) expect(gone).toEqual(asked)
      }),
    )
  })

  test('ten seconds that nobody chose make way for what is waited for, and come back with the last of it', () => {
    const added = waitingFor(targetingWith(), { triggers: [{ type: 'exit' }] })
    expect(added.delaySeconds).toBe(0)
    expect(waitingFor(added, { event: 'x' }).delaySeconds).toBe(0)
    expect(waitingFor(added, { triggers: [] }).delaySeconds).toBe(10)
    const chosen = waitingFor(targetingWith({ delaySeconds: 25 }), { event: 'x' })
    expect([chosen.delaySeconds, waitingFor(chosen, { event: '' }).delaySeconds]).toEqual([25, 25])
  })
})

describe('names of countries and languages', () => {
  test.each(Object.entries(codecs))(
    'every %s is found by its name and by its code, in any case',
    (_kind, { names = [], read, shown, knows }) => {
      expect(names.length).toBeGreaterThan(150)
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) {
        const code = read(name)
        expect([
          shown(code),
          shown(code.toLowerCase()),
          read(code.toLowerCase()),
          read(` ${name.toUpperCase()}`),
          knows(code),
        ]).toEqual([...[name, name], ...[code, code, true]])
      }
    },
  )

  test('what nobody knows stays as it was typed; codes are compared as the gate does', () => {
    expect([codecs.country.read('Atlantis'), codecs.country.shown('Atlantis'), codecs.country.knows('Atlantis')]).toEqual([
      ...['Atlantis', 'Atlantis'],
      false,
    ])
    expect([codecs.country.read('germany'), codecs.language.read('German')]).toEqual(['DE', 'de'])
    expect(holds({ is: [codecs.country.read('Germany').toLowerCase()] }, 'DE')).toBe(true)
  })
})
