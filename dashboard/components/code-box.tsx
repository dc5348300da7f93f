import { useRef, useState } from 'preact/hooks'

/** Something to paste elsewhere, with a button that copies it. */
export function CodeBox({ code, label = 'Copy' }: { code: string; label?: string }) {
  const [said, setSaid] = useState('Copy')
  const text = useRef<HTMLElement>(null)
  async function copy() {
    try {
      await navigator.clipboard.writeText(code)
      setSaid('Copied')
    } catch {
      // Without https, or when the browser refuses: one key away from copied is the next best.
      if (text.current) getSelection()?.selectAllChildren(text.current)
      setSaid('Selected')
    }
  }
  return (
    <div class={`codebox ${code.includes('\n') ? 'lines' : ''}`}>
      <code ref={text}>{code}</code>
      <button type="button" onClick={copy} onBlur={() => setSaid('Copy')} aria-label={said === 'Copy' ? label : said}>
        <span aria-live="polite">{said}</span>
      </button>
    </div>
  )
}
