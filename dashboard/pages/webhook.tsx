import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { CreatedEndpoint, Endpoint, Tried } from '../../worker/contract/webhook.ts'
import { ConfirmButton } from '../components/confirm-button.tsx'
import { Failed } from '../components/failed.tsx'
import { Heading } from '../components/heading.tsx'
import { Progress } from '../components/progress.tsx'
import { Refusal } from '../components/refusal.tsx'
import { DeliveryLog } from '../components/webhooks/delivery-log.tsx'
import { SecretNotice } from '../components/webhooks/secret-notice.tsx'
import { WebhookForm } from '../components/webhooks/webhook-form.tsx'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { ago } from '../models/days.ts'
import { useResource } from '../models/resource.ts'
import { may, ofSite } from '../models/session.ts'
import { hearsOf, nameOf, stateWords, triedWords, whyDisabled } from '../models/webhook-words.ts'

/** One webhook: how it is, what its owner may do with it, and what was sent. */
export function Webhook({ id = '' }: { id?: string }) {
  const path = `/api/v1/webhooks/${encodeURIComponent(id)}`
  const { route } = useLocation()
  const { data, error: unread, reload } = useResource<Endpoint>(path)
  const [tried, setTried] = useState<Tried>()
  const [rotated, setRotated] = useState<CreatedEndpoint | null>(null)
  const action = useAction()
  const edit = useAction()
  useEffect(() => {
    if (data) document.title = `${nameOf(data)} · Webhooks · Earshot`
  }, [data])
  if (unread && !data) return <Failed error={unread} />
  if (!data) return <Progress busy />
  const act = (work: () => Promise<void>) => () => void action.run(work)
  const change = async (wanted: object) => {
    const changed = await call<Endpoint>('PATCH', ofSite(path), wanted)
    reload()
    return changed
  }
  const test = act(async () => {
    setTried(undefined)
    setTried(await call<Tried>('POST', ofSite(`${path}/test`)))
  })
  const rotate = act(async () => {
    setRotated(await call<CreatedEndpoint>('POST', ofSite(`${path}/rotate`)))
    reload()
  })
  const remove = act(async () => {
    await call('DELETE', ofSite(path))
    route('/settings/webhooks')
  })
  const isActive = data.state === 'active'
  return (
    <>
      <header class="top">
        <Heading>{nameOf(data)}</Heading>
        <span class={`badge ${stateWords[data.state].badge}`}>{stateWords[data.state].says}</span>
        <a href="/settings/webhooks">All webhooks</a>
      </header>
      <section class="block first told" aria-label="State">
        <p>
          <code class="address">{data.url}</code>
        </p>
        <p class="soft">
          Hears of {hearsOf(data)}
          {data.failures > 0 && `. ${data.failures.toLocaleString('en')} failed since it last took something`}
          {data.waiting > 0 && `. ${data.waiting.toLocaleString('en')} on their way`}.
        </p>
        {!isActive && (
          <p class={`notice ${data.state === 'paused' ? '' : 'bad'}`}>
            {whyDisabled[data.state]} That was {ago(data.stateAt)}.
          </p>
        )}
        {may('owner') && (
          <p class="row">
            <button type="button" disabled={action.busy} onClick={test}>
              Send a test
            </button>
            <button
              type="button"
              class={isActive ? '' : 'primary'}
              disabled={action.busy}
              onClick={act(async () => void (await change({ state: isActive ? 'paused' : 'active' })))}
            >
              {isActive ? 'Pause' : 'Resume'}
            </button>
            {data.kind === 'standard' && (
              <button type="button" disabled={action.busy} onClick={rotate}>
                New secret
              </button>
            )}
            <ConfirmButton verb="Remove" what={nameOf(data)} disabled={action.busy} act={remove} />
          </p>
        )}
        <p role="status" class={tried && !tried.ok ? 'caution' : ''}>
          {tried && triedWords(tried)}
        </p>
        <Refusal error={action.error} />
        <SecretNotice made={rotated} />
      </section>
      <DeliveryLog endpoint={data} changed={reload} />
      {may('owner') && (
        <section class="block" aria-labelledby="change">
          <h2 id="change">Change it</h2>
          <WebhookForm
            key={JSON.stringify([data.url, data.name, data.types])}
            {...{ action: edit, endpoint: data }}
            verb="Save"
            send={change}
          />
        </section>
      )}
    </>
  )
}
