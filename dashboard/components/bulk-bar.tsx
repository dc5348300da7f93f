import { number } from '../models/wording.ts'

interface Props {
  count: number
  tag: () => void
  clear: () => void
}

/** What is done with several responses at once, while some are selected. */
export function BulkBar({ count, tag, clear }: Props) {
  return (
    <div class="bulk" role="status">
      {count > 0 && (
        <div>
          <span class="num">{number(count)} selected</span>
          <button type="button" class="primary" onClick={tag}>
            Tag{' '}
            <span aria-hidden="true">
              <kbd>t</kbd>
            </span>
          </button>
          <button type="button" class="quiet" onClick={clear}>
            Clear<span class="hidden"> the selection</span>
          </button>
        </div>
      )}
    </div>
  )
}
