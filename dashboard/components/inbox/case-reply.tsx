import { useState } from 'preact/hooks'
import type { CaseItem } from '../../../worker/contract/case.ts'
import type { ReplyGround } from '../../../worker/contract/reply.ts'
import { isClosed } from '../../models/inbox.ts'
import { useResource } from '../../models/resource.ts'
import { may } from '../../models/session.ts'
import { ReplyForm } from './reply-form.tsx'

interface Props {
  item: CaseItem
  replied: () => void
}

/** Writing to the shopper, where they left an e-mail address and the case is open. */
export function CaseReply({ item, replied }: Props) {
  return item.contact ? <Offered {...{ item, replied }} /> : null
}

function Offered({ item, replied }: Props) {
  const { data: ground } = useResource<ReplyGround>(`/api/v1/responses/${item.id}/reply`, item.case.revision)
  const [isOpen, setOpen] = useState(false)
  // Whoever left a number alone is called.
  if (!ground || ground.to.length === 0) return null
  // What somebody is writing stays, whatever becomes of the case meanwhile.
  if (isOpen)
    return (
      <ReplyForm
        id={item.id}
        ground={ground}
        sent={() => {
          setOpen(false)
          replied()
        }}
        cancel={() => setOpen(false)}
      />
    )
  if (isClosed(item)) return null
  if (ground.refusal !== null)
    return (
      <p class="small soft">
        No reply by mail: {ground.refusal}.{' '}
        {may('owner') && ground.from.replyTo === '' && <a href="/settings#site-reply-to">Set the address</a>}
      </p>
    )
  return (
    <div>
      <button type="button" id="case-reply" onClick={() => setOpen(true)}>
        Reply by mail{' '}
        <span aria-hidden="true">
          <kbd>r</kbd>
        </span>
      </button>
    </div>
  )
}
