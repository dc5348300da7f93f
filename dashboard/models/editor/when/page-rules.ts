import type { UrlRule } from '../../../../worker/contract/targeting.ts'
import { alternatives } from '../../wording.ts'

export type Match = Exclude<UrlRule, string>['match']

/** How an address is compared with what was typed, the commonest first. */
export const matchNames: Record<Match, string> = {
  prefix: 'begins with',
  exact: 'is exactly',
  contains: 'contains',
  wildcard: 'fits, with *',
  query: 'has in its query',
}
export const matches = Object.keys(matchNames) as Match[]

/** What each kind of rule looks like, for the empty field. */
export const examples: Record<Match, string> = {
  prefix: '/checkout',
  exact: '/cart',
  contains: 'sale',
  wildcard: '/order/*/done',
  query: 'utm_source=newsletter',
}

/** As many as the worker takes. */
export const mostRules = 50

/** Every rule as a kind and a value; a pattern alone is a path in which stars may stand. */
export function partsOf(rule: UrlRule): { match: Match; value: string } {
  return typeof rule === 'string' ? { match: 'wildcard', value: rule } : rule
}

/** Spaces around it, as they come with what is pasted, are no part of an address. */
export function withValue(rule: UrlRule, value: string): UrlRule {
  const { match } = partsOf(rule)
  return { match, value: value.trim() }
}

export const withMatch = (rule: UrlRule, match: Match): UrlRule => ({ match, value: partsOf(rule).value })

/** "beginning with /order/", "/cart", "containing “sale”": said after "pages". */
export function ruleInWords(rule: UrlRule): string {
  const { match, value } = partsOf(rule)
  switch (match) {
    case 'exact':
      return value
    case 'prefix':
      return `beginning with ${value}`
    case 'contains':
      return `containing “${value}”`
    case 'query':
      return `with ${value} in the query`
    case 'wildcard':
      return patternInWords(value)
  }
}

/** The commonest patterns say the same as a simpler rule. */
function patternInWords(pattern: string): string {
  // Every path begins with a slash, so that one before a star asks nothing.
  const part = /^\/?\*([^*/][^*]*)\*$/.exec(pattern)?.[1]
  if (part) return `containing “${part}”`
  if (!pattern.includes('*')) return pattern
  const start = pattern.slice(0, -1)
  return pattern.endsWith('*') && !start.includes('*') ? `beginning with ${start}` : `that fit ${pattern}`
}

/** The whole list: "/cart, beginning with /order/ or containing “sale”"; '' for none. */
export const rulesInWords = (rules: readonly UrlRule[], most = rules.length): string => {
  const told = rules.slice(0, most).map(ruleInWords)
  const left = rules.length - told.length
  return alternatives(left > 0 ? [...told, `${left} more`] : told)
}
