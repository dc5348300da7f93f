import { useEffect, useState } from 'preact/hooks'
import type { OpenedInvitation } from '../../worker/contract/people.ts'
import { Door } from '../components/door.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useAction } from '../models/action.ts'
import { call, Refused } from '../models/api.ts'
import { partWords } from '../models/roles.ts'

/** What an invitation is to, and the way in. */
export function Join() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  const [invited, setInvited] = useState<OpenedInvitation | 'dead' | null>(null)
  const load = useAction()
  const { busy, error, sends } = useAction()
  // Asked once.
  useEffect(() => {
    document.title = 'Join · Earshot'
    void load.run(async () => {
      try {
        setInvited(await call<OpenedInvitation>('POST', '/api/v1/invitations/open', { token }))
      } catch (refused) {
        if (!(refused instanceof Refused) || refused.status !== 404) throw refused
        setInvited('dead')
      }
    })
  }, [])
  const join = sends(async ({ name }) => {
    const { site } = await call<{ site: string }>('POST', '/api/v1/invitations/accept', { token, name })
    // Anew, and without the secret in the address.
    location.replace(`/?site=${encodeURIComponent(site)}`)
  })
  if (!invited)
    return load.error ? (
      <Door title="The invitation can’t be read">{<Refusal error={load.error} />}</Door>
    ) : (
      <div class="door" role="status" aria-label="Loading" />
    )
  if (invited === 'dead')
    return (
      <Door title="This invitation is over">
        <p class="soft">
          It was used, taken back or has lapsed, or the address isn’t whole. Ask whoever sent it to you for a new one. If you have
          joined already, <a href="/sign-in">sign in</a>.
        </p>
      </Door>
    )
  const { site, email, role, part } = invited
  return (
    <Door title={`Join ${site}`}>
      <p class="soft">
        You are invited as <strong>{email}</strong>, to be {/^[aeiou]/.test(role) ? 'an' : 'a'} {role}
        {part && (
          <>
            , and to see only <bdi>{partWords(part)}</bdi>
          </>
        )}
        .
      </p>
      <form class="form" onSubmit={join}>
        <div class="field">
          <label for="name">Your name</label>
          <input id="name" name="name" autocomplete="name" maxLength={120} required />
          <small>As the others of the site will read it. With an account you have already, the name there stays.</small>
        </div>
        <Refusal error={error} />
        <button type="submit" class="primary wide" disabled={busy}>
          Join
        </button>
      </form>
    </Door>
  )
}
