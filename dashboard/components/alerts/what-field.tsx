import type { Alert, AlertKind } from '../../../worker/contract/alert.ts'
import { chosenOf, usual } from '../../models/alert-form.ts'
import type { AlertGround } from '../../models/alert-ground.ts'
import { fallWords, whatOf } from '../../models/alert-words.ts'
import { FieldFault } from './field-fault.tsx'

interface Props {
  kind: AlertKind
  /** The one that is changed. */
  alert: Alert | undefined
  ground: AlertGround
  fault: string | undefined
}

/** Which responses, or which scores, an alert tells of. */
export function WhatField({ kind, alert, ground, fault }: Props) {
  const isFall = kind === 'fall'
  const chosen = chosenOf(kind, alert)
  const choices = isFall ? ground.surveys.filter(({ metric }) => metric !== 'none') : ground.views
  // Its survey is closed for good, or its view is somebody else's: it stays what it is until another is chosen.
  const isElse = chosen !== usual.unhappy && chosen !== usual.all && !choices.some(({ id }) => id === chosen)
  return (
    <div class="field">
      <label for="alert-what">{isFall ? 'Whose score' : 'Of which responses'}</label>
      <select id="alert-what" name="what" aria-invalid={fault !== undefined} aria-describedby="alert-what-help">
        {isElse && alert && <option value={usual.kept}>As it is: {whatOf(alert, ground.views, ground.surveys)}</option>}
        {isFall ? <option value={usual.all}>All surveys</option> : <option value={usual.unhappy}>Unhappy customers</option>}
        {choices.length > 0 && (
          <optgroup label={isFall ? 'One survey' : 'Every response of a saved view'}>
            {choices.map(({ id, name }) => (
              <option key={id} value={id} selected={id === chosen}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        {!isFall && (
          <option value={usual.all} selected={chosen === usual.all}>
            Every response
          </option>
        )}
      </select>
      <FieldFault id="alert-what-fault" fault={fault} />
      <small id="alert-what-help">
        {isFall
          ? fallWords
          : 'Unhappy are detractors, the dissatisfied and those who had it difficult. For anything else, set the filters above the responses and save them as a view.'}
      </small>
    </div>
  )
}
