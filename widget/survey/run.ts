import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import { categoryOf } from '../../worker/domain/category.ts'
import type { Opening } from '../seam.ts'
import { type Answers, isAnswered, sheetsOf } from './sheets.ts'
import { createSubmission } from './submission.ts'

/** `final`: the last step is on its way. From then on the answers stay as they are, so that a retry is the same step. */
type Phase = 'asking' | 'final' | 'failed' | 'thanks'

/** One display of a survey, from the question to the thanks. Holds what the components draw; `draw` follows every change. */
export class Run {
  opening: Opening
  phase: Phase = 'asking'
  answers: Answers = {}
  /** What is asked now. */
  sheet: WidgetQuestion[]
  #rest: WidgetQuestion[][]
  #draw: () => void
  #leave: () => void
  #submission: ReturnType<typeof createSubmission>
  #started = false
  #answered = false

  constructor(opening: Opening, draw: () => void, leave: () => void) {
    const [first = [], ...rest] = sheetsOf(opening.content.questions)
    this.opening = opening
    this.sheet = first
    this.#rest = rest
    this.#draw = draw
    this.#leave = leave
    this.#submission = createSubmission(opening, (fate) => {
      if (this.phase === 'asking') return
      if (fate === 'stored') this.#tell('completed')
      // A refusal is the shop's to mend, who hears of it as an error: the shopper has done all there is to do.
      this.#turn(fate === 'waiting' ? 'failed' : 'thanks')
    })
  }

  get locked(): boolean {
    return this.phase !== 'asking'
  }

  get score(): number | undefined {
    return this.answers.score as number | undefined
  }

  /** The questions in sight: what follows a score waits for it. */
  get asked(): WidgetQuestion[] {
    const [first] = this.sheet
    return first?.type === 'metric' && this.score === undefined ? [first] : this.sheet
  }

  /** Whether the button would be accepted. */
  get ready(): boolean {
    return isAnswered(this.sheet, this.answers)
  }

  wording(question: WidgetQuestion): string {
    const { metric, points } = this.opening.content
    const category = this.score === undefined ? null : categoryOf(metric, points, this.score)
    return (question.type === 'text' && category && question.textBy?.[category]) || question.text
  }

  give(id: string, answer: Answers[string]) {
    if (this.locked) return
    if (!this.#started) this.opening.tell('started')
    this.#started = true
    this.answers = { ...this.answers, [id]: answer }
    // The score is sent as it is tapped: it is kept even if nothing follows, and is all there is where no question follows.
    if (id === 'score') this.#save(!this.#rest.length && this.sheet.length === 1)
    this.#draw()
  }

  /** The button: on to the next question, the end, or another try. */
  submit() {
    if (this.phase === 'failed') {
      this.#turn('final')
      this.#submission.retry()
    } else if (!this.locked && this.ready) {
      this.#save(!this.#rest.length)
      this.sheet = this.#rest.shift() ?? this.sheet
      this.#draw()
    }
  }

  close() {
    if (!this.#answered) this.#tell('dismissed')
    this.#leave()
  }

  #save(complete: boolean) {
    if (complete) this.phase = 'final'
    // Before it is sent, so that the shopper's clock stands even if the page ends here.
    if (!complete || !this.#answered) this.#tell('answered')
    this.#answered = true
    this.#submission.save(this.answers, complete)
  }

  #turn(phase: Phase) {
    this.phase = phase
    this.#draw()
  }

  #tell(what: 'answered' | 'completed' | 'dismissed') {
    this.opening.tell(what, { score: this.score })
  }
}
