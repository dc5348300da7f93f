import type { Survey } from '../../worker/contract/survey.ts'
import { FileDrop } from './file-drop.tsx'

interface Props {
  surveys: Survey[]
  chosen: { survey: string; file: File | null }
  choose: (next: { survey: string; file: File | null }) => void
  busy: boolean
}

/** Which file, by choosing or dropping it, and which survey takes it. */
export function ImportFile({ surveys, chosen, choose, busy }: Props) {
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
        <FileDrop
          file={chosen.file}
          choose={(file) => choose({ ...chosen, file })}
          busy={busy}
          accept=".csv,.tsv,.txt,.ndjson,.jsonl,text/csv"
          kinds="CSV or NDJSON"
        />
      </div>
    </section>
  )
}
