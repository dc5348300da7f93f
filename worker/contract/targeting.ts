import * as z from 'zod'

/** A path with `*` for any run of characters: `/order/*`. */
const PathPattern = z.string().regex(/^\/\S{0,199}$/, 'a path that starts with /, or an object with match and value')

/** Which pages: a pattern, or how the path (for `query` the query: `name` or `name=value`) is compared with a value. */
export const UrlRule = z.union(
  [
    PathPattern,
    z.strictObject({
      match: z.enum(['exact', 'prefix', 'wildcard', 'contains', 'query']),
      value: z.string().regex(/^\S{1,200}$/, '1 to 200 characters without spaces'),
    }),
  ],
  {
    error:
      'a path that starts with /, or {match, value}: exact, prefix, wildcard, contains or query, and 1 to 200 characters without spaces',
  },
)
export type UrlRule = z.infer<typeof UrlRule>
export const UrlRules = z.array(UrlRule).max(50)

const Values = z.array(z.string().trim().max(256)).min(1).max(50)

/** What a value has to be; all that is said must hold. Letters compare alike in either case; `''` is a value that is missing. */
const comparison = {
  is: Values.optional(),
  not: Values.optional(),
  contains: Values.optional(),
  /** Numbers, both ends included. */
  from: z.number().optional(),
  to: z.number().optional(),
}
export interface Comparison {
  is?: string[] | undefined
  not?: string[] | undefined
  contains?: string[] | undefined
  from?: number | undefined
  to?: number | undefined
}

const PropertyCondition = z.strictObject({ property: z.string().trim().min(1).max(64), ...comparison })
export type PropertyCondition = z.infer<typeof PropertyCondition>

/** What is known of the shopper and the visit without a trait; any other name is `trait.NAME` or `segment.DIMENSION`. */
export const builtInFacts = [
  ...(['device', 'language', 'locale', 'country', 'referrer', 'visit'] as const),
  ...(['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const),
] as const

const Fact = z
  .string()
  .regex(
    new RegExp(`^(${builtInFacts.join('|')}|(trait|segment)\\.\\S.{0,63})$`),
    `${builtInFacts.join(', ')}, trait.NAME or segment.DIMENSION`,
  )
const Condition = z.strictObject({ on: Fact, ...comparison })
export type Condition = z.infer<typeof Condition>

const Selector = z.string().trim().min(1).max(200)

/** What a shopper does that makes a survey due. */
export const Trigger = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('scroll'), percent: z.int().min(1).max(100) }),
  z.strictObject({ type: z.literal('exit') }),
  z.strictObject({ type: z.literal('idle'), seconds: z.int().min(1).max(3600) }),
  z.strictObject({ type: z.literal('visible'), element: Selector }),
  z.strictObject({ type: z.literal('click'), element: Selector }),
])
export type Trigger = z.infer<typeof Trigger>

const Days = z.int().min(0).max(3650)
const LocalDay = z.iso.date('a date such as 2026-10-31').or(z.literal(''))
const Cap = z.int().min(0).max(1_000_000_000)

/** Who is asked, when and where. What is '', 0 or empty asks nothing. Days count from the shopper's last answer, dismissal or display. */
export const Targeting = z.strictObject({
  include: UrlRules,
  exclude: UrlRules,
  /** The event of `earshot('track', …)` it waits for, and what its properties have to be. */
  event: z.string().trim().max(64),
  eventWhere: z.array(PropertyCondition).max(10),
  /** Any of these makes it due. */
  triggers: z.array(Trigger).max(10),
  /** All of these have to hold. */
  conditions: z.array(Condition).max(20),
  /** First and last day, both included, in the site's zone. */
  starts: LocalDay,
  ends: LocalDay,
  /** Share of the site's visitors in percent; who is in stays in. */
  sample: z.number().min(0.01).max(100),
  /** Displays, at most, on a day, in a week (from Monday), in a month of the site's calendar, and in all. */
  caps: z.strictObject({ day: Cap, week: Cap, month: Cap, total: Cap }),
  delaySeconds: z.number().min(0).max(3600),
  daysAfterAnswer: Days,
  daysAfterDismissal: Days,
  /** From the second dismissal on. */
  daysAfterSecondDismissal: Days,
  daysAcrossSurveys: Days,
})
export type Targeting = z.infer<typeof Targeting>

/** As an edit says it: what is left out stays. */
export const TargetingEdit = Targeting.partial().extend({ caps: Targeting.shape.caps.partial().optional() })
export type TargetingEdit = z.infer<typeof TargetingEdit>
