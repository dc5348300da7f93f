import { parts } from './parts.ts'
import type { Run } from './run.ts'

/** The end: thanks, or that the answer is gone. */
export function Thanks({ run }: { run: Run }) {
  const { title, text } = run.ending
  return (
    <div class="thanks">
      <h2 id="title">{title}</h2>
      <p>{text}</p>
      {run.phase !== 'erased' && parts.beneath?.(run)}
    </div>
  )
}
