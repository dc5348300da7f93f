import { shareMeaning } from '../models/meaning.ts'
import { number, type Part } from '../models/wording.ts'
import { useDefinition } from './use-definition.tsx'

interface Props {
  parts: Part[]
  /** The category that filters now, and what choosing one does. */
  chosen: string | null
  choose: ((category: string | null) => void) | undefined
}

/** Shares of the answers by category, best first; each part and its name filter the feed. */
export function StackedBar({ parts, chosen, choose }: Props) {
  const n = parts.reduce((sum, part) => sum + part.n, 0)
  const toggle = choose && (({ category }: Part) => choose(chosen === category ? null : category))
  return (
    <div class={chosen === null ? 'stack' : 'stack narrowed'}>
      {/* The keys beneath say and do the same; this is for the pointer that aims at the colour. */}
      <div class="stack-bar" aria-hidden="true">
        {parts
          .filter((part) => part.n > 0)
          .map((part) => (
            <button
              key={part.category}
              type="button"
              tabIndex={-1}
              class={part.category === chosen ? `${part.tone} chosen` : part.tone}
              style={{ flexGrow: part.n }}
              disabled={!toggle}
              onClick={() => toggle?.(part)}
            />
          ))}
      </div>
      <ul class="stack-key">
        {parts.map((part) => (
          <Key key={part.category} part={part} n={n} pressed={chosen === part.category} press={toggle && (() => toggle(part))} />
        ))}
      </ul>
    </div>
  )
}

function Key({ part, n, pressed, press }: { part: Part; n: number; pressed: boolean; press: (() => void) | undefined }) {
  const { host, control, show, tip } = useDefinition(
    shareMeaning(`Share of ${part.name}`, [part.name, part.n], ['all scores', n]),
  )
  return (
    <li {...host}>
      <button type="button" class="num" aria-pressed={press && pressed} {...control} onClick={press ?? show}>
        <i class={`dot ${part.tone}`} /> <b>{number(part.n)}</b> {part.name}{' '}
        <span class="soft">{n === 0 ? '' : `${number((100 * part.n) / n)} %`}</span>
      </button>
      {tip}
    </li>
  )
}
