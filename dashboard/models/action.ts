import { useState } from 'preact/hooks'
import { noteRefusal } from './session.ts'

export interface Action {
  busy: boolean
  /** What the last attempt was refused with, fit to be shown. */
  error: string
  run: (work: () => Promise<void>) => Promise<void>
  /** For a form: runs the work with its text fields by name, trimmed, at once, while the browser knows that somebody pressed. */
  sends: (work: (fields: Record<string, string>) => Promise<void>) => (event: Submitted) => void
}

type Submitted = SubmitEvent & { currentTarget: HTMLFormElement }

/** Something a button does: busy meanwhile, and its refusal kept to be shown beside it. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  async function run(work: () => Promise<void>) {
    setBusy(true)
    setError('')
    try {
      await work()
    } catch (refused) {
      noteRefusal(refused)
      setError(refused instanceof Error ? refused.message : 'That didn’t work.')
    } finally {
      setBusy(false)
    }
  }
  const sends: Action['sends'] = (work) => (event) => {
    event.preventDefault()
    const fields = fieldsOf(event.currentTarget)
    void run(() => work(fields))
  }
  return { busy, error, run, sends }
}

/** A form's text fields by name, trimmed. */
function fieldsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]))
}
