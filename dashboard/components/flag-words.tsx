import { useRef, useState } from 'preact/hooks'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { longDay } from '../models/days.ts'
import { ofSite } from '../models/session.ts'
import type { Flag } from '../models/trend.ts'
import { ConfirmButton } from './confirm-button.tsx'
import type { Keeping } from './keeping.ts'
import { NoteEffect } from './note-effect.tsx'
import { Refusal } from './refusal.tsx'
import type { TrendForm } from './trend-tools.tsx'

interface Props {
  flags: readonly Flag[]
  keeping: Keeping | undefined
  edit: (form: TrendForm) => void
}

/** What the numbers in the chart say; a note can be opened where more is known of it. */
export function FlagWords({ flags, keeping, edit }: Props) {
  if (flags.length === 0) return null
  return (
    <ol class="flag-words small">
      {flags.map(({ day, text, note }, i) => (
        <li key={note?.id ?? i}>
          <bdi class="flag-text">{text}</bdi> <span class="soft num">{longDay(day)}</span>
          {keeping && note?.id && (
            <OpenNote
              day={day}
              keeping={keeping}
              id={note.id}
              text={text}
              edit={() => edit({ day, note: { ...note, id: note.id ?? '' } })}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

interface NoteProps {
  keeping: Keeping
  id: string
  day: string
  text: string
  edit: () => void
}

/** What came of a note, and what a manager may do with it. */
function OpenNote({ keeping, id, day, text, edit }: NoteProps) {
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { busy, error, run } = useAction()
  const remove = () =>
    run(async () => {
      await call('DELETE', ofSite(`/api/v1/notes/${encodeURIComponent(id)}`))
      // The note is about to go, and focus is not to go with it.
      panel.current?.closest('.trend')?.querySelector<HTMLElement>('.trend-tools button')?.focus({ preventScroll: true })
      keeping.written()
    })
  return (
    <>
      {' '}
      <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Before and after<span class="hidden"> {text}</span>
      </button>
      {isOpen && (
        <div class="note" ref={panel}>
          {/* Keyed: on another day it is another before and after. */}
          <NoteEffect key={day} keeping={keeping} note={id} />
          {keeping.mayWrite && (
            <p class="row">
              <button type="button" class="quiet" onClick={edit}>
                Edit<span class="hidden"> {text}</span>
              </button>
              <ConfirmButton verb="Delete" what={text} disabled={busy} act={() => void remove()} />
            </p>
          )}
          <Refusal error={error} />
        </div>
      )}
    </>
  )
}
