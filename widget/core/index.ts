/**
 * Earshot without its UI, for places that draw their own: a checkout extension, an app, a design system. Which survey is due, which
 * questions a person is led through, and sending that loses nothing.
 */
import type { DisplayType } from '../../worker/contract/display.ts'
import type { Answers } from '../../worker/domain/branching.ts'
import { type Fate, queueOf } from '../survey/queue.ts'
import { type Asked, stepOf } from '../survey/step.ts'
import { newKey } from '../survey/uuid.ts'

export { pathOf } from '../../worker/domain/branching.ts'
export { isDue, weighGates } from '../../worker/domain/eligibility.ts'
export { allGates } from '../../worker/domain/gates/index.ts'
export { replay } from './replay.ts'

export interface Submission {
  /** The key by which the server knows this response; whoever has it may continue or delete it. */
  key: string
  /** Sends all answers so far, by question id. After `complete` nothing can be changed. */
  save(answers: Answers, complete: boolean): void
  /** Deletes the response, whether it has arrived yet or not. */
  erase(): void
  /** What became of the display: the response rate is answers by displays. */
  count(type: DisplayType): void
}

/**
 * Begins a response. What is saved is kept until the server has it, through a lost line, a busy server or a closed tab;
 * `told` hears what became of the newest step: stored, still waiting, or refused for good with the status.
 */
export function openSubmission(host: string, asked: Asked, told?: (fate: Fate, status: number) => void): Submission {
  const queue = queueOf(asked.site, host)
  const key = newKey()
  let seq = 0
  return {
    key,
    save: (answers, complete) => queue.post('/v1/responses', key, stepOf(asked, key, ++seq, answers, complete), told),
    count(type) {
      const { site, survey, locale, context } = asked
      const event = { survey, type, touchpoint: context.touchpoint, locale }
      const batch = newKey()
      queue.post('/v1/displays', batch, {
        site,
        key: batch,
        events: [event],
        traits: context.traits,
        respondent: context.respondent,
      })
    },
    erase: () => queue.post('/v1/erasures', key, { site: asked.site, submission: key }, told),
  }
}
