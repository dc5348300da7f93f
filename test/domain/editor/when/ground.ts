import fc from 'fast-check'
import type { Comparison, Condition, Targeting, Trigger, UrlRule } from '../../../../worker/contract/targeting.ts'
import { standardTargeting } from '../../../../worker/domain/standard.ts'

export const targetingWith = (fields: Partial<Targeting> = {}): Targeting => ({ ...standardTargeting, ...fields })

const piece = fc.constantFrom('a', 'b', '/', '*', 'ab')
const bare = fc.constantFrom('a', 'b', '/', 'ab')
const textOf = (from: fc.Arbitrary<string>) => fc.array(from, { maxLength: 6 }).map((parts) => parts.join(''))

/** Rules of pages that the worker takes, of few letters, so that they meet. */
export const urlRule: fc.Arbitrary<UrlRule> = fc.oneof(
  textOf(piece).map((text) => `/${text}`),
  textOf(piece).map((text) => ({ match: 'wildcard' as const, value: `/${text}` })),
  fc.record({ match: fc.constantFrom('exact', 'prefix'), value: textOf(bare).map((text) => `/${text}`) }),
  fc.record({ match: fc.constant('contains'), value: textOf(bare).map((text) => text || 'a') }),
  fc.record({ match: fc.constant('query'), value: fc.constantFrom('a', 'a=', 'a=b', 'b', 'b=a=b') }),
)
export const path = textOf(bare).map((text) => `/${text}`)
export const search = fc.constantFrom('', '?a', '?a=b', '?b=a=b&a=', '?c=1')

const values = fc.uniqueArray(fc.constantFrom('', 'Gold', 'silver', '3', 'de', 'AT', 'mobile'), { minLength: 1, maxLength: 4 })
const bound = fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined })

/** At least one of the ways, and no bounds that cross. */
export const comparison: fc.Arbitrary<Comparison> = fc
  .record({ is: values, not: values, contains: values, from: bound, to: bound }, { requiredKeys: [] })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Comparison)
  .filter(({ from, to, ...lists }) => {
    const isAsked = [from, to, ...Object.values(lists)].some((value) => value !== undefined)
    return isAsked && !(from !== undefined && to !== undefined && to < from)
  })

const on = fc.constantFrom(
  ...['device', 'language', 'locale', 'country', 'referrer', 'visit', 'utm_source', 'utm_content'],
  ...['trait.tier', 'trait.orders', 'segment.tier', 'segment.device', 'segment.touchpoint'],
)
export const condition: fc.Arbitrary<Condition> = fc.tuple(on, comparison).map(([what, asked]) => ({ on: what, ...asked }))

export const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.record({ type: fc.constant('scroll'), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ type: fc.constant('exit') }),
  fc.record({ type: fc.constant('idle'), seconds: fc.integer({ min: 1, max: 3600 }) }),
  fc.record({ type: fc.constantFrom('visible', 'click'), element: fc.constantFrom('#a', '.help b') }),
) as fc.Arbitrary<Trigger>

const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 })
const restDays = fc.constantFrom(0, 1, 7, 30, 90, 180)
const cap = fc.constantFrom(0, 0, 1, 100)
const day = fc.constantFrom('', '2026-01-31', '2026-11-22', '2027-03-01')

/** Any targeting that the worker takes. */
export const targeting: fc.Arbitrary<Targeting> = fc
  .record({
    ...{ include: some(urlRule), exclude: some(urlRule) },
    event: fc.constantFrom('', 'added'),
    eventWhere: some(comparison.map((asked) => ({ property: 'value', ...asked }))),
    ...{ triggers: some(trigger), conditions: some(condition) },
    ...{ starts: day, ends: day },
    sample: fc.constantFrom(100, 100, 50, 12.5, 0.01),
    caps: fc.record({ day: cap, week: cap, month: cap, total: cap }),
    delaySeconds: fc.constantFrom(0, 1, 10, 90, 600),
    ...{ daysAfterAnswer: restDays, daysAfterDismissal: restDays },
    ...{ daysAfterSecondDismissal: restDays, daysAcrossSurveys: restDays },
  })
  .map((all) => ({ ...all, eventWhere: all.event ? all.eventWhere : [] }))
  .filter(({ starts, ends }) => !(starts && ends && ends < starts))
