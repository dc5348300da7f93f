import type { CaseEvent, CaseItem, CaseHistory as History } from '../../../worker/contract/case.ts'
import { ago } from '../../models/days.ts'
import { statuses, statusNames } from '../../models/inbox.ts'
import { useResource } from '../../models/resource.ts'
import { Refusal } from '../refusal.tsx'
import { ReplyTold } from './reply-told.tsx'

interface Props {
  item: CaseItem
  turn: string
  changed: () => void
}

/** What was done, first to last. */
export function CaseHistory({ item, turn, changed }: Props) {
  const { id } = item
  const { data, error } = useResource<History>(`/api/v1/responses/${id}/history`, turn)
  return (
    <section class="case-history" aria-labelledby="case-history">
      <h3 id="case-history">History</h3>
      <Refusal error={error} />
      <ol>
        {data?.events.map((event, i) => (
          <li key={i} class={event.kind}>
            <p class="small">
              <Told event={event} />{' '}
              <time class="soft" dateTime={event.at} title={new Date(event.at).toLocaleString('en-GB')}>
                {ago(event.at)}
              </time>
            </p>
            {(event.kind === 'note' || event.kind === 'reply') && (
              <p dir="auto" class="text">
                {event.value}
              </p>
            )}
            {event.reply && <ReplyTold {...{ id }} reply={event.reply} retried={item.contact ? changed : undefined} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Told({ event: { kind, value, by, reply } }: { event: CaseEvent }) {
  const who = by ? <bdi>{by.name ?? 'Somebody who has left'}</bdi> : null
  if (kind === 'opened') return who ? <>{who} opened it</> : <>Came in by {value ? <bdi>{value}</bdi> : 'a rule or a key'}</>
  const does = who ?? 'By a key or a rule:'
  if (kind === 'status')
    return (
      <>
        {does} marked it {statusNames[statuses.find((one) => one === value) ?? 'new'].toLowerCase()}
      </>
    )
  if (kind === 'owner')
    return value ? (
      <>
        {does} gave it to <bdi>{value}</bdi>
      </>
    ) : (
      <>{does} left it to nobody</>
    )
  if (kind === 'due')
    return value ? (
      <>
        {does} set it due {new Date(value).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
      </>
    ) : (
      <>{does} took the due time away</>
    )
  if (reply)
    return (
      <>
        {does} replied: <bdi>{reply.subject}</bdi>
      </>
    )
  return <>{does} noted</>
}
