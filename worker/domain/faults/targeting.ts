import type { Comparison, Targeting, UrlRule } from '../../contract/targeting.ts'
import type { Fault } from './fault.ts'

/** Rules that can be met, and conditions that ask something. */
export function targetingFaults(targeting: Targeting): Fault[] {
  const { include, exclude, event, eventWhere, conditions, starts, ends } = targeting
  return [
    ...urlFaults(include, '/include'),
    ...urlFaults(exclude, '/exclude'),
    ...(eventWhere.length > 0 && !event ? [{ pointer: '/event', detail: 'whose properties `eventWhere` looks at' }] : []),
    ...eventWhere.flatMap((condition, i) => comparisonFaults(condition, `/eventWhere/${i}`)),
    ...conditions.flatMap((condition, i) => comparisonFaults(condition, `/conditions/${i}`)),
    ...(starts && ends && ends < starts ? [{ pointer: '/ends', detail: 'before it starts' }] : []),
  ].map(({ pointer, detail }) => ({ pointer: `/targeting${pointer}`, detail }))
}

/** What is wrong with rules about pages, below `pointer`. */
export function urlFaults(rules: readonly UrlRule[], pointer: string): Fault[] {
  return rules.flatMap((rule, i) => {
    if (typeof rule === 'string') return []
    const { match, value } = rule
    const fault = (detail: string) => [{ pointer: `${pointer}/${i}/value`, detail }]
    if (match === 'query') return /^[^=&?#]+(=[^&#]*)?$/.test(value) ? [] : fault('a name, or name=value')
    if (match !== 'wildcard' && value.includes('*')) return fault('a star only has a meaning in a wildcard')
    if (match !== 'contains' && !value.startsWith('/')) return fault('a path starts with /')
    return []
  })
}

/** Segments of conditions that the site doesn't declare. */
export function segmentFaults({ conditions }: Targeting, dimensions: readonly string[]): Fault[] {
  return conditions.flatMap(({ on }, i) => {
    const [, dimension] = /^segment\.(.*)/.exec(on) ?? []
    const known = dimension === undefined || dimensions.includes(dimension)
    return known ? [] : [{ pointer: `/targeting/conditions/${i}/on`, detail: 'the site declares no such dimension' }]
  })
}

function comparisonFaults({ is, not, contains, from, to }: Comparison, pointer: string): Fault[] {
  if ([is, not, contains, from, to].every((asked) => asked === undefined))
    return [{ pointer, detail: 'compares with nothing: say is, not, contains, from or to' }]
  if (from !== undefined && to !== undefined && to < from) return [{ pointer: `${pointer}/to`, detail: 'less than `from`' }]
  return []
}
