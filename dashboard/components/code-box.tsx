import { useState } from 'preact/hooks'

/** Something to paste elsewhere, with a button that copies it. */
export function CodeBox({ code, label = 'Copy' }: { code: string; label?: string }) {
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(code)
    setCopied(true)
  }
  return (
    <div class="codebox">
      <code>{code}</code>
      <button type="button" onClick={copy} onBlur={() => setCopied(false)} aria-label={label}>
        <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
      </button>
    </div>
  )
}
