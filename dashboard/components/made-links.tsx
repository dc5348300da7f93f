import type { Links, LinkView, Revoked } from '../../worker/contract/link.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { localDay, longDay } from '../models/days.ts'
import { useFurther } from '../models/further.ts'
import { useResource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import { number } from '../models/wording.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { More } from './more.tsx'
import { Refusal } from './refusal.tsx'

/** Personal links that were made, and what became of each. Their secrets are nowhere: a link that is lost is revoked, and made anew. */
export function MadeLinks({ path, turn, changed }: { path: string; turn: number; changed: () => void }) {
  const { data, error: unread } = useResource<Links>(`${path}/links`, turn)
  const { busy, error, run } = useAction()
  const further = useFurther(`${ofSite(path)} ${turn} ${data?.next}`, data?.next ?? null, async (cursor) => {
    const { links, next } = await call<Links>('GET', ofSite(`${path}/links?cursor=${cursor}`))
    return { items: links, next }
  })
  if (unread) return <Refusal error={unread} />
  if (!data || data.count === 0) return null
  const revoke = (id: string) => run(() => call<void>('DELETE', ofSite(`${path}/links/${id}`))).then(changed)
  const revokeAll = () => run(async () => void (await call<Revoked>('DELETE', ofSite(`${path}/links`)))).then(changed)
  return (
    <>
      <div class="row made-head">
        <h3 id="made">
          {number(data.count)} {data.count === 1 ? 'link' : 'links'} so far
        </h3>
        <ConfirmButton
          verb={data.count === 1 ? 'Revoke' : `Revoke all ${number(data.count)}`}
          what={data.count === 1 ? 'the only link' : 'links'}
          disabled={busy}
          act={() => void revokeAll()}
        />
      </div>
      <p class="soft small">A revoked link opens nothing any more, also for those who have begun. What was answered stays.</p>
      <Refusal error={error} />
      <ul class="list" aria-labelledby="made">
        {[...data.links, ...further.items].map((link) => (
          <li key={link.id}>
            <span>
              {link.respondent || 'Somebody without an id'}
              <br />
              <span class="soft small">{factsOf(link)}</span>
            </span>
            <ConfirmButton
              verb="Revoke"
              what={`the link of ${link.respondent || 'somebody without an id'}`}
              disabled={busy}
              act={() => void revoke(link.id)}
            />
          </li>
        ))}
      </ul>
      <More {...further} />
    </>
  )
}

const states = { unused: 'not used yet', begun: 'begun', answered: 'answered' }

function factsOf({ state, orderId, location, expiresAt }: LinkView): string {
  const lapsed = Date.parse(expiresAt) <= Date.now()
  const until = `${lapsed ? 'lapsed' : 'until'} ${longDay(localDay(expiresAt))}`
  return [states[state], orderId && `order ${orderId}`, location, until].filter(Boolean).join(', ')
}
