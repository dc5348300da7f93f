import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { Digest as DigestItem, Digests, SentDigest } from '../../worker/contract/digest.ts'
import { ActiveBadge } from '../components/active-badge.tsx'
import { ConfirmButton } from '../components/confirm-button.tsx'
import { DigestForm } from '../components/digests/digest-form.tsx'
import { DigestPreview } from '../components/digests/digest-preview.tsx'
import { NoMail } from '../components/digests/no-mail.tsx'
import { Failed } from '../components/failed.tsx'
import { Heading } from '../components/heading.tsx'
import { Progress } from '../components/progress.tsx'
import { Refusal } from '../components/refusal.tsx'
import { type AlertGround, useAlertGround } from '../models/alert-ground.ts'
import { call } from '../models/api.ts'
import { aboutOf, lastOf, leftOf, missingOf, nextOf, readersOf, whenOf } from '../models/digest-words.ts'
import { useManaged } from '../models/managed.ts'
import { useResource } from '../models/resource.ts'
import { ofSite, site } from '../models/session.ts'

/** One digest, or as `new` the one that isn't there yet. */
export function Digest() {
  const { id = '' } = useRoute().params
  const { ground, unread } = useAlertGround()
  if (unread && !ground) return <Failed error={unread} />
  if (!ground) return <Progress busy />
  return id === 'new' ? <NewDigest ground={ground} /> : <OneDigest key={id} {...{ id, ground }} />
}

function NewDigest({ ground }: { ground: AlertGround }) {
  const { route } = useLocation()
  useEffect(() => {
    document.title = 'New digest · Earshot'
  }, [])
  return (
    <>
      <header class="top">
        <Heading>New digest</Heading>
        <a href="/digests">All digests</a>
      </header>
      <DigestForm
        verb="Make it"
        ground={ground}
        send={async (wanted) => {
          const { id } = await call<DigestItem>('POST', ofSite('/api/v1/digests'), wanted)
          route(`/digests/${id}`)
        }}
      />
    </>
  )
}

function OneDigest({ id, ground }: { id: string; ground: AlertGround }) {
  const path = `/api/v1/digests/${encodeURIComponent(id)}`
  const { data, unread, said, busy, error, act, change, turn, remove } = useManaged<DigestItem>(path, {
    list: '/digests',
    title: 'Digests',
  })
  const mails = useResource<Digests>('/api/v1/digests').data?.mails ?? true
  if (unread && !data) return <Failed error={unread} />
  if (!data) return <Progress busy />
  const { name, active } = data
  const missing = missingOf(data)
  const left = leftOf(data)
  const send = act(async () => {
    const { to } = await call<SentDigest>('POST', ofSite(`${path}/send`))
    return `It is on its way to ${to}.`
  })
  return (
    <>
      <header class="top">
        <Heading>
          <bdi>{name}</bdi>
        </Heading>
        <ActiveBadge active={active} off="paused" />
        <a href="/digests">All digests</a>
      </header>
      <section class="block first told" aria-label="State">
        <p>
          About <bdi>{aboutOf(data, ground.views, ground.surveys)}</bdi>, {whenOf(data)}, to{' '}
          <bdi>{readersOf(data, ground) || 'nobody'}</bdi>.{' '}
          <span class="soft">
            {lastOf(data)} {nextOf(data, site.value?.timeZone ?? 'UTC')}
          </span>
        </p>
        {left && <p class="soft small">{left}</p>}
        {missing && <p class="notice bad">{missing}</p>}
        {!mails && <NoMail />}
        <p class="row">
          <button type="button" disabled={busy || !mails} onClick={send}>
            Send one now to me
          </button>
          <button type="button" class={active ? '' : 'primary'} disabled={busy} onClick={turn(!active)}>
            {active ? 'Pause' : 'Resume'}
          </button>
          <ConfirmButton verb="Delete" what={name} disabled={busy} act={remove} />
        </p>
        <p role="status">{said}</p>
        <Refusal error={error} />
      </section>
      {!missing && <DigestPreview digest={data} />}
      <section class="block" aria-labelledby="change">
        <h2 id="change">Change it</h2>
        {/* What was saved gives a new form, which shows it. */}
        <DigestForm key={JSON.stringify(data)} verb="Save" digest={data} ground={ground} send={change} />
      </section>
    </>
  )
}
