import { useState } from 'preact/hooks'
import type { ResponseItem } from '../../worker/contract/response.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { statusNames } from '../models/inbox.ts'
import { ofSite } from '../models/session.ts'

/** What has become of a response's case; where it has none, the way into the inbox. */
export function TakeUp({ item }: { item: ResponseItem }) {
  const [status, setStatus] = useState(item.status)
  const { busy, error, run } = useAction()
  const take = () =>
    run(async () => {
      const answer = await call<ResponseItem>('PATCH', ofSite(`/api/v1/responses/${item.id}`), { status: 'in-progress' })
      setStatus(answer.status)
    })
  return (
    <span>
      {' · '}
      {status === 'new' ? (
        <button type="button" class="link" disabled={busy} onClick={take}>
          Take it up
        </button>
      ) : (
        <a href="/inbox">{statusNames[status].toLowerCase()}</a>
      )}
      {error && <span role="alert"> {error}</span>}
    </span>
  )
}
