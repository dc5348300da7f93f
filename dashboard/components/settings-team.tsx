import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { loadMe, may, ofSite } from '../models/session.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

/** The way to the team and the log for those who read them; for others the way out. */
export function TeamSettings() {
  const { busy, error, run } = useAction()
  const leave = () =>
    run(async () => {
      await call('DELETE', ofSite('/api/v1/members/me'))
      await loadMe()
    })
  return (
    <section class="block" aria-labelledby="team">
      <h2 id="team">Team</h2>
      {may('manager') ? (
        <p>
          <a href="/settings/team">Members and invitations</a> · <a href="/settings/log">Who changed what</a>
          {may('owner') && (
            <>
              {' · '}
              <a href="/settings/new-site">Add a further site</a>
            </>
          )}
        </p>
      ) : (
        <p class="row">
          <span class="soft">You see this site until you or an owner end it.</span>
          <ConfirmButton verb="Leave" what="this site" disabled={busy} act={() => void leave()} />
        </p>
      )}
      <Refusal error={error} />
    </section>
  )
}
