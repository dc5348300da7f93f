import type { Ending } from '../../worker/contract/thanks.ts'
import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import type { Answers } from '../../worker/domain/branching.ts'
import type { Opening } from '../seam.ts'
import { readHalf, writeHalf } from './half.ts'
import { parts } from './parts.ts'
import { type Fate, queueOf } from './queue.ts'
import { stepOf } from './step.ts'
import { newKey } from './uuid.ts'

/** `final`: the last step is on its way. From then on the answers stay as they are, so that a retry is the same step. */
type Phase = 'asking' | 'final' | 'failed' | 'thanks' | 'erasing' | 'erased'

export type Run = ReturnType<typeof createRun>

/**
 * One display of a survey, from the question to the thanks: what the components draw, and what they may do. Every save is a step of
 * the same response, with all answers so far, in place of the step before. `draw` follows every change.
 */
export function createRun(opening: Opening, root: ShadowRoot, draw: () => void, leave: () => void) {
  const { site, host, content, context, tell } = opening
  const { survey, version, locale, questions, words } = content
  const { touchpoint = content.touchpoint, traits, respondent } = context
  const queue = queueOf(site, host)
  const left = readHalf(site)
  const half = left?.survey === survey && left.version === version ? left : null
  const submission = half?.submission ?? newKey()
  let seq = half?.seq ?? 0
  let answered = !!half

  const run = {
    opening,
    root,
    /** Goes on where a reload broke off: counted as shown already. */
    resumed: answered,
    phase: 'asking' as Phase,
    answers: half?.answers ?? ({} as Answers),
    /** Which sheet is open. */
    at: half?.at ?? 0,
    /** The sheet from which one tried to go on. */
    triedAt: -1,
    draw,

    get locked() {
      return run.phase !== 'asking'
    },
    get score() {
      return run.answers.score as number | undefined
    },
    get category() {
      const { score } = run
      return score === undefined ? undefined : content.categories.find(([, least]) => score >= least)?.[0]
    },
    /** What is asked together, one after another. */
    get sheets(): WidgetQuestion[][] {
      return parts.sheets?.(questions, run) ?? [questions]
    },
    get isLast() {
      return run.at + 1 >= run.sheets.length
    },
    /** The questions in sight: what follows a score waits for it. */
    get asked() {
      const sheet = run.sheets[run.at] ?? []
      return sheet[0]?.type === 'metric' && run.score === undefined ? sheet.slice(0, 1) : sheet
    },
    get ending(): Ending {
      return run.phase === 'erased' ? { title: words.erased, text: '' } : (parts.ending?.(run) ?? content.thanks)
    },
    wording: (question: WidgetQuestion) => run.fill((run.category && question.textBy?.[run.category]) || question.text),
    /** A text with its places filled. */
    fill: (text: string): string => parts.fill?.(text, run) ?? text,

    /** Null takes an answer back. */
    give(id: string, answer: Answers[string] | null) {
      if (run.locked) return
      if (!Object.keys(run.answers).length) run.count('started')
      run.answers = { ...run.answers, [id]: answer }
      // The score is sent as it is tapped: it is kept even if nothing follows, and is all there is where no question follows.
      if (id === 'score') save(run.isLast && run.asked.length === 1)
      go(0)
    },
    /** The button: on to the next question, the end, or another try. */
    submit() {
      if (run.phase === 'failed') {
        turn('final')
        queue.attempt(submission)
      } else if (!run.locked && (parts.mayGoOn?.(run) ?? true)) {
        const { isLast } = run
        save(isLast)
        go(isLast ? 0 : 1)
      } else draw()
    },
    go,
    /** Taken away by the page it is no dismissal. */
    close(byPage?: boolean) {
      if (!answered && !byPage) {
        run.count('dismissed')
        tell('dismissed')
      }
      writeHalf(site, null)
      leave()
    },
    never() {
      tell('never')
      if (respondent) run.count('never')
      run.close()
    },
    /** Takes the place of an answer that still waits. */
    erase() {
      turn('erasing')
      queue.post('/v1/erasures', submission, { site, submission }, heard)
    },
    count(type: 'shown' | 'started' | 'dismissed' | 'never') {
      const key = newKey()
      queue.post('/v1/displays', key, { site, key, events: [{ survey, type, touchpoint, locale }], traits, respondent })
    },
  }

  function heard(fate: Fate, status: number) {
    if (fate === 'refused') tell('error', { reason: `${status}` })
    if (!run.locked) return
    if (run.phase === 'erasing') return fate === 'waiting' || turn('erased')
    // A refusal is the shop's to mend, who hears of it as an error: the shopper has done all there is to do.
    turn(fate === 'waiting' ? 'failed' : 'thanks')
    if (fate === 'stored') {
      tell('completed', { score: run.score })
      parts.finished?.(run)
    }
  }

  function save(complete: boolean) {
    if (complete) run.phase = 'final'
    // Before it is sent, so that the shopper's clock stands even if the page ends here.
    if (!complete || !answered) tell('answered', { score: run.score })
    answered = true
    // A page that comes back from the browser's memory finds that a later one went on.
    const later = readHalf(site)
    seq = Math.max(seq, later?.submission === submission ? later.seq : 0) + 1
    const asked = { site, survey, version, locale, context: { ...context, touchpoint } }
    queue.post('/v1/responses', submission, stepOf(asked, submission, seq, parts.given?.(run) ?? run.answers, complete), heard)
  }

  function go(by: number) {
    run.at += by
    writeHalf(site, run.locked ? null : { survey, version, submission, seq, answers: run.answers, at: run.at })
    draw()
  }

  function turn(phase: Phase) {
    run.phase = phase
    draw()
  }

  return run
}
