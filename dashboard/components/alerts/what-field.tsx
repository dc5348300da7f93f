import type { Alert, AlertKind } from '../../../worker/contract/alert.ts'
import type { Conditions } from '../../../worker/contract/conditions.ts'
import { chosenOf, usual } from '../../models/alert-form.ts'
import type { AlertGround } from '../../models/alert-ground.ts'
import { fallWords, whatOf } from '../../models/alert-words.ts'
import { FieldFault } from '../field-fault.tsx'
import { OwnFilters } from './own-filters.tsx'

interface Props {
  kind: AlertKind
  /** The one that is changed. */
  alert: Alert | undefined
  ground: AlertGround
  fault: string | undefined
  chosen: string
  choose: (what: string) => void
  /** The alert's own filters. */
  own: Conditions
  put: (own: Conditions) => void
}

/** Which responses, or which scores, an alert tells of. */
export function WhatField({ kind, alert, ground, fault, chosen, choose, own, put }: Props) {
  const isFall = kind === 'fall'
  const before = chosenOf(kind, alert)
  const choices = isFall ? ground.surveys.filter(({ metric }) => metric !== 'none') : ground.views
  const known = [usual.unhappy, usual.all, usual.own, ...choices.map(({ id }) => id)]
  return (
    <>
      <div class="field">
        <label for="alert-what">{isFall ? 'Whose score' : 'Of which responses'}</label>
        <select
          id="alert-what"
          name="what"
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
          aria-invalid={fault !== undefined}
          aria-describedby="alert-what-help"
        >
          {/* Its survey is closed for good, or its view is somebody else's: it stays what it is until another is chosen. */}
          {alert && !known.includes(before) && (
            <option value={before}>As it is: {whatOf(alert, ground.views, ground.surveys)}</option>
          )}
          {isFall ? <option value={usual.all}>All surveys</option> : <option value={usual.unhappy}>Unhappy customers</option>}
          {choices.length > 0 && (
            <optgroup label={isFall ? 'One survey' : 'Every response of a saved view'}>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {!isFall && <option value={usual.own}>Responses by filters</option>}
          {!isFall && <option value={usual.all}>Every response</option>}
        </select>
        <FieldFault id="alert-what-fault" fault={fault} />
        <small id="alert-what-help">
          {isFall ? fallWords : 'Unhappy are detractors, the dissatisfied and those who had it difficult.'}
        </small>
      </div>
      {(isFall || chosen === usual.own) && <OwnFilters {...{ isFall, own, put, ground }} />}
    </>
  )
}
