import { useState } from 'preact/hooks'
import type { CreatedInvitation, Invitation, Role } from '../../worker/contract/people.ts'
import { ladder } from '../../worker/domain/roles.ts'
import { localDay, longDay } from '../models/days.ts'
import { partDimensions, partOf, partWords } from '../models/roles.ts'
import { useSecrets } from '../models/secrets.ts'
import { site } from '../models/session.ts'
import { CodeBox } from './code-box.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { PartFields } from './part-fields.tsx'
import { Refusal } from './refusal.tsx'

/** Links by which others join: made, handed over, and taken back. */
export function TeamInvite() {
  const { data, unread, made, busy, error, sends, make, takeBack } = useSecrets<{ invitations: Invitation[] }, CreatedInvitation>(
    '/api/v1/invitations',
  )
  const [role, setRole] = useState<Role>('viewer')
  const invite = sends(async (fields) => {
    const part = role === 'agent' ? partOf(fields, partDimensions(site.value?.dimensions ?? [])) : null
    await make({ email: fields.email, role, part })
    setRole('viewer')
  })
  return (
    <section class="block" aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <p class="soft">You get a link to hand over. It works once, within 7 days.</p>
      {made && (
        <div class="notice" role="status">
          <p>
            {made.mailed ? 'Mailed to' : 'The link for'} <strong>{made.email}</strong>
            {made.mailed ? '. The same link to hand over yourself, shown only now:' : ', shown only now:'}
          </p>
          <CodeBox label="Copy the link" code={made.url} />
        </div>
      )}
      {/* A new invitation gives a new form, with its defaults. */}
      <form class="form" key={made?.id} onSubmit={invite}>
        <div class="field">
          <label for="invite-email">E-mail address</label>
          <input id="invite-email" name="email" type="email" required />
        </div>
        <div class="field">
          <label for="invite-role">Role</label>
          <select id="invite-role" value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
            {ladder.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
        {role === 'agent' && <PartFields id="invite" part={null} />}
        <Refusal error={unread ?? error} />
        <div class="row">
          <button type="submit" class="primary" disabled={busy}>
            Make a link
          </button>
        </div>
      </form>
      {data && data.invitations.length > 0 && (
        <>
          <h3 class="invited" id="invited">
            Not accepted yet
          </h3>
          <ul class="list" aria-labelledby="invited">
            {data.invitations.map(({ id, email, role: as, part, author, expiresAt }) => (
              <li key={id}>
                <span>
                  {email}{' '}
                  <span class="soft small">
                    {as}
                    {part && ` for ${partWords(part)}`}, until {longDay(localDay(expiresAt))}
                    {author && `, by ${author}`}
                  </span>
                </span>
                <ConfirmButton verb="Take back" what={`the invitation of ${email}`} disabled={busy} act={() => takeBack(id)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
