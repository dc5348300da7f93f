import type { AlertGround } from '../../models/alert-ground.ts'
import type { DigestFaults } from '../../models/digest-form.ts'
import { FieldFault } from '../field-fault.tsx'

interface Props {
  ground: AlertGround
  people: readonly string[]
  addresses: readonly string[]
  faults: DigestFaults
}

/** Who gets a digest: those who see all of the site, and other addresses. */
export function ReaderFields({ ground, people, addresses, faults }: Props) {
  return (
    <>
      <fieldset class="field" aria-describedby={faults.readers && 'digest-readers-fault'}>
        <legend>Who gets it</legend>
        {ground.people.map(({ id, name, email }) => (
          <label key={id} class="check">
            <input type="checkbox" name={`person.${id}`} defaultChecked={people.includes(id)} />
            <span>
              <bdi>{name || email}</bdi> <span class="soft small">{email}</span>
            </span>
          </label>
        ))}
        <FieldFault id="digest-readers-fault" fault={faults.readers} />
      </fieldset>
      <div class="field">
        <label for="digest-addresses">Other addresses</label>
        <textarea
          id="digest-addresses"
          name="addresses"
          rows={3}
          defaultValue={addresses.join('\n')}
          aria-invalid={faults.addresses !== undefined}
          aria-describedby="digest-addresses-help"
        />
        <FieldFault id="digest-addresses-fault" fault={faults.addresses} />
        <small id="digest-addresses-help">One a line. They read what shoppers wrote, without being of the team.</small>
      </div>
    </>
  )
}
