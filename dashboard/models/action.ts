import { useState } from 'preact/hooks'
import { noteRefusal } from './session.ts'

export interface Action {
  busy: boolean
  /** What the last attempt was refused with, fit to be shown. */
  error: string
  run: (work: () => Promise<void>) => Promise<void>
}

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
  return { busy, error, run }
}

/** A form's text fields by name, trimmed. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]))
}
