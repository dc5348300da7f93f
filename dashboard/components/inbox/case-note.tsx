import { useState } from 'preact/hooks'

/** As the API takes one. */
const longest = 2_000

/** A note for the others who work on it. What was typed stays until it is stored. */
export function CaseNote({ add }: { add: (note: string) => Promise<boolean> }) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  async function send(event: SubmitEvent) {
    event.preventDefault()
    const note = text.trim()
    if (!note || busy) return
    setBusy(true)
    if (await add(note)) setText('')
    setBusy(false)
  }
  return (
    <form class="case-note" onSubmit={send}>
      <label for="case-note">
        Note{' '}
        <span aria-hidden="true">
          <kbd>w</kbd>
        </span>{' '}
        <span class="soft small">for your team; the customer doesn’t see it</span>
      </label>
      <textarea
        id="case-note"
        rows={3}
        maxLength={longest}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit()
        }}
      />
      <button type="submit" disabled={busy || text.trim() === ''}>
        Add the note
      </button>
    </form>
  )
}
