import { useState } from 'preact/hooks'
import type { Digest, Frequency } from '../../../worker/contract/digest.ts'
import type { AlertGround } from '../../models/alert-ground.ts'
import { useCheckedForm } from '../../models/checked-form.ts'
import { faultsOf, refusedFields, wantedOf } from '../../models/digest-form.ts'
import { frequencyWords } from '../../models/digest-words.ts'
import { me } from '../../models/session.ts'
import { NameField } from '../name-field.tsx'
import { Refusal } from '../refusal.tsx'
import { AboutField } from './about-field.tsx'
import { ReaderFields } from './reader-fields.tsx'
import { TimeFields } from './time-fields.tsx'

interface Props {
  verb: string
  /** The one that is changed. */
  digest?: Digest
  ground: AlertGround
  send: (wanted: object) => Promise<void>
}

/** What a digest is about, when it comes and who gets it. A new one is for whoever makes it, unless that is unticked. */
export function DigestForm({ verb, digest, ground, send }: Props) {
  const [frequency, setFrequency] = useState<Frequency>(digest?.frequency ?? 'weekly')
  const self = typeof me.value === 'string' ? undefined : me.value.person?.id
  const { faults, busy, error, submit } = useCheckedForm({ faultsOf, refusedFields }, (fields) =>
    send(wantedOf({ ...fields, frequency })),
  )
  return (
    <form class="form" onSubmit={submit}>
      <fieldset class="field">
        <legend>It comes</legend>
        <div class="choices">
          {(Object.keys(frequencyWords) as Frequency[]).map((one) => (
            <label key={one}>
              <input type="radio" name="frequency" checked={one === frequency} onChange={() => setFrequency(one)} />
              {frequencyWords[one].name}
              <small>{frequencyWords[one].says}</small>
            </label>
          ))}
        </div>
      </fieldset>
      {/* Keyed: a day of the week is no day of the month. */}
      <TimeFields key={frequency} {...{ frequency, digest }} fault={faults.when} />
      <AboutField {...{ digest, ground }} fault={faults.what} />
      <NameField id="digest-name" begin={digest?.name} usual={frequencyWords[frequency].name} fault={faults.name} />
      <ReaderFields
        ground={ground}
        people={digest?.people ?? (self === undefined ? [] : [self])}
        addresses={digest?.addresses ?? []}
        faults={faults}
      />
      <Refusal error={error} />
      <div class="row">
        <button type="submit" class={digest ? '' : 'primary'} disabled={busy}>
          {verb}
        </button>
      </div>
    </form>
  )
}
