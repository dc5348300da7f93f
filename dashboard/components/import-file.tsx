import { useState } from 'preact/hooks'
import type { Survey } from '../../worker/contract/survey.ts'

interface Props {
  surveys: Survey[]
  chosen: { survey: string; file: File | null }
  choose: (next: { survey: string; file: File | null }) => void
  busy: boolean
}

/** Which file, by choosing or dropping it, and which survey takes it. */
export function ImportFile({ surveys, chosen, choose, busy }: Props) {
  const [over, setOver] = useState(false)
  const take = (files: FileList | null | undefined) => files?.[0] && choose({ ...chosen, file: files[0] })
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer?.files)
  }
  function dragOver(event: DragEvent) {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section class="block first" aria-labelledby="file">
      <h2 id="file">A file of answers</h2>
      <p class="soft">
        SurveyMonkey, Typeform, Delighted and Google Forms are recognised; any other CSV file works too. You see what would happen
        before anything is stored, and every import can be undone.
      </p>
      <div class="form">
        <div class="field">
          <label for="import-survey">Into the survey</label>
          <select
            id="import-survey"
            value={chosen.survey}
            onChange={(event) => choose({ ...chosen, survey: event.currentTarget.value })}
          >
            {surveys.map(({ id, name }) => (
              <option key={id} value={id} selected={id === chosen.survey}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <label class={over ? 'drop over' : 'drop'} onDragOver={dragOver} onDragLeave={() => setOver(false)} onDrop={drop}>
          <input
            type="file"
            accept=".csv,.tsv,.txt,.ndjson,.jsonl,text/csv"
            aria-describedby="import-file-hint"
            onChange={(event) => take(event.currentTarget.files)}
          />
          <span class="name">{chosen.file ? chosen.file.name : 'Choose a file'}</span>
          <span class="soft small" id="import-file-hint">
            {busy
              ? 'Looking at it …'
              : chosen.file
                ? `${size(chosen.file.size)} · choose another`
                : 'or drop it here: CSV or NDJSON'}
          </span>
        </label>
      </div>
    </section>
  )
}

/** "12.3 MB" */
function size(bytes: number): string {
  const [unit, by] = bytes < 1e6 ? (['kB', 1e3] as const) : (['MB', 1e6] as const)
  return `${(bytes / by).toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`
}
