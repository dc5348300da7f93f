import type { ApiKey, CreatedApiKey } from '../../worker/contract/people.ts'
import { localDay, longDay } from '../models/days.ts'
import { scopeWords } from '../models/roles.ts'
import { useSecrets } from '../models/secrets.ts'
import { CodeBox } from './code-box.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

const scopes = Object.entries(scopeWords)

/** Keys by which the shop's own programs send and read. */
export function KeySettings() {
  const { data, unread, made, busy, error, sends, make, takeBack } = useSecrets<{ keys: ApiKey[] }, CreatedApiKey>('/api/v1/keys')
  const create = sends(async ({ name, ...ticked }) => {
    const wanted = Object.keys(ticked)
    if (wanted.length === 0) throw new Error('Tick at least one thing the key may do.')
    await make({ name, scopes: wanted })
  })
  return (
    <section class="block" aria-labelledby="api-keys">
      <h2 id="api-keys">API keys</h2>
      <p class="soft">
        For your own programs; what they can do is in{' '}
        <a href="/api/docs" target="_blank" rel="noreferrer">
          the API’s description
        </a>
        .
      </p>
      <Refusal error={unread} />
      <ul class="list">
        {data?.keys.map((key) => (
          <li key={key.id}>
            <span>
              {key.name}{' '}
              <span class="soft small">
                {key.scopes.length === scopes.length ? 'may do everything' : `may ${key.scopes.join(', ')}`}, since{' '}
                {longDay(localDay(key.createdAt))}, {key.usedAt ? `last used ${longDay(localDay(key.usedAt))}` : 'never used'}
              </span>
            </span>
            <ConfirmButton verb="Revoke" what={key.name} disabled={busy} act={() => takeBack(key.id)} />
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
      <form class="form" key={made?.id} onSubmit={create}>
        <div class="field">
          <label for="key-name">Name of a new key</label>
          <input id="key-name" name="name" maxLength={120} placeholder="Nightly import" required />
        </div>
        <fieldset class="field">
          <legend>It may</legend>
          {scopes.map(([scope, does]) => (
            <label key={scope} class="check">
              <input type="checkbox" name={scope} defaultChecked={scope === 'read'} /> {does}
            </label>
          ))}
        </fieldset>
        <Refusal error={error} />
        <div class="row">
          <button type="submit" disabled={busy}>
            Make a key
          </button>
        </div>
      </form>
    </section>
  )
}
