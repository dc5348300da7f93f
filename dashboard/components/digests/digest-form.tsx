import { useState } from 'preact/hooks'
import type { Digest, Frequency } from '../../../worker/contract/digest.ts'
import { useAction } from '../../models/action.ts'
import type { AlertGround } from '../../models/alert-ground.ts'
import { type DigestFaults, faultsOf, refusedFields, wantedOf } from '../../models/digest-form.ts'
import { frequencyWords } from '../../models/digest-words.ts'
import { me } from '../../models/session.ts'
import { FieldFault } from '../alerts/field-fault.tsx'
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
  const [name, setName] = useState(digest?.name)
  const [faults, setFaults] = useState<DigestFaults>({})
  const { busy, error, sends } = useAction()
  const self = typeof me.value === 'string' ? undefined : me.value.person?.id
  const submit = sends(async (fields) => {
    const found = faultsOf(fields)
    setFaults(found)
    if (Object.keys(found).length > 0) throw new Error('Something above is still to be mended.')
    try {
      await send(wantedOf({ ...fields, frequency }))
    } catch (refused) {
      const said = refusedFields(refused)
      setFaults(said)
      throw Object.keys(said).length > 0 ? new Error('Something above is still to be mended.') : refused
    }
  })
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
      <div class="field">
        <label for="digest-name">Name</label>
        <input
          id="digest-name"
          name="name"
          maxLength={120}
          required
          value={name ?? frequencyWords[frequency].name}
          onInput={(event) => setName(event.currentTarget.value)}
          aria-invalid={faults.name !== undefined}
        />
        <FieldFault id="digest-name-fault" fault={faults.name} />
      </div>
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
