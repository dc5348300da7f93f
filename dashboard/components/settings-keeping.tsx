import { useState } from 'preact/hooks'
import type { PatchSite, Retention, SiteView } from '../../worker/contract/site.ts'
import { useResource } from '../models/resource.ts'
import { site } from '../models/session.ts'
import { counted } from '../models/wording.ts'
import { Saving } from './saving.tsx'

type Months = Record<'anonymiseMonths' | 'keepMonths', string>

const isFit = (text: string) => text === '' || (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 120)

/** How long answers, and who gave them, are kept; for owners, who see beforehand what goes. */
export function KeepingSettings() {
  const current = site.value
  return current && <Keeping key={current.id} current={current} />
}

function Keeping({ current }: { current: SiteView }) {
  const [months, setMonths] = useState(() => monthsOf(current))
  const change = (name: keyof Months) => (event: { currentTarget: HTMLInputElement }) =>
    setMonths({ ...months, [name]: event.currentTarget.value.trim() })
  const beyond = useBeyond(current, months)
  const isNew = Object.entries(monthsOf(current)).some(([name, text]) => months[name as keyof Months] !== text)
  const goes = isNew && beyond !== undefined && beyond.deleted + beyond.anonymised > 0
  const fields = { months, change }
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
        <Saving change={() => changeOf(months)} edited={months} asks={goes ? 'how long answers are kept' : undefined} />
      </div>
    </section>
  )
}

/** As they stand in the fields. */
const monthsOf = ({ anonymiseMonths, keepMonths }: SiteView): Months => ({
  anonymiseMonths: String(anonymiseMonths ?? ''),
  keepMonths: String(keepMonths ?? ''),
})

function changeOf(months: Months): PatchSite {
  if (!Object.values(months).every(isFit)) throw new Error('Months are whole numbers from 1 to 120.')
  return Object.fromEntries(Object.entries(months).map(([name, text]) => [name, text === '' ? null : Number(text)]))
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
  children: string
}

function MonthsField({ name, label, months, change, children }: FieldProps) {
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
        aria-describedby={`site-${name}-help`}
      />
      <small id={`site-${name}-help`}>{children}</small>
    </div>
  )
}
