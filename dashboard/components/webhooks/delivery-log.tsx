import { useState } from 'preact/hooks'
import type { Deliveries, Endpoint } from '../../../worker/contract/webhook.ts'
import { useAction } from '../../models/action.ts'
import { call } from '../../models/api.ts'
import { addDays, localDay } from '../../models/days.ts'
import { useFurther } from '../../models/further.ts'
import { useResource } from '../../models/resource.ts'
import { may, ofSite } from '../../models/session.ts'
import { More } from '../more.tsx'
import { Refusal } from '../refusal.tsx'
import { DeliveryLine } from './delivery-line.tsx'

/** What was sent to a webhook in the last 30 days; what failed can be sent again. */
export function DeliveryLog({ endpoint, changed }: { endpoint: Endpoint; changed: () => void }) {
  const [failedOnly, setFailedOnly] = useState(false)
  const [turn, setTurn] = useState(0)
  const [said, setSaid] = useState('')
  const path = `/api/v1/webhooks/${endpoint.id}`
  const list = `${path}/deliveries?limit=50${failedOnly ? '&state=failed' : ''}`
  const { data, error: unread } = useResource<Deliveries>(list, turn)
  const further = useFurther(`${ofSite(list)} ${turn} ${data?.next}`, data?.next ?? null, (cursor) =>
    call<Deliveries>('GET', ofSite(`${list}&cursor=${cursor}`)),
  )
  const { busy, error, run, sends } = useAction()
  const items = [...(data?.items ?? []), ...further.items]
  const mayReplay = may('owner') && endpoint.state === 'active'
  function again() {
    setTurn(turn + 1)
    changed()
  }
  const replay = (id: string) =>
    void run(async () => {
      await call('POST', ofSite(`${path}/deliveries/${id}/replay`))
      again()
    })
  const replayAll = sends(async ({ since }) => {
    const asked = { since: new Date(`${since}T00:00`).toISOString() }
    const { replayed } = await call<{ replayed: number }>('POST', ofSite(`${path}/replay`), asked)
    setSaid(`${replayed.toLocaleString('en')} on their way again.`)
    again()
  })
  const today = localDay(new Date().toISOString())
  return (
    <section class="block" aria-labelledby="deliveries">
      <h2 id="deliveries">What was sent</h2>
      <p class="soft">In the last 30 days, the newest first. Up to ten attempts each, over about 75 hours.</p>
      <p class="row">
        <label class="check">
          <input type="checkbox" checked={failedOnly} onChange={(event) => setFailedOnly(event.currentTarget.checked)} /> Only
          what failed
        </label>
      </p>
      <Refusal error={unread ?? error} />
      {data && items.length === 0 && <p class="soft">{failedOnly ? 'Nothing failed.' : 'Nothing yet.'}</p>}
      <ul class="list" aria-label="Deliveries">
        {items.map((delivery) => (
          <DeliveryLine
            key={delivery.id}
            {...{ delivery, busy }}
            replay={mayReplay && delivery.state !== 'void' ? () => replay(delivery.id) : undefined}
          />
        ))}
      </ul>
      <More {...further} />
      {mayReplay && items.length > 0 && (
        <form class="form grid" onSubmit={replayAll}>
          <div class="field">
            <label for="replay-since">Whatever failed since</label>
            <input id="replay-since" name="since" type="date" required defaultValue={addDays(today, -3)} max={today} />
          </div>
          <button type="submit" disabled={busy}>
            Send it again
          </button>
          <span class="small soft" role="status">
            {said}
          </span>
        </form>
      )}
    </section>
  )
}
