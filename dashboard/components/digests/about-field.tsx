import type { Digest } from '../../../worker/contract/digest.ts'
import type { AlertGround } from '../../models/alert-ground.ts'
import { about, chosenOf } from '../../models/digest-form.ts'
import { aboutOf } from '../../models/digest-words.ts'
import { FieldFault } from '../field-fault.tsx'

interface Props {
  /** The one that is changed. */
  digest: Digest | undefined
  ground: AlertGround
  fault: string | undefined
}

/** Which responses a digest is about. */
export function AboutField({ digest, ground: { surveys, views }, fault }: Props) {
  const chosen = chosenOf(digest)
  // Its survey is closed for good, or its view is somebody else's: it stays what it is until another is chosen.
  const isElse = chosen !== about.all && ![...surveys, ...views].some(({ id }) => id === chosen)
  const options = (label: string, choices: readonly { id: string; name: string }[]) =>
    choices.length > 0 && (
      <optgroup label={label}>
        {choices.map(({ id, name }) => (
          <option key={id} value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </optgroup>
    )
  return (
    <div class="field">
      <label for="digest-what">About</label>
      <select id="digest-what" name="what" aria-invalid={fault !== undefined} aria-describedby="digest-what-help">
        {isElse && digest && <option value={about.kept}>As it is: {aboutOf(digest, views, surveys)}</option>}
        <option value={about.all} selected={chosen === about.all}>
          All surveys
        </option>
        {options('One survey', surveys)}
        {options('A saved view', views)}
      </select>
      <FieldFault id="digest-what-fault" fault={fault} />
      <small id="digest-what-help">
        For anything narrower, set the filters above the responses and save them as a view. A view that picks scores, such as
        unhappy customers, has how many there were and what they said, but no score.
      </small>
    </div>
  )
}
