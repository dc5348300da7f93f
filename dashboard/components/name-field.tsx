import { useState } from 'preact/hooks'
import { FieldFault } from './field-fault.tsx'

interface Props {
  id: string
  /** As it is called already. */
  begin: string | undefined
  /** As it is called until somebody types. */
  usual: string
  fault: string | undefined
}

/** What something is called in a form, sent as `name`. */
export function NameField({ id, begin, usual, fault }: Props) {
  const [name, setName] = useState(begin)
  return (
    <div class="field">
      <label for={id}>Name</label>
      <input
        id={id}
        name="name"
        maxLength={120}
        required
        value={name ?? usual}
        onInput={(event) => setName(event.currentTarget.value)}
        aria-invalid={fault !== undefined}
      />
      <FieldFault id={`${id}-fault`} fault={fault} />
    </div>
  )
}
