import { useState } from 'preact/hooks'
import type { Alert, AlertKind } from '../../../worker/contract/alert.ts'
import { chosenOf, faultsOf, refusedFields, wantedOf } from '../../models/alert-form.ts'
import type { AlertGround } from '../../models/alert-ground.ts'
import { kindWords } from '../../models/alert-words.ts'
import { useCheckedForm } from '../../models/checked-form.ts'
import { me } from '../../models/session.ts'
import { NameField } from '../name-field.tsx'
import { Refusal } from '../refusal.tsx'
import { ToldFields } from './told-fields.tsx'
import { WhatField } from './what-field.tsx'
import { WhenFields } from './when-fields.tsx'

interface Props {
  verb: string
  /** The one that is changed. */
  alert?: Alert
  /** What a new one is of at first. */
  begin?: AlertKind
  ground: AlertGround
  send: (wanted: object) => Promise<void>
}

/** What an alert tells, to whom, and when not. A new one tells whoever makes it, unless that is unticked. */
export function AlertForm({ verb, alert, begin = 'response', ground, send }: Props) {
  const [chosen, setKind] = useState(begin)
  const [what, setWhat] = useState(chosenOf(alert?.kind ?? begin, alert))
  const [own, setOwn] = useState(alert?.conditions ?? (begin === 'fall' ? {} : { unhappy: true as const }))
  const kind = alert?.kind ?? chosen
  const self = typeof me.value === 'string' ? undefined : me.value.person?.id
  const turn = (one: AlertKind) => {
    setKind(one)
    setWhat(chosenOf(one, undefined))
    setOwn(one === 'fall' ? {} : { unhappy: true })
  }
  const { faults, busy, error, submit } = useCheckedForm({ faultsOf, refusedFields }, (fields) =>
    send({ ...wantedOf(kind, fields, own), ...(!alert && { kind }) }),
  )
  return (
    <form class="form" onSubmit={submit}>
      {!alert && (
        <fieldset class="field">
          <legend>It tells of</legend>
          <div class="choices">
            {(Object.keys(kindWords) as AlertKind[]).map((one) => (
              <label key={one}>
                <input type="radio" name="kind" checked={one === kind} onChange={() => turn(one)} />
                {one === 'response' ? 'Responses as they come' : kindWords[one].name}
                <small>{kindWords[one].says}</small>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <WhatField
        // Keyed: what is chosen of responses is no choice of scores.
        key={kind}
        {...{ kind, alert, ground, own }}
        fault={faults.what}
        chosen={what}
        choose={setWhat}
        put={setOwn}
      />
      <NameField id="alert-name" begin={alert?.name} usual={kindWords[kind].name} fault={faults.name} />
      <ToldFields
        ground={ground}
        people={alert?.people ?? (self === undefined ? [] : [self])}
        webhooks={alert?.webhooks ?? []}
        fault={faults.told}
      />
      <WhenFields alert={alert} faults={faults} />
      <Refusal error={error} />
      <div class="row">
        <button type="submit" class={alert ? '' : 'primary'} disabled={busy}>
          {verb}
        </button>
      </div>
    </form>
  )
}
