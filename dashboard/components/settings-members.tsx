import { useState } from 'preact/hooks'
import type { Member, Role } from '../../worker/contract/people.ts'
import { fieldsOf, useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { useResource } from '../models/resource.ts'
import { loadMe, may, me, ofSite } from '../models/session.ts'
import { CodeBox } from './code-box.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

const roles: Record<Role, string> = {
  viewer: 'reads results',
  agent: 'reads results and will answer shoppers',
  manager: 'makes surveys, imports, deletes responses',
  owner: 'everything, people and keys too',
}

/** Who may see the site, and as what. */
export function MemberSettings() {
  const { data, error: unread, reload } = useResource<{ members: Member[] }>('/api/v1/members')
  const [invited, setInvited] = useState<(Member & { loginUrl: string | null }) | null>(null)
  const { busy, error, run } = useAction()
  const owner = may('owner')
  const path = (id: string) => ofSite(`/api/v1/members/${id}`)
  function invite(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const form = event.currentTarget
    void run(async () => {
      setInvited(await call('POST', ofSite('/api/v1/members'), fieldsOf(form)))
      form.reset()
      reload()
    })
  }
  const change = (id: string, role: string) => run(() => call<void>('PATCH', path(id), { role })).then(() => changed(id))
  const remove = (id: string) => run(() => call<void>('DELETE', path(id))).then(() => changed(id))
  async function changed(id: string) {
    // Who changes their own role may see less from now on, this list perhaps no more.
    if (typeof me.value !== 'string' && me.value.person?.id === id) await loadMe()
    if (may('manager')) reload()
  }
  return (
    <section class="block" aria-labelledby="members">
      <h2 id="members">People</h2>
      <p class="soft">A role taken away ends at once.</p>
      <Refusal error={unread ?? error} />
      <ul class="list">
        {data?.members.map((member) => (
          <li key={member.id}>
            <span>
              {member.name} <span class="soft small">{member.email}</span>
            </span>
            {owner ? (
              <span class="row">
                <RoleSelect name={`Role of ${member.name}`} value={member.role} change={(role) => change(member.id, role)} />
                <ConfirmButton verb="Remove" what={member.name} disabled={busy} act={() => void remove(member.id)} />
              </span>
            ) : (
              <span class="soft">{member.role}</span>
            )}
          </li>
        ))}
      </ul>
      {invited && (
        <div class="notice" role="status">
          {invited.loginUrl ? (
            <>
              <p>Hand this link to {invited.name}. It signs in once, within 7 days.</p>
              <CodeBox label="Copy the link" code={invited.loginUrl} />
            </>
          ) : (
            <p>{invited.name} has an account already and sees this site now.</p>
          )}
        </div>
      )}
      {owner && (
        <form class="form grid" onSubmit={invite}>
          <div class="field">
            <label for="member-name">Name</label>
            <input id="member-name" name="name" maxLength={120} required />
          </div>
          <div class="field">
            <label for="member-email">E-mail address</label>
            <input id="member-email" name="email" type="email" required />
          </div>
          <div class="field">
            <label for="member-role">Role</label>
            <select id="member-role" name="role">
              {Object.entries(roles).map(([role, says]) => (
                <option key={role} value={role}>
                  {role}: {says}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" disabled={busy}>
            Invite
          </button>
        </form>
      )}
    </section>
  )
}

function RoleSelect({ name, value, change }: { name: string; value: Role; change: (role: string) => void }) {
  return (
    <span class="inline">
      <select aria-label={name} value={value} onChange={(event) => change(event.currentTarget.value)}>
        {Object.keys(roles).map((role) => (
          <option key={role}>{role}</option>
        ))}
      </select>
    </span>
  )
}
