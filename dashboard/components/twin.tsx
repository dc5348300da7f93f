import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A chart's numbers as a table, for whoever wants them and on paper; made only then, since it may be long. */
export function Twin({ children }: { children: () => ComponentChildren }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const unfold = () => setOpen(true)
    addEventListener('beforeprint', unfold)
    return () => removeEventListener('beforeprint', unfold)
  }, [])
  return (
    <details class="twin" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show as a table</summary>
      {open && children()}
    </details>
  )
}
