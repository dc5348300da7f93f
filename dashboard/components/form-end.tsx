import type { ComponentChildren } from 'preact'
import { Refusal } from './refusal.tsx'

interface Props {
  /** What sending the form does: "Save". */
  verb: string
  busy: boolean
  error: string
  cancel: () => void
  /** Another way out, between sending and leaving. */
  children?: ComponentChildren
}

/** How a small form ends: send it, or leave it; and why it was refused. */
export function FormEnd({ verb, busy, error, cancel, children }: Props) {
  return (
    <>
      <p class="row">
        <button type="submit" class="primary" disabled={busy}>
          {verb}
        </button>
        {children}
        <button type="button" class="quiet" onClick={cancel}>
          Cancel
        </button>
      </p>
      <Refusal error={error} />
    </>
  )
}
