import { useState } from 'preact/hooks'
import type { Member, Part, Role } from '../../worker/contract/people.ts'
import { ladder } from '../../worker/domain/roles.ts'
import type { Action } from '../models/action.ts'
import { call } from '../models/api.ts'
import { partDimensions, partOf, partWords } from '../models/roles.ts'
import { may, me, ofSite, site } from '../models/session.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { PartFields } from './part-fields.tsx'

interface Props {
  member: Member
  action: Action
  /** After something about a member changed; true where it was oneself. */
  changed: (self: boolean) => Promise<void>
}

/** Somebody of the site; owners change what they are. Everybody may leave. */
export function TeamMember({ member, action: { busy, run, sends }, changed }: Props) {
  const { id, name, email, role, part } = member
  const [isOpen, setOpen] = useState(false)
  const isSelf = typeof me.value !== 'string' && me.value.person?.id === id
  async function send(method: 'PATCH' | 'DELETE', path: string, body?: { role: Role; part?: Part }) {
    await call(method, ofSite(`/api/v1/members/${path}`), body)
    setOpen(false)
    await changed(isSelf)
  }
  const limit = sends((fields) => send('PATCH', id, { role, part: partOf(fields, partDimensions(site.value?.dimensions ?? [])) }))
  return (
    <li>
      <span>
        {name} {isSelf && <span class="soft">(you)</span>} <span class="soft small">{email}</span>
        {part && (
          <span class="small member-part">
            sees only <bdi>{partWords(part)}</bdi>
          </span>
        )}
      </span>
      <span class="row">
        {may('owner') ? (
          <>
            {role === 'agent' && (
              <button type="button" aria-expanded={isOpen} aria-label={`What ${name} sees`} onClick={() => setOpen(!isOpen)}>
                Sees…
              </button>
            )}
            <span class="inline">
              <select
                aria-label={`Role of ${name}`}
                value={role}
                disabled={busy}
                onChange={(event) => {
                  const next = event.currentTarget.value as Role
                  void run(() => send('PATCH', id, { role: next }))
                }}
              >
                {ladder.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </span>
          </>
        ) : (
          <span class="soft">{role}</span>
        )}
        {isSelf ? (
          <ConfirmButton verb="Leave" what="this site" disabled={busy} act={() => void run(() => send('DELETE', 'me'))} />
        ) : (
          may('owner') && (
            <ConfirmButton verb="Remove" what={name} disabled={busy} act={() => void run(() => send('DELETE', id))} />
          )
        )}
      </span>
      {isOpen && role === 'agent' && (
        <form class="form grid" onSubmit={limit}>
          <PartFields id={id} part={part} />
          <button type="submit" class="primary" disabled={busy}>
            Save
          </button>
        </form>
      )}
    </li>
  )
}
