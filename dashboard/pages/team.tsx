import { useEffect } from 'preact/hooks'
import type { Member } from '../../worker/contract/people.ts'
import { Heading } from '../components/heading.tsx'
import { Refusal } from '../components/refusal.tsx'
import { TeamInvite } from '../components/team-invite.tsx'
import { TeamMember } from '../components/team-member.tsx'
import { useAction } from '../models/action.ts'
import { useResource } from '../models/resource.ts'
import { roleWords } from '../models/roles.ts'
import { loadMe, may } from '../models/session.ts'

/** Who may see the site, and as what. */
export function Team() {
  const { data, error, reload } = useResource<{ members: Member[] }>('/api/v1/members')
  const action = useAction()
  useEffect(() => {
    document.title = 'Team · Earshot'
  }, [])
  async function changed(self: boolean) {
    // Who changes their own role may see less from now on, this list perhaps no more.
    if (self) await loadMe()
    if (may('manager')) reload()
  }
  return (
    <>
      <header class="top">
        <Heading>Team</Heading>
        <a href="/settings/log">Who changed what</a>
      </header>
      <section class="block first" aria-labelledby="members">
        <h2 id="members">Members</h2>
        <p class="soft">Each role may do what the one before it may. A role taken away ends at once.</p>
        <dl class="roles small">
          {Object.entries(roleWords).map(([role, says]) => (
            <div key={role}>
              <dt>{role}</dt>
              <dd class="soft">{says}</dd>
            </div>
          ))}
        </dl>
        <Refusal error={error ?? action.error} />
        <ul class="list">
          {data?.members.map((member) => (
            <TeamMember key={member.id} {...{ member, action, changed }} />
          ))}
        </ul>
      </section>
      {may('owner') && <TeamInvite />}
    </>
  )
}
