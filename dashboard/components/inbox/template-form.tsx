import { useRef, useState } from 'preact/hooks'
import type { ReplyTemplate } from '../../../worker/contract/reply.ts'
import { places } from '../../../worker/domain/reply-places.ts'
import { useAction } from '../../models/action.ts'
import { draftOf, longestReply, longestSubject, sample } from '../../models/replies.ts'
import { site } from '../../models/session.ts'
import { Refusal } from '../refusal.tsx'
import { ReplyPreview } from './reply-preview.tsx'

type Words = Omit<ReplyTemplate, 'id'>

interface Props {
  template: Words
  verb: string
  save: (template: Words) => Promise<void>
  cancel?: () => void
}

/** A template being written, beside what somebody would read. */
export function TemplateForm({ template, verb, save, cancel }: Props) {
  const [words, setWords] = useState(template)
  const text = useRef<HTMLTextAreaElement>(null)
  const { busy, error, run } = useAction()
  const put = (change: Partial<Words>) => setWords((before) => ({ ...before, ...change }))
  const shop = site.value?.name ?? ''
  function insert(place: string) {
    const box = text.current
    if (!box) return
    box.setRangeText(place, box.selectionStart, box.selectionEnd, 'end')
    put({ text: box.value })
    box.focus()
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    void run(() => save(words))
  }
  const draft = draftOf({ ...words, id: '' }, { places: { ...sample.places, shop } })
  return (
    <form class="template-form" onSubmit={send}>
      <div class="template-fields">
        <div class="pair">
          <label>
            <span>Name</span>
            <input value={words.name} required maxLength={120} onInput={(event) => put({ name: event.currentTarget.value })} />
          </label>
          <label>
            <span>Language</span>
            <input
              value={words.language}
              required
              maxLength={35}
              pattern="[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
              title="A language tag such as de or pt-BR"
              spellcheck={false}
              onInput={(event) => put({ language: event.currentTarget.value.trim() })}
            />
          </label>
        </div>
        <label>
          <span>Subject</span>
          <input
            value={words.subject}
            required
            maxLength={longestSubject}
            onInput={(event) => put({ subject: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>Text</span>
          <textarea
            ref={text}
            rows={10}
            value={words.text}
            required
            maxLength={longestReply}
            dir="auto"
            onInput={(event) => put({ text: event.currentTarget.value })}
          />
        </label>
        <fieldset class="reply-places small">
          <legend class="soft">Filled for each shopper; what isn’t known is left out</legend>
          {places.map((place) => (
            <button key={place} type="button" onClick={() => insert(`{${place}}`)}>
              <span class="hidden">Insert </span>
              {`{${place}}`}
            </button>
          ))}
        </fieldset>
        <Refusal error={error} />
        <div class="row">
          <button type="submit" class="primary" disabled={busy}>
            {verb}
          </button>
          {cancel && (
            <button type="button" class="quiet" disabled={busy} onClick={cancel}>
              Cancel
            </button>
          )}
        </div>
      </div>
      <div class="as-sent">
        <h3>As Ann would read it</h3>
        <ReplyPreview {...{ draft, shop }} said={sample.said} />
      </div>
    </form>
  )
}
