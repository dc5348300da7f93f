import type { Opening } from '../seam.ts'
import { createSender, type Fate } from './send.ts'
import { type Answers, givenAnswers } from './sheets.ts'
import { uuidv7 } from './uuid.ts'

/** One display's submission: every save is a step of the same response. `told` hears what became of the newest. */
export function createSubmission(opening: Opening, told: (fate: Fate) => void) {
  const { site, host, content, context, tell } = opening
  const submission = uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
  let seq = 0

  const sender = createSender(`${host}/v1/responses`, (fate, status) => {
    if (fate === 'refused') tell('error', { reason: `${status}` })
    told(fate)
  })

  return {
    save(answers: Answers, complete: boolean) {
      seq++
      sender.send({
        site,
        survey: content.survey,
        version: content.version,
        submission,
        seq,
        complete,
        answers: givenAnswers(answers),
        context: {
          touchpoint: context.touchpoint,
          locale: content.locale,
          // Without its query, which may hold what the shop would rather not share.
          url: location.origin + location.pathname,
          source: 'widget',
          answeredAt: Date.now(),
        },
        traits: context.traits,
        order: context.order,
      })
    },
    retry: sender.retry,
  }
}
