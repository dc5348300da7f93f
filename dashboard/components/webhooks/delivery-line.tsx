import type { DeliveryView } from '../../../worker/contract/webhook.ts'
import { ago } from '../../models/days.ts'
import { deliveryWords, whenNext } from '../../models/webhook-words.ts'

interface Props {
  delivery: DeliveryView
  busy: boolean
  /** Sends it again; undefined where that can't be. */
  replay: (() => void) | undefined
}

/** What was sent, and what became of it. */
export function DeliveryLine({ delivery, busy, replay }: Props) {
  const { id, type, state, createdAt, dueAt } = delivery
  const time = (iso: string, words: string) => (
    <time dateTime={iso} title={new Date(iso).toLocaleString()}>
      {words}
    </time>
  )
  return (
    <li>
      <span>
        {type}{' '}
        <span class="soft small">
          {time(createdAt, ago(createdAt))} · <code>{id}</code>
        </span>
        <br />
        <span class={`small ${state === 'failed' ? 'caution' : 'soft'}`}>
          {deliveryWords(delivery)}
          {dueAt && <> · next {time(dueAt, whenNext(dueAt))}</>}
        </span>
      </span>
      {replay && (
        <button type="button" class="quiet" disabled={busy} onClick={replay} aria-label={`Send ${id} again`}>
          Send again
        </button>
      )}
    </li>
  )
}
