import type { Targeting } from '../../contract/survey.ts'
import type { SurveyGates } from '../../contract/widget.ts'

/** A survey's gates from its targeting and touchpoint, in the order they are weighed. What asks nothing is left out. */
export function gatesOf(targeting: Targeting, touchpoint: string): SurveyGates {
  const { include, exclude, event } = targeting
  const rest: SurveyGates['rest'] = [targeting.daysAfterAnswer, targeting.daysAfterDismissal, targeting.daysAcrossSurveys]
  return {
    ...(touchpoint && { touchpoint }),
    ...((include.length > 0 || exclude.length > 0) && { path: [include, exclude] }),
    ...(event && { event }),
    ...(rest.some((days) => days > 0) && { rest }),
  }
}
