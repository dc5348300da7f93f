import type { UrlRule } from '../../../worker/contract/targeting.ts'

const comparisons = ['exact', 'prefix', 'wildcard', 'contains', 'query'] as const

/** Rules as they are typed, one a line: a path with stars, or how to compare and with what, as in `contains sale`. */
export function linesOfRules(rules: readonly UrlRule[]): string {
  return rules.map((rule) => (typeof rule === 'string' ? rule : `${rule.match} ${rule.value}`)).join('\n')
}

/** What was typed as rules; a line that is empty is none. */
export function rulesOfLines(text: string): UrlRule[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map(ruleOf)
}

function ruleOf(line: string): UrlRule {
  const [first, value, ...more] = line.split(' ')
  const match = comparisons.find((one) => one === first)
  return match && value && more.length === 0 ? { match, value } : line
}
