import { useState } from 'preact/hooks'
import type { Retention, SiteView } from '../../worker/contract/site.ts'
import { useAction } from '../models/action.ts'
import { useResource } from '../models/resource.ts'
import { saveSite } from '../models/save-site.ts'
import { may, site } from '../models/session.ts'
import { counted } from '../models/wording.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

type Months = Record<'anonymiseMonths' | 'keepMonths', string>

const isFit = (text: string) => text === '' || (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 120)

/** How long answers, and who gave them, are kept; an owner sees beforehand what goes. */
export function KeepingSettings() {
  const current = site.value
  return current && <Keeping key={current.id} current={current} />
}

function Keeping({ current }: { current: SiteView }) {
  const [months, setMonths] = useState<Months>({
    anonymiseMonths: String(current.anonymiseMonths ?? ''),
    keepMonths: String(current.keepMonths ?? ''),
  })
  const [saved, setSaved] = useState(false)
  const { busy, error, run } = useAction()
  const readOnly = !may('owner')
  const change = (name: keyof Months) => (event: { currentTarget: HTMLInputElement }) => {
    setSaved(false)
    setMonths({ ...months, [name]: event.currentTarget.value.trim() })
  }
  const save = () =>
    run(async () => {
      if (!Object.values(months).every(isFit)) throw new Error('Months are whole numbers from 1 to 120.')
      const numbers = Object.entries(months).map(([name, text]) => [name, text === '' ? null : Number(text)])
      await saveSite(Object.fromEntries(numbers))
      setSaved(true)
    })
  const beyond = useBeyond(current, months)
  const goes = beyond && beyond.deleted + beyond.anonymised > 0 && !saved
  const fields = { months, change, readOnly }
  return (
    <section class="block" aria-labelledby="keeping">
      <h2 id="keeping">How long answers are kept</h2>
      <p class="soft">Counted back from the shop’s own day. Leave a field empty to keep everything.</p>
      <div class="form">
        <MonthsField {...fields} name="anonymiseMonths" label="Months until people are forgotten">
          Customer, contact, comments and other typed texts, order, traits and the team’s notes are deleted. The score and what
          was chosen stay in every report.
        </MonthsField>
        <MonthsField {...fields} name="keepMonths" label="Months until an answer is deleted">
          With its score: earlier reports change, and lose those days.
        </MonthsField>
        <p class="caution" role="status">
          {goes && beyondWords(beyond)}
        </p>
        <Refusal error={error} />
        {!readOnly && (
          <div class="row">
            {goes ? (
              <ConfirmButton verb="Save" what="how long answers are kept" disabled={busy} act={() => void save()} />
            ) : (
              <button type="button" disabled={busy} onClick={() => void save()}>
                Save
              </button>
            )}
            <span class="small soft" role="status">
              {saved && 'Saved'}
            </span>
          </div>
        )}
      </div>
    </section>
  )
}

/** What would go of the answers there are. */
function useBeyond({ id }: SiteView, months: Months): Retention | undefined {
  const asked = Object.entries(months).filter(([, text]) => text !== '' && isFit(text))
  return useResource<Retention>(`/api/v1/sites/${id}/retention?${new URLSearchParams(asked)}`).data
}

function beyondWords({ deleted, anonymised }: Retention): string {
  const parts = [
    deleted > 0 && `deletes ${counted(deleted, 'answer')} for good`,
    anonymised > 0 && `takes the person and all they typed out of ${counted(anonymised, 'answer')}`,
  ]
  return `Saving ${parts.filter(Boolean).join(', and ')}. It begins within a minute.`
}

interface FieldProps {
  name: keyof Months
  label: string
  months: Months
  change: (name: keyof Months) => (event: { currentTarget: HTMLInputElement }) => void
  readOnly: boolean
  children: string
}

function MonthsField({ name, label, months, change, readOnly, children }: FieldProps) {
  return (
    <div class="field">
      <label for={`site-${name}`}>{label}</label>
      <input
        id={`site-${name}`}
        type="number"
        min={1}
        max={120}
        step={1}
        placeholder="never"
        value={months[name]}
        onInput={change(name)}
        readOnly={readOnly}
        aria-describedby={`site-${name}-help`}
      />
      <small id={`site-${name}-help`}>{children}</small>
    </div>
  )
}
