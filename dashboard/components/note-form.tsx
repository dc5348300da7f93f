import { useEffect, useRef } from 'preact/hooks'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import type { TrendNote } from '../models/report.ts'
import { ofSite } from '../models/session.ts'
import { FormEnd } from './form-end.tsx'

interface Props {
  day: string
  /** The one to be changed. */
  note: TrendNote | undefined
  survey: string
  saved: () => void
  cancel: () => void
}

/** What happened on a day, for this survey's trend or all of the site's. */
export function NoteForm({ day, note, survey, saved, cancel }: Props) {
  const { busy, error, sends } = useAction()
  const text = useRef<HTMLInputElement>(null)
  useEffect(() => text.current?.focus(), [])
  const save = sends(async ({ everywhere, ...fields }) => {
    const wanted = { day: fields.day, text: fields.text, survey: everywhere ? null : survey }
    if (note?.id) await call('PATCH', ofSite(`/api/v1/notes/${encodeURIComponent(note.id)}`), wanted)
    else await call('POST', ofSite('/api/v1/notes'), wanted)
    saved()
  })
  return (
    <form class="form write" aria-label={note ? 'Change the note' : 'New note'} onSubmit={save}>
      <div class="field">
        <label for="note-day">Day</label>
        <input id="note-day" name="day" type="date" min="1990-01-01" defaultValue={note?.day ?? day} required />
      </div>
      <div class="field grow">
        <label for="note-text">What happened</label>
        <input
          ref={text}
          id="note-text"
          name="text"
          maxLength={500}
          placeholder="New carrier"
          defaultValue={note?.text}
          required
        />
      </div>
      <label class="check small">
        <input type="checkbox" name="everywhere" defaultChecked={note?.survey === null} />
        On the trends of all surveys
      </label>
      <FormEnd verb={note ? 'Save' : 'Add'} {...{ busy, error, cancel }} />
    </form>
  )
}
