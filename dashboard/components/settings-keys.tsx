import { useState } from 'preact/hooks'
import type { ApiKey } from '../../worker/contract/people.ts'
import { ladder } from '../../worker/domain/roles.ts'
import { fieldsOf, useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { longDay } from '../models/days.ts'
import { useResource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import { CodeBox } from './code-box.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

/** Keys by which the shop's own programs send and read. */
export function KeySettings() {
  const { data, error: unread, reload } = useResource<{ keys: ApiKey[] }>('/api/v1/keys')
  const [made, setMade] = useState<(ApiKey & { key: string }) | null>(null)
  const { busy, error, run } = useAction()
  function create(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const wanted = fieldsOf(event.currentTarget)
    void run(async () => {
      setMade(await call('POST', ofSite('/api/v1/keys'), wanted))
      reload()
    })
  }
  const remove = (id: string) => run(() => call<void>('DELETE', ofSite(`/api/v1/keys/${id}`))).then(reload)
  return (
    <section class="block" aria-labelledby="api-keys">
      <h2 id="api-keys">API keys</h2>
      <p class="soft">
        For your own programs; what they can do is in{' '}
        <a href="/api/openapi.json" target="_blank" rel="noreferrer">
          the API’s description
        </a>
        .
      </p>
      <Refusal error={unread ?? error} />
      <ul class="list">
        {data?.keys.map((key) => (
          <li key={key.id}>
            <span>
              {key.name}{' '}
              <span class="soft small">
                {key.role}, since {longDay(key.createdAt.slice(0, 10))}
              </span>
            </span>
            <ConfirmButton verb="Revoke" what={key.name} disabled={busy} act={() => void remove(key.id)} />
          </li>
        ))}
      </ul>
      {made && (
        <div class="notice" role="status">
          <p>The key “{made.name}”, shown only now:</p>
          <CodeBox label="Copy the key" code={made.key} />
        </div>
      )}
      {/* A new key gives a new form, with its defaults. */}
      <form class="form grid" key={made?.id} onSubmit={create}>
        <div class="field">
          <label for="key-name">Name</label>
          <input id="key-name" name="name" maxLength={120} placeholder="Nightly import" required />
        </div>
        <div class="field">
          <label for="key-role">Role</label>
          <select id="key-role" name="role" defaultValue="manager">
            {ladder.map((role) => (
              <option key={role} selected={role === 'manager'}>
                {role}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" disabled={busy}>
          Make a key
        </button>
      </form>
    </section>
  )
}
