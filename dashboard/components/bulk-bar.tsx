import type { ComponentChildren } from 'preact'
import { number } from '../models/wording.ts'

interface Props {
  count: number
  clear: () => void
  /** What can be done with them. */
  children: ComponentChildren
}

/** What is done with several responses at once, while some are selected. */
export function BulkBar({ count, clear, children }: Props) {
  return (
    <div class="bulk" role="status">
      {count > 0 && (
        <div>
          <span class="num">{number(count)} selected</span>
          {children}
          <button type="button" class="quiet" onClick={clear}>
            Clear<span class="hidden"> the selection</span>
          </button>
        </div>
      )}
    </div>
  )
}
