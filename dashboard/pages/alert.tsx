import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { Alert as AlertItem } from '../../worker/contract/alert.ts'
import { ActiveBadge } from '../components/active-badge.tsx'
import { AlertFirings } from '../components/alerts/alert-firings.tsx'
import { AlertForm } from '../components/alerts/alert-form.tsx'
import { ConfirmButton } from '../components/confirm-button.tsx'
import { Failed } from '../components/failed.tsx'
import { Heading } from '../components/heading.tsx'
import { Progress } from '../components/progress.tsx'
import { Refusal } from '../components/refusal.tsx'
import { type AlertGround, toldWords, useAlertGround } from '../models/alert-ground.ts'
import { fallWords, goneOf, quietOf, testWords, whatOf } from '../models/alert-words.ts'
import { call } from '../models/api.ts'
import { ago } from '../models/days.ts'
import { useManaged } from '../models/managed.ts'
import { ofSite } from '../models/session.ts'

/** One alert, or as `new` the one that isn't there yet. */
export function Alert() {
  const { id = '' } = useRoute().params
  const { ground, unread } = useAlertGround()
  if (unread && !ground) return <Failed error={unread} />
  if (!ground) return <Progress busy />
  return id === 'new' ? <NewAlert ground={ground} /> : <OneAlert key={id} {...{ id, ground }} />
}

function NewAlert({ ground }: { ground: AlertGround }) {
  const { query, route } = useLocation()
  useEffect(() => {
    document.title = 'New alert · Earshot'
  }, [])
  return (
    <>
      <header class="top">
        <Heading>New alert</Heading>
        <a href="/alerts">All alerts</a>
      </header>
      <AlertForm
        key={query.of}
        verb="Make it"
        begin={query.of === 'fall' ? 'fall' : 'response'}
        ground={ground}
        send={async (wanted) => {
          const { id } = await call<AlertItem>('POST', ofSite('/api/v1/alerts'), wanted)
          route(`/alerts/${id}`)
        }}
      />
    </>
  )
}

function OneAlert({ id, ground }: { id: string; ground: AlertGround }) {
  const path = `/api/v1/alerts/${encodeURIComponent(id)}`
  const { data, unread, said, busy, error, act, change, turn, remove } = useManaged<AlertItem>(path, {
    list: '/alerts',
    title: 'Alerts',
  })
  if (unread && !data) return <Failed error={unread} />
  if (!data) return <Progress busy />
  const { name, active, kind, firedAt } = data
  const gone = goneOf(data)
  const quiet = quietOf(data)
  const test = act(async () => {
    const { told } = await call<{ told: number }>('POST', ofSite(`${path}/test`))
    return testWords(told)
  })
  return (
    <>
      <header class="top">
        <Heading>
          <bdi>{name}</bdi>
        </Heading>
        <ActiveBadge active={active} off="off" />
        <a href="/alerts">All alerts</a>
      </header>
      <section class="block first told" aria-label="State">
        <p>
          Tells <bdi>{toldWords(data, ground) || 'nobody'}</bdi> of <bdi>{whatOf(data, ground.views, ground.surveys)}</bdi>
          {quiet && `, ${quiet}`}.{' '}
          <span class="soft">{firedAt === null ? 'It has told of nothing yet.' : `It last told ${ago(firedAt)}.`}</span>
        </p>
        {kind === 'fall' && <p class="soft small">{fallWords}</p>}
        {gone && <p class="notice bad">{gone}</p>}
        <p class="row">
          <button type="button" disabled={busy} onClick={test}>
            Send a test
          </button>
          <button type="button" class={active ? '' : 'primary'} disabled={busy} onClick={turn(!active)}>
            {active ? 'Turn off' : 'Turn on'}
          </button>
          <ConfirmButton verb="Delete" what={name} disabled={busy} act={remove} />
        </p>
        <p role="status">{said}</p>
        <Refusal error={error} />
      </section>
      <AlertFirings id={data.id} surveys={ground.surveys} />
      <section class="block" aria-labelledby="change">
        <h2 id="change">Change it</h2>
        {/* What was saved gives a new form, which shows it. */}
        <AlertForm key={JSON.stringify(data)} verb="Save" alert={data} ground={ground} send={change} />
      </section>
    </>
  )
}
