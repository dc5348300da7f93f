import type { Comparison, Condition, Targeting, Trigger, UrlRule } from '../../contract/targeting.ts'
import { builtInFacts } from '../../contract/targeting.ts'
import type { SurveyGates } from '../../contract/widget.ts'
import { addDays, startOfDay } from '../calendar.ts'
import { patternOf } from './pattern.ts'

/** Where a survey is asked, as far as its targeting doesn't say. */
export interface Placed {
  survey: string
  touchpoint: string
  timeZone: string
  /** Pages on which no survey of the site is asked. */
  excluded: readonly UrlRule[]
}

/** A survey's gates from its targeting and its place, in the order they are weighed. What asks nothing is left out. */
export function gatesOf(targeting: Targeting, { survey, touchpoint, timeZone, excluded }: Placed): SurveyGates {
  const { event, eventWhere, starts, ends, sample, conditions, triggers } = targeting
  const include = targeting.include.map(patternOf)
  const exclude = [...targeting.exclude, ...excluded].map(patternOf)
  const again = targeting.daysAfterDismissal && targeting.daysAfterSecondDismissal
  const rest: SurveyGates['rest'] = [targeting.daysAfterAnswer, targeting.daysAfterDismissal, targeting.daysAcrossSurveys, again]
  const pages = [...include, ...exclude]
  return {
    ...((starts || ends) && {
      dates: [starts && startOfDay(starts, timeZone), ends && startOfDay(addDays(ends, 1), timeZone)].map(Number) as [
        number,
        number,
      ],
    }),
    ...(touchpoint && { touchpoint }),
    ...(pages.length > 0 &&
      (pages.every((one) => typeof one === 'string')
        ? { path: [include, exclude] as [string[], string[]] }
        : { url: [include, exclude] })),
    ...(sample < 100 && { sample: [sample, survey] }),
    ...(conditions.length > 0 && { conditions: conditions.map(conditionOf) }),
    ...(event && (eventWhere.length > 0 ? { occurrence: [event, eventWhere.map(lowered)] } : { event })),
    ...(triggers.length > 0 && { triggers: triggers.map(nameOf) }),
    ...(rest.some((days) => Number(days) > 0) && { rest }),
  }
}

/** A segment is what its dimension is made of: something built in, or the trait of its name. */
function conditionOf({ on, ...comparison }: Condition): Condition {
  const dimension = on.startsWith('segment.') ? on.slice('segment.'.length) : undefined
  const builtIn = dimension === 'touchpoint' || builtInFacts.some((fact) => fact === dimension)
  return { on: dimension === undefined ? on : builtIn ? dimension : `trait.${dimension}`, ...lowered(comparison) }
}

/** Letters are compared in lower case; a page has only its own side to lower. */
function lowered<C extends Comparison>(comparison: C): C {
  const lower = (texts: string[] | undefined) => texts?.map((text) => text.toLowerCase())
  const { is, not, contains } = comparison
  return {
    ...comparison,
    ...(is && { is: lower(is) }),
    ...(not && { not: lower(not) }),
    ...(contains && { contains: lower(contains) }),
  }
}

/** How the gate and the page call a trigger. */
function nameOf(trigger: Trigger): string {
  switch (trigger.type) {
    case 'scroll':
      return `scroll ${trigger.percent}`
    case 'exit':
      return 'exit'
    case 'idle':
      return `idle ${trigger.seconds}`
    case 'visible':
    case 'click':
      return `${trigger.type} ${trigger.element}`
  }
}
