import type { UrlRule } from '../../contract/targeting.ts'
import type { UrlPattern } from '../../contract/widget.ts'

/** Every comparison of a path is a pattern, so that a page needs one way to compare them. */
export function patternOf(rule: UrlRule): UrlPattern {
  if (typeof rule === 'string') return rule
  const { match, value } = rule
  switch (match) {
    case 'exact':
    case 'wildcard':
      return value
    case 'prefix':
      return `${value}*`
    case 'contains':
      return `*${value}*`
    case 'query': {
      const [name = '', ...rest] = value.split('=')
      return rest.length > 0 ? [name, rest.join('=')] : [name]
    }
  }
}
