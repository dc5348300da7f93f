import type { SendResponse } from '../../worker/contract/response.ts'
import type { Answers } from '../../worker/domain/branching.ts'
import type { PageContext } from '../seam.ts'

/** What is answered, and where: the same for every step of a submission. */
export interface Asked {
  site: string
  survey: string
  version: number
  locale: string
  context: PageContext
}

/** A step of a response, with all answers so far. */
export function stepOf(asked: Asked, submission: string, seq: number, answers: Answers, complete: boolean): SendResponse {
  const { site, survey, version, locale } = asked
  const { touchpoint, traits, order, respondent } = asked.context
  // Without its query, which may hold what the shop would rather not share.
  const url = location.origin + location.pathname
  const context = { touchpoint, locale, url, source: 'widget' as const, answeredAt: Date.now() }
  return { site, survey, version, submission, seq, complete, answers, context, traits, order, respondent }
}
