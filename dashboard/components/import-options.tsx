import type { ComponentChildren } from 'preact'
import type { ImportMapping, ImportPreview } from '../../worker/contract/import.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { type Choice, columnAs, scaleFrom, scalesFor } from '../models/import-mapping.ts'
import { site } from '../models/session.ts'
import { zoneName, zonesWith } from '../models/zones.ts'

interface Props {
  survey: Survey
  preview: ImportPreview
  mapping: ImportMapping
  change: (next: ImportMapping) => void
}

const orders: Choice[] = [
  { value: 'dmy', text: 'Day first: 31/12/2025' },
  { value: 'mdy', text: 'Month first: 12/31/2025' },
]

/** What a file can't say itself: the order of its dates, their zone, the scale of its scores. */
export function ImportOptions({ survey, preview, mapping, change }: Props) {
  const at = columnAs('at', mapping, preview.columns)
  const score = columnAs('score', mapping, preview.columns)
  const scales = scalesFor(survey)
  const own = site.value?.timeZone ?? 'UTC'
  return (
    <div class="form grid">
      {at && at.dates !== 'plain' && at.dates !== null && (
        <Option
          id="import-dates"
          label="Dates"
          value={mapping.dates ?? ''}
          none="Choose …"
          choices={orders}
          change={(value) => change({ ...mapping, dates: value === 'dmy' || value === 'mdy' ? value : undefined })}
        >
          {at.dates === 'unclear' ? 'They can be read both ways.' : 'Told from the file’s dates.'}
        </Option>
      )}
      {at && (
        <Option
          id="import-zone"
          label="Time zone"
          value={mapping.timeZone ?? ''}
          none={`The site’s: ${zoneName(own)}`}
          choices={zonesWith('UTC').map((zone) => ({ value: zone, text: zoneName(zone) }))}
          change={(value) => change({ ...mapping, timeZone: value || undefined })}
        >
          Of times that don’t name one.
        </Option>
      )}
      {score && scales[0] && (
        <Option
          id="import-scale"
          label="Scale of the scores"
          value={mapping.scale?.join('-') ?? ''}
          none={score.shortScale ? 'Choose …' : 'The survey’s'}
          choices={scales}
          change={(value) => change({ ...mapping, scale: scaleFrom(value) })}
        >
          {score.shortScale
            ? 'They look like those of a shorter scale. A scale that is missing here needs a survey of its own.'
            : null}
        </Option>
      )}
    </div>
  )
}

interface OptionProps {
  id: string
  label: string
  value: string
  /** What stands there while nothing is chosen. */
  none: string
  choices: Choice[]
  change: (value: string) => void
  children: ComponentChildren
}

function Option({ id, label, value, none, choices, change, children }: OptionProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} aria-describedby={`${id}-hint`} onChange={(event) => change(event.currentTarget.value)}>
        <option value="" selected={value === ''}>
          {none}
        </option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
      <small id={`${id}-hint`}>{children}</small>
    </div>
  )
}
