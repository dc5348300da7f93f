import type { AuditLine } from '../../worker/contract/audit.ts'
import { auditWords, endWords, valueWords } from '../models/audit-words.ts'
import { ago } from '../models/days.ts'

interface Props {
  line: AuditLine
  /** What the ids of surveys and people are called. */
  names: ReadonlyMap<string, string>
  narrow: (to: { actor?: string; object?: string }) => void
}

/** What something is called that was made, renamed or deleted in this very line. */
function calledIn({ name, email }: AuditLine['changes']): string | undefined {
  const called = name ?? email
  return called ? valueWords(called[1] ?? called[0]) : undefined
}

/** What somebody did, and each field as it was and is. */
export function LogLine({ line, names, narrow }: Props) {
  const { at, actor, action, object, changes } = line
  const end = endWords(line)
  const name = names.get(object) ?? calledIn(changes)
  return (
    <li class="log-line">
      <p>
        <button type="button" class="link" onClick={() => narrow({ actor: actor.id })}>
          <bdi>{actor.name}</bdi>
        </button>{' '}
        {actor.id.startsWith('key_') && <span class="soft">(a key) </span>}
        {end && <span class="caution">{end}: </span>}
        {auditWords[action] ?? action}{' '}
        {object && object !== actor.id && (
          <button type="button" class="link" onClick={() => narrow({ object })}>
            {name ? <bdi>{name}</bdi> : <code class="small">{object}</code>}
          </button>
        )}
      </p>
      {Object.entries(changes).length > 0 && (
        <dl class="small soft">
          {Object.entries(changes).map(([field, values]) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                {values === null ? (
                  'changed'
                ) : (
                  <>
                    {values[0] !== null && (
                      <>
                        <bdi>{valueWords(values[0])}</bdi> →{' '}
                      </>
                    )}
                    <bdi>{valueWords(values[1])}</bdi>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="small soft">
        <time dateTime={at} title={new Date(at).toLocaleString()}>
          {ago(at)}
        </time>
      </p>
    </li>
  )
}
