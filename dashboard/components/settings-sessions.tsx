import type { Session } from '../../worker/contract/people.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { ago } from '../models/days.ts'
import { useResource } from '../models/resource.ts'
import { signOut } from '../models/session.ts'
import { Refusal } from './refusal.tsx'

/** Where one is signed in; each can be ended from here. */
export function SessionSettings() {
  const { data, error: unread, reload } = useResource<{ sessions: Session[] }>('/api/v1/sessions')
  const { busy, error, run } = useAction()
  const revoke = (id: string) => run(() => call<void>('DELETE', `/api/v1/sessions/${id}`)).then(reload)
  return (
    <section class="block" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <Refusal error={unread ?? error} />
      <ul class="list">
        {data?.sessions.map((session) => (
          <li key={session.id}>
            <span>
              {browserName(session.agent)} <span class="soft small">since {ago(session.createdAt)}</span>
            </span>
            {session.current ? (
              <button type="button" disabled={busy} onClick={() => run(signOut)}>
                Sign out here
              </button>
            ) : (
              <button type="button" class="quiet danger" disabled={busy} onClick={() => revoke(session.id)}>
                End
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const browsers = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'] as const
const named: Record<(typeof browsers)[number], string> = {
  Edg: 'Edge',
  OPR: 'Opera',
  Firefox: 'Firefox',
  Chrome: 'Chrome',
  Safari: 'Safari',
}
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux']

/** "Firefox on Windows", as far as a User-Agent says. */
function browserName(agent: string): string {
  const browser = browsers.find((name) => agent.includes(`${name}/`))
  const system = systems.find((name) => agent.includes(name))
  return `${browser ? named[browser] : 'A browser'}${system ? ` on ${system.replace('Mac OS', 'macOS')}` : ''}`
}
