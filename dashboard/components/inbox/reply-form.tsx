import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReplyGround, ReplyTemplate, ReplyTemplates } from '../../../worker/contract/reply.ts'
import { useAction } from '../../models/action.ts'
import { call } from '../../models/api.ts'
import { type Draft, draftOf, emptyDraft, longestReply, longestSubject, suited } from '../../models/replies.ts'
import { useResource } from '../../models/resource.ts'
import { ofSite } from '../../models/session.ts'
import { Refusal } from '../refusal.tsx'
import { ReplyPreview } from './reply-preview.tsx'

interface Props {
  /** The response's id. */
  id: string
  ground: ReplyGround
  sent: () => void
  cancel: () => void
}

/** A reply: begun with a template or written freely, shown as it will be read, and sent once however often the button is pressed. */
export function ReplyForm({ id, ground, sent, cancel }: Props) {
  const templates = suited(useResource<ReplyTemplates>('/api/v1/reply-templates').data?.templates ?? [], ground.locale)
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(ground))
  const [template, setTemplate] = useState('')
  const [replaced, setReplaced] = useState<Draft | null>(null)
  const [contact, setContact] = useState(ground.to[0]?.question)
  const key = useRef(crypto.randomUUID())
  const first = useRef<HTMLSelectElement>(null)
  const { busy, error, run } = useAction()
  useEffect(() => first.current?.focus(), [])

  function choose(chosen: ReplyTemplate | undefined) {
    const before = templates.find((one) => one.id === template)
    const untouched = before ? draftOf(before, ground) : emptyDraft(ground)
    setReplaced(JSON.stringify(untouched) === JSON.stringify(draft) ? null : draft)
    setTemplate(chosen?.id ?? '')
    setDraft(chosen ? draftOf(chosen, ground) : emptyDraft(ground))
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    void run(async () => {
      await call('POST', ofSite(`/api/v1/responses/${id}/replies`), { key: key.current, ...draft, ...(contact && { contact }) })
      sent()
    })
  }
  const isEmpty = draft.subject.trim() === '' || draft.text.trim() === ''
  return (
    <form
      class="reply-form"
      aria-labelledby="reply"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit()
      }}
    >
      <h3 id="reply">Reply</h3>
      <p class="small soft">
        To{' '}
        {ground.to.length === 1 ? (
          <bdi class="address">{ground.to[0]?.address}</bdi>
        ) : (
          <select aria-label="To" value={contact} onChange={(event) => setContact(event.currentTarget.value)}>
            {ground.to.map(({ question, address }) => (
              <option key={question} value={question}>
                {address}
              </option>
            ))}
          </select>
        )}
        , from <bdi>{ground.from.name}</bdi>; answers go to <bdi class="address">{ground.from.replyTo}</bdi>
      </p>
      <label>
        <span>Begin with</span>
        <select
          ref={first}
          value={template}
          onChange={(event) => choose(templates.find((one) => one.id === event.currentTarget.value))}
        >
          <option value="">an empty page</option>
          {templates.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({one.language})
            </option>
          ))}
        </select>
      </label>
      {replaced && (
        <p class="small soft" role="status">
          That replaced what you had written.{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              setDraft(replaced)
              setReplaced(null)
            }}
          >
            Bring it back
          </button>
        </p>
      )}
      <label>
        <span>Subject</span>
        <input
          value={draft.subject}
          maxLength={longestSubject}
          required
          onInput={(event) => setDraft({ ...draft, subject: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>Text</span>
        <textarea
          id="reply-text"
          rows={9}
          value={draft.text}
          maxLength={longestReply}
          required
          dir="auto"
          onInput={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        />
      </label>
      {!isEmpty && (
        <div class="as-sent">
          <h4>As it will be sent</h4>
          <ReplyPreview {...{ draft }} shop={ground.from.name} said={ground.said} />
        </div>
      )}
      <Refusal error={error} />
      <div class="row">
        <button type="submit" class="primary" disabled={busy || isEmpty}>
          Send the reply
        </button>
        <button type="button" class="quiet" disabled={busy} onClick={cancel}>
          Don’t send
        </button>
      </div>
    </form>
  )
}
