import type { CaseOwners, PatchCase } from '../../../worker/contract/case.ts'
import { statuses, statusNames } from '../../models/inbox.ts'
import { BulkBar } from '../bulk-bar.tsx'

interface Props {
  ids: readonly string[]
  people: CaseOwners['people']
  clear: () => void
  changeMany: (ids: readonly string[], patch: Pick<PatchCase, 'status' | 'owner'>) => Promise<boolean>
}

const unchosen = '-'

/** One change of several cases: all of them or none. */
export function CaseBulk({ ids, people, clear, changeMany }: Props) {
  const change = async (patch: Pick<PatchCase, 'status' | 'owner'>) => {
    if (await changeMany(ids, patch)) clear()
  }
  return (
    <BulkBar count={ids.length} clear={clear}>
      <select
        id="many-status"
        aria-label="Status of all selected"
        value={unchosen}
        onChange={(event) => {
          const status = statuses.find((one) => one === event.currentTarget.value)
          if (status) void change({ status })
        }}
      >
        <option value={unchosen}>Status …</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {statusNames[status]}
          </option>
        ))}
      </select>
      <select
        id="many-owner"
        aria-label="Owner of all selected"
        value={unchosen}
        onChange={(event) => {
          const owner = event.currentTarget.value
          if (owner !== unchosen) void change({ owner: owner || null })
        }}
      >
        <option value={unchosen}>Owner …</option>
        <option value="">nobody</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </BulkBar>
  )
}
