import { useState } from 'preact/hooks'

interface Props {
  /** "Revoke" */
  verb: string
  /** What it is done to, for those who hear the button without its row. */
  what: string
  disabled: boolean
  act: () => void
}

/** For what can't be taken back: the first press asks, the second acts, going elsewhere forgets. */
export function ConfirmButton({ verb, what, disabled, act }: Props) {
  const [asked, setAsked] = useState(false)
  function press() {
    setAsked(!asked)
    if (asked) act()
  }
  return (
    <button
      type="button"
      class={asked ? 'danger sure' : 'danger quiet'}
      disabled={disabled}
      onClick={press}
      onBlur={() => setAsked(false)}
      aria-label={asked ? `Yes, ${verb.toLowerCase()} ${what}` : `${verb} ${what}`}
    >
      <span aria-live="polite">{asked ? `${verb} for good?` : verb}</span>
    </button>
  )
}
