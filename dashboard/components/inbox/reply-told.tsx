import type { Reply } from '../../../worker/contract/reply.ts'
import { useAction } from '../../models/action.ts'
import { call } from '../../models/api.ts'
import { replyWords } from '../../models/replies.ts'
import { ofSite } from '../../models/session.ts'
import { whenNext } from '../../models/webhook-words.ts'
import { Refusal } from '../refusal.tsx'

interface Props {
  /** The response's id. */
  id: string
  reply: Reply
  /** Undefined where there is no address any more. */
  retried: (() => void) | undefined
}

/** What became of a reply, and the way to try again where it failed. */
export function ReplyTold({ id, reply, retried }: Props) {
  const { busy, error, run } = useAction()
  const failed = reply.error !== ''
  const retry = () =>
    run(async () => {
      await call('POST', ofSite(`/api/v1/responses/${id}/replies/${reply.id}/retry`))
      retried?.()
    })
  return (
    <>
      <p class={failed ? 'reply-told failed small row' : 'reply-told small soft'}>
        {replyWords(reply)}
        {failed && reply.dueAt && <>. The next try is {whenNext(reply.dueAt)}.</>}
        {failed && retried && (
          <button type="button" disabled={busy} onClick={retry}>
            Try again<span class="hidden">: {reply.subject}</span>
          </button>
        )}
      </p>
      <Refusal error={error} />
    </>
  )
}
