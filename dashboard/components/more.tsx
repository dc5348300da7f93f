import { Refusal } from './refusal.tsx'

interface Props {
  next: string | null
  busy: boolean
  error: string
  load: () => Promise<void>
  name?: string
}

/** The way on in a list that has more, and why it failed if it did. */
export function More({ next, busy, error, load, name = 'Show more' }: Props) {
  return (
    <>
      <Refusal error={error} />
      {next && (
        <button type="button" class="more" disabled={busy} onClick={load}>
          {name}
        </button>
      )}
    </>
  )
}
