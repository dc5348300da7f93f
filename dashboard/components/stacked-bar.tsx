import { number, type Part } from '../models/wording.ts'

interface Props {
  parts: Part[]
  /** The category that filters now, and what choosing one does. */
  chosen: string | null
  choose: (category: string | null) => void
}

/** Shares of the answers by category, best first; each part and its name filter the feed. */
export function StackedBar({ parts, chosen, choose }: Props) {
  const n = parts.reduce((sum, part) => sum + part.n, 0)
  const label = parts.map((part) => `${part.n} ${part.name}`).join(', ')
  return (
    <div class="stack">
      <div class="stack-bar" role="img" aria-label={n === 0 ? 'No answers' : label}>
        {parts.map((part) => part.n > 0 && <i key={part.category} class={part.tone} style={{ flexGrow: part.n }} />)}
      </div>
      <ul class="stack-key">
        {parts.map((part) => (
          <li key={part.category}>
            <button
              type="button"
              class="link num"
              aria-pressed={chosen === part.category}
              onClick={() => choose(chosen === part.category ? null : part.category)}
            >
              <i class={`dot ${part.tone}`} /> <b>{number(part.n)}</b> {part.name}{' '}
              <span class="soft">{n === 0 ? '' : `${number((100 * part.n) / n)} %`}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
