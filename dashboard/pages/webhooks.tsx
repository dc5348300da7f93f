import { useEffect } from 'preact/hooks'
import type { CreatedEndpoint, Endpoint } from '../../worker/contract/webhook.ts'
import { Heading } from '../components/heading.tsx'
import { Progress } from '../components/progress.tsx'
import { Refusal } from '../components/refusal.tsx'
import { SecretNotice } from '../components/webhooks/secret-notice.tsx'
import { WebhookForm } from '../components/webhooks/webhook-form.tsx'
import { useSecrets } from '../models/secrets.ts'
import { may } from '../models/session.ts'
import { hearsOf, nameOf, stateWords } from '../models/webhook-words.ts'

/** Whom the site tells of what happens. */
export function Webhooks() {
  const { data, unread, made, make, ...action } = useSecrets<{ webhooks: Endpoint[] }, CreatedEndpoint>('/api/v1/webhooks')
  useEffect(() => {
    document.title = 'Webhooks · Earshot'
  }, [])
  return (
    <>
      <Progress busy={!data && !unread} />
      <header class="top">
        <Heading>Webhooks</Heading>
        <a href="/settings">Settings</a>
      </header>
      <section class="block first told" aria-label="Webhooks">
        <p class="soft">
          Your systems and channels hear of responses and alerts within a minute, and again for three days where they don’t
          answer.
        </p>
        <Refusal error={unread} />
        {data?.webhooks.length === 0 && (
          <p class="notice">
            Nobody is told yet.{' '}
            {may('owner')
              ? 'Add an address below: a program of yours, or a channel of your team.'
              : 'An owner can add an address: a program of yours, or a channel of your team.'}
          </p>
        )}
        <ul class="list">
          {data?.webhooks.map((one) => (
            <li key={one.id}>
              <span>
                <a href={`/settings/webhooks/${one.id}`}>
                  <bdi>{nameOf(one)}</bdi>
                </a>{' '}
                <span class={`badge ${stateWords[one.state].badge}`}>{stateWords[one.state].says}</span>
                <br />
                <span class="soft small">
                  <code>{one.url}</code> · {hearsOf(one)}
                  {one.waiting > 0 && ` · ${one.waiting.toLocaleString('en')} on their way`}
                </span>
              </span>
            </li>
          ))}
        </ul>
        <SecretNotice made={made} />
      </section>
      {may('owner') && (
        <section class="block" aria-labelledby="add">
          <h2 id="add">Add a webhook</h2>
          {/* A new one gives a new form, empty again. */}
          <WebhookForm key={made?.id} action={action} verb="Add it" send={make} />
        </section>
      )}
    </>
  )
}
