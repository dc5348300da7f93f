import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Report, TrendNote } from '../models/report.ts'
import { number } from '../models/wording.ts'
import { GoalForm } from './goal-form.tsx'
import type { Keeping } from './keeping.ts'
import { NoteForm } from './note-form.tsx'

/** What is being written beside the trend: a note for a day, anew or the one given, or the goal. */
export type TrendForm = { day: string; note?: TrendNote } | 'goal' | null

interface Props {
  report: Report
  keeping: Keeping
  form: TrendForm
  setForm: (form: TrendForm) => void
  writeNote: () => void
}

/** Where managers write on the trend. */
export function TrendTools({ report, keeping, form, setForm, writeNote }: Props) {
  const { goal, metric } = report
  const tools = useRef<HTMLDivElement>(null)
  const opened = useRef<Element | null>(null)
  const isOpen = form !== null
  // Focus goes into what opens, and back to where it was opened from.
  useLayoutEffect(() => {
    if (!isOpen) return
    opened.current = document.activeElement
    const around = tools.current
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setForm(null)
    around?.addEventListener('keydown', onKey)
    return () => {
      around?.removeEventListener('keydown', onKey)
      const from = opened.current
      const back = from instanceof HTMLElement && from.isConnected ? from : around?.querySelector('button')
      back?.focus({ preventScroll: true })
    }
  }, [isOpen])
  const done = () => setForm(null)
  function saved() {
    done()
    keeping.written()
  }
  return (
    <div class="trend-tools" ref={tools}>
      <p class="row">
        <button
          type="button"
          aria-expanded={isOpen && form !== 'goal'}
          onClick={() => (isOpen && form !== 'goal' ? done() : writeNote())}
        >
          Add a note
        </button>
        <button type="button" aria-expanded={form === 'goal'} onClick={() => setForm(form === 'goal' ? null : 'goal')}>
          {goal === null ? 'Set a goal' : `Goal ${number(goal, Number.isInteger(goal) ? 0 : metric === 'ces' ? 2 : 1)}: change`}
        </button>
      </p>
      {form === 'goal' && <GoalForm report={report} survey={keeping.survey} saved={saved} cancel={done} />}
      {form !== null && form !== 'goal' && (
        <NoteForm key={form.note?.id} day={form.day} note={form.note} survey={keeping.survey} saved={saved} cancel={done} />
      )}
    </div>
  )
}
