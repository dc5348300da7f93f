import type { CaseItem, CaseOwners, PatchCase } from '../../../worker/contract/case.ts'
import { localTime, statuses, statusNames } from '../../models/inbox.ts'
import { me } from '../../models/session.ts'

interface Props {
  item: CaseItem
  people: CaseOwners['people']
  change: (patch: Omit<PatchCase, 'revision'>) => void
}

/** A case's status, whose it is and until when; each is saved as it is chosen. */
export function CaseFields({ item, people, change }: Props) {
  const { owner, dueAt } = item.case
  const own = typeof me.value === 'string' ? undefined : me.value.person?.id
  // Who has left since may still own what is closed.
  const gone = owner && people.every(({ id }) => id !== owner.id) ? [{ id: owner.id, name: owner.name ?? 'left' }] : []
  return (
    <div class="case-fields">
      <label>
        <span>
          Status{' '}
          <span aria-hidden="true">
            <kbd>s</kbd>
          </span>
        </span>
        <select
          id="case-status"
          value={item.status}
          onChange={(event) => {
            const status = statuses.find((one) => one === event.currentTarget.value)
            if (status) change({ status })
          }}
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {statusNames[status]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>
          Owner{' '}
          <span aria-hidden="true">
            <kbd>a</kbd>
          </span>
        </span>
        <select
          id="case-owner"
          value={owner?.id ?? ''}
          onChange={(event) => change({ owner: event.currentTarget.value || null })}
        >
          <option value="">nobody</option>
          {[...people, ...gone].map(({ id, name }) => (
            <option key={id} value={id}>
              {id === own ? `${name} (you)` : name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Due</span>
        <input
          type="datetime-local"
          value={localTime(dueAt)}
          // Each part that is typed makes another whole time: only the one that is left is meant.
          onBlur={(event) => {
            const at = event.currentTarget.value
            if (at !== localTime(dueAt)) change({ due: at ? new Date(at).toISOString() : null })
          }}
        />
      </label>
    </div>
  )
}
