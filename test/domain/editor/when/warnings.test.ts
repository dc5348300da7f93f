import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { warningsOf } from '../../../../dashboard/models/editor/warnings.ts'
import { shutOut } from '../../../../dashboard/models/editor/when/shut-out.ts'
import { targetingWarnings } from '../../../../dashboard/models/editor/when/warnings.ts'
import type { Condition, Targeting, UrlRule } from '../../../../worker/contract/targeting.ts'
import { isDue, weighGates } from '../../../../worker/domain/eligibility.ts'
import { allGates } from '../../../../worker/domain/gates/index.ts'
import { gatesOf } from '../../../../worker/domain/gates/of.ts'
import { matchesPath } from '../../../../worker/domain/gates/path.ts'
import { patternOf } from '../../../../worker/domain/gates/pattern.ts'
import { draftWith } from '../ground.ts'
import { condition, path, search, targetingWith, urlRule } from './ground.ts'

const ground = { excludedPages: ['/account/*'], today: '2026-11-22' }
const calm: Partial<Targeting> = { include: ['/cart'] }
const doubts = (asked: Partial<Targeting>, touchpoint = '') =>
  targetingWarnings({ touchpoint, targeting: targetingWith({ ...calm, ...asked }) }, ground).map(({ pointer }) => pointer)
const caps = (day: number, week: number, month: number, total: number) => ({ caps: { day, week, month, total } })
const of = (...conditions: Condition[]) => ({ conditions })

describe('a second thought', () => {
  test.each<[name: string, asked: Partial<Targeting>, at: string[]]>([
    ['the etiquette of the field on one page', {}, []],

    ['everybody on every page', { include: [] }, ['/targeting/sample']],
    ['a share of them', { include: [], sample: 50 }, []],
    ['everybody on every page, up to a limit', { include: [], ...caps(0, 0, 0, 1) }, []],
    ['everybody of some kind', { include: [], ...of({ on: 'device', is: ['mobile'] }) }, []],
    ['everybody who does something', { include: [], triggers: [{ type: 'exit' }], delaySeconds: 0 }, []],

    ['a second sooner than ten', { delaySeconds: 9 }, ['/targeting/delaySeconds']],
    ['a minute', { delaySeconds: 60 }, []],
    ['a second more than a minute', { delaySeconds: 61 }, ['/targeting/delaySeconds']],
    ['at once after an event', { event: 'x', delaySeconds: 0 }, []],
    ['half a minute after an event', { event: 'x', delaySeconds: 30 }, []],
    ['longer after an event', { event: 'x', delaySeconds: 31 }, ['/targeting/delaySeconds']],
    ['a second after somebody leaves', { triggers: [{ type: 'exit' }], delaySeconds: 1 }, []],
    ['two seconds after somebody leaves', { triggers: [{ type: 'exit' }], delaySeconds: 2 }, ['/targeting/delaySeconds']],
    ['nearly the whole page', { triggers: [{ type: 'scroll', percent: 90 }], delaySeconds: 0 }, []],
    ['the whole page', { triggers: [{ type: 'scroll', percent: 91 }], delaySeconds: 0 }, ['/targeting/triggers/0/percent']],
    ['two minutes of rest', { triggers: [{ type: 'idle', seconds: 120 }], delaySeconds: 0 }, []],
    [
      'more',
      { triggers: [{ type: 'exit' }, { type: 'idle', seconds: 121 }], delaySeconds: 0 },
      ['/targeting/triggers/1/seconds'],
    ],

    ['until today', { ends: '2026-11-22' }, []],
    ['until yesterday', { ends: '2026-11-21' }, ['/targeting/ends']],
    ['from tomorrow', { starts: '2026-11-23' }, []],

    ['a page that is left out again', { include: ['/cart', '/sale/1'], exclude: ['/sale/*'] }, ['/targeting/include/1/value']],
    ['all of them', { include: ['/sale/1'], exclude: ['/sale/*'] }, ['/targeting/include']],
    ['a page that the whole site leaves out', { include: ['/cart', '/account/orders'] }, ['/targeting/include/1/value']],
    ['a part of the pages', { include: ['/sale/*'], exclude: ['/sale/1'] }, []],
    [
      'a query by its name',
      { include: ['/x', { match: 'query', value: 'a=b' }], exclude: [{ match: 'query', value: 'a' }] },
      ['/targeting/include/1/value'],
    ],
    [
      'a query by another value',
      { include: [{ match: 'query', value: 'a=b' }], exclude: [{ match: 'query', value: 'a=c' }] },
      [],
    ],
    ['while paying', { include: ['/checkout/payment'] }, ['/targeting/include/0/value']],
    ['while signing in', { include: [{ match: 'contains', value: 'sign-in' }] }, ['/targeting/include/0/value']],
    ['a word with pay in it', { include: ['/papayas'] }, []],

    [
      'two devices at once',
      of({ on: 'device', is: ['mobile'] }, { on: 'segment.device', is: ['Desktop'] }),
      ['/targeting/conditions/1'],
    ],
    ['one of two devices', of({ on: 'device', is: ['mobile'] }, { on: 'device', is: ['desktop', 'Mobile'] }), []],
    [
      'this country and not this country',
      of({ on: 'country', is: ['AT'] }, { on: 'visit', is: ['new'] }, { on: 'country', not: ['at'] }),
      ['/targeting/conditions/2'],
    ],
    ['bounds that do not meet', of({ on: 'trait.n', from: 3 }, { on: 'trait.n', to: 2 }), ['/targeting/conditions/1']],
    ['bounds that meet', of({ on: 'trait.n', from: 3 }, { on: 'trait.n', to: 3 }), []],
    ['in one condition', of({ on: 'trait.t', is: ['a'], not: ['A'] }), ['/targeting/conditions/0']],
    ['what is still to be filled in', of({ on: 'country', is: [] }, { on: 'country', is: ['AT'] }), []],

    ['limits that grow', caps(1, 7, 30, 300), []],
    ['a day’s limit as large as a week’s', caps(7, 7, 0, 0), ['/targeting/caps/day']],
    ['more a month than in all', caps(0, 0, 30, 29), ['/targeting/caps/month']],

    ['soon after an answer', { daysAfterAnswer: 29 }, ['/targeting/daysAfterAnswer']],
    ['a month after an answer', { daysAfterAnswer: 30 }, []],
    ['soon after a no', { daysAfterDismissal: 6, daysAfterSecondDismissal: 6 }, ['/targeting/daysAfterDismissal']],
    ['a week after a no', { daysAfterDismissal: 7 }, []],
    ['sooner after two', { daysAfterSecondDismissal: 29 }, ['/targeting/daysAfterSecondDismissal']],
    ['no longer after two', { daysAfterSecondDismissal: 0 }, []],
    ['one survey after another', { daysAcrossSurveys: 0 }, ['/targeting/daysAcrossSurveys']],
    ['a day between surveys', { daysAcrossSurveys: 1 }, []],
  ])('%s', (_name, asked, at) => {
    expect(doubts(asked)).toEqual(at)
  })

  test('a touchpoint narrows the pages too', () => {
    expect([doubts({ include: [] }, 'cart'), doubts({ include: [] })]).toEqual([[], ['/targeting/sample']])
  })

  test('long and double questions, and many of them', () => {
    const question = (text: string, i = 0) => ({ id: `q-${i}`, type: 'text' as const, text, required: false })
    const at = (...texts: string[]) =>
      warningsOf(draftWith({ metric: 'none', touchpoint: 'cart', questions: texts.map(question) }), ground).map(
        ({ pointer }) => pointer,
      )
    expect(at('Was it good?', 'x'.repeat(120))).toEqual([])
    expect(at('Was it good? And cheap?', 'x'.repeat(121))).toEqual(['/questions/0/text', '/questions/1/text'])
    expect(at(...Array.from({ length: 6 }, () => 'Why?'))).toEqual([])
    expect(at(...Array.from({ length: 7 }, () => 'Why?'))).toEqual(['/questions'])
  })
})

describe('rules that exclude each other', () => {
  const weigh = (rules: UrlRule[], page: { path: string; search: string }) =>
    isDue(
      weighGates(
        gatesOf(targetingWith({ include: rules, delaySeconds: 0 }), {
          survey: 's',
          touchpoint: '',
          timeZone: 'UTC',
          excluded: [],
        }),
        allGates,
        { ...page, events: new Set() },
        {},
        0,
      ),
    )

  test('a rule that is said to be shut out lets no page in that the other doesn’t take', () => {
    fc.assert(
      fc.property(urlRule, urlRule, path, search, (one, other, where, query) => {
        const page = { path: where, search: query }
        if (shutOut(one, [other]) && weigh([one], page)) expect(weigh([other], page)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('and one that is not lets in a page that the other doesn’t take', () => {
    fc.assert(
      fc.property(urlRule, urlRule, (one, other) => {
        const [narrow, wide] = [patternOf(one), patternOf(other)]
        fc.pre(typeof narrow === 'string' && typeof wide === 'string' && !shutOut(one, [other]))
        const witness = String(narrow).replaceAll('*', '-')
        const page = { path: witness, search: '' }
        expect([matchesPath(String(narrow), witness), weigh([other], page)]).toEqual([true, false])
      }),
      { numRuns: 1_000 },
    )
  })

  test('conditions that are said to be beyond anybody are met by nobody', () => {
    const texts = [
      '',
      'gold',
      'silver',
      'de',
      'at',
      'mobile',
      'desktop',
      'new',
      ...Array.from({ length: 13 }, (_, i) => `${i - 6}`),
    ]
    fc.assert(
      fc.property(
        fc.array(
          condition.filter(({ on }) => on !== 'visit'),
          { minLength: 2, maxLength: 3 },
        ),
        (conditions) => {
          const wrong = targetingWarnings({ touchpoint: 'x', targeting: targetingWith({ conditions }) }, ground)
          const here = { path: '/', events: new Set<string>() }
          const place = { survey: 's', touchpoint: '', timeZone: 'UTC', excluded: [] }
          const met = (text: string) =>
            weighGates(gatesOf(targetingWith({ conditions }), place), allGates, everywhere(here, text), {}, 0).every(
              ({ passed }) => passed,
            )
          if (wrong.some(({ pointer }) => pointer.startsWith('/targeting/conditions/'))) expect(texts.filter(met)).toEqual([])
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

/** A page of which everything is known to be the same. */
function everywhere<P extends object>(page: P, text: string) {
  const facts = ['device', 'locale', 'country', 'referrer', 'utm_source', 'utm_content', 'touchpoint']
  return { ...page, ...Object.fromEntries(facts.map((fact) => [fact, text])), traits: { tier: text, orders: text } }
}
