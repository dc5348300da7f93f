import type { Alert } from '../../../worker/contract/alert.ts'
import type { AlertFaults } from '../../models/alert-form.ts'
import { site } from '../../models/session.ts'
import { FieldFault } from '../field-fault.tsx'

/** When nothing is told, and how much at most. */
export function WhenFields({ alert, faults }: { alert: Alert | undefined; faults: AlertFaults }) {
  const time = (name: 'from' | 'to', label: string) => (
    <label class="inline row">
      <span>{label}</span>
      <input name={name} type="time" defaultValue={alert?.quiet?.[name]} aria-invalid={faults.quiet !== undefined} />
    </label>
  )
  return (
    <>
      <fieldset class="field">
        <legend>Quiet hours, if you like</legend>
        <div class="row">
          {time('from', 'from')}
          {time('to', 'to')}
        </div>
        <FieldFault id="alert-quiet-fault" fault={faults.quiet} />
        <small>
          What comes meanwhile is told after them, in one message. By the clock of {site.value?.timeZone ?? 'the shop'}.
        </small>
      </fieldset>
      <div class="field">
        <label for="alert-cap">Messages an hour, at most</label>
        <input
          id="alert-cap"
          class="unit"
          name="hourlyCap"
          type="number"
          min={1}
          max={100}
          required
          defaultValue={String(alert?.hourlyCap ?? 10)}
          aria-invalid={faults.hourlyCap !== undefined}
          aria-describedby="alert-cap-help"
        />
        <FieldFault id="alert-cap-fault" fault={faults.hourlyCap} />
        <small id="alert-cap-help">What comes beyond is told in one message when the hour is over.</small>
      </div>
    </>
  )
}
