import type { Change } from '../../models/editor/changes.ts'

const verbs = { added: 'Added', removed: 'Removed', changed: 'Changed' }

/** What differs between two states of a survey, to be read. */
export function ChangeList({ changes, label }: { changes: readonly Change[]; label: string }) {
  return (
    <ul class="changes" aria-label={label}>
      {changes.map(({ kind, what, from, to }) => (
        <li key={kind + what} class={kind}>
          <span class="badge">{verbs[kind]}</span>
          <span>
            {what}
            {(from !== undefined || to !== undefined) && (
              <span class="from-to">
                {from !== undefined && <del>{from}</del>} {to !== undefined && <ins>{to}</ins>}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
