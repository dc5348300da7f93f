import { useEffect } from 'preact/hooks'
import type { Alert } from '../../worker/contract/alert.ts'
import { AlertLine } from '../components/alerts/alert-line.tsx'
import { AlertStarts } from '../components/alerts/alert-starts.tsx'
import { Heading } from '../components/heading.tsx'
import { Progress } from '../components/progress.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useAlertGround } from '../models/alert-ground.ts'
import { useResource } from '../models/resource.ts'

/** What the site tells to whom, when it comes or when a score falls. */
export function Alerts() {
  const { data, error } = useResource<{ alerts: Alert[] }>('/api/v1/alerts')
  const { ground, unread } = useAlertGround()
  useEffect(() => {
    document.title = 'Alerts · Earshot'
  }, [])
  const alerts = data?.alerts ?? []
  return (
    <>
      <Progress busy={!data && !error} />
      <header class="top">
        <Heading>Alerts</Heading>
        {alerts.length > 0 && (
          <a class="button primary" href="/alerts/new">
            New alert
          </a>
        )}
      </header>
      <Refusal error={error ?? unread} />
      {data && alerts.length === 0 && <AlertStarts />}
      {alerts.length > 0 && (
        <section class="block first told" aria-label="Alerts">
          <p class="soft">What should not wait: told as it comes, or when a score falls by more than chance.</p>
          <ul class="list">
            {alerts.map((alert) => (
              <AlertLine key={alert.id} {...{ alert, ground }} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
