import type { UrlRule } from '../../../../worker/contract/targeting.ts'
import type { UrlPattern } from '../../../../worker/contract/widget.ts'
import { matchesPath } from '../../../../worker/domain/gates/path.ts'
import { patternOf } from '../../../../worker/domain/gates/pattern.ts'

/** The rule that leaves out whatever this one lets in, if there is one. */
export function shutOut(rule: UrlRule, exclude: readonly UrlRule[]): UrlRule | undefined {
  return exclude.find((other) => holdsAll(patternOf(other), patternOf(rule)))
}

/**
 * Whether everything that fits one pattern fits the other. A star stands for a character that no pattern has: only a star of the other
 * can take it, and that star takes anything else in its place as well.
 */
function holdsAll(wide: UrlPattern, narrow: UrlPattern): boolean {
  if (typeof wide === 'string')
    return typeof narrow === 'string' ? matchesPath(wide, narrow.replaceAll('*', '\u0001')) : wide === '*' || wide === '/*'
  if (typeof narrow === 'string') return false
  const [[name, value], [wanted, what]] = [wide, narrow]
  return name === wanted && (value === undefined || value === what)
}
