import type { ImportView } from '../../worker/contract/import.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { ago } from '../models/days.ts'
import { usePolled } from '../models/polled.ts'
import { useResource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import { number } from '../models/wording.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { Refusal } from './refusal.tsx'

/** What was imported, how far it is, and the way back. */
export function PastImports({ surveys, turn }: { surveys: Survey[]; turn: number }) {
  const { data, error: unread, reload } = useResource<{ imports: ImportView[] }>('/api/v1/imports', String(turn))
  const { busy, error, run } = useAction()
  const isUnderWay = ({ state }: ImportView) => state === 'running' || state === 'receiving' || state === 'undoing'
  usePolled(data?.imports.some(isUnderWay) ?? false, reload)
  const undo = (id: string) => run(() => call<void>('DELETE', ofSite(`/api/v1/imports/${id}`))).then(reload)
  const nameOf = (id: string) => surveys.find((survey) => survey.id === id)?.name ?? 'a survey'
  return (
    <section class="block wide" aria-labelledby="past">
      <h2 id="past">Imports so far</h2>
      <Refusal error={unread ?? error} />
      {data?.imports.length === 0 && <p class="soft">None yet.</p>}
      <ul class="list">
        {data?.imports.map((one) => (
          <li key={one.import}>
            <span>
              {nameOf(one.survey)} <span class="soft small">{ago(one.createdAt)}</span>
              <br />
              <span class="soft small num">{progress(one)}</span>
            </span>
            {(one.state === 'done' || one.state === 'running') && (
              <ConfirmButton
                verb="Undo"
                what={`the import into ${nameOf(one.survey)}, ${ago(one.createdAt)}`}
                disabled={busy}
                act={() => void undo(one.import)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function progress({ state, received, stored, duplicates, rejected }: ImportView): string {
  const counts = [
    `${number(stored)} stored`,
    duplicates > 0 && `${number(duplicates)} there already`,
    rejected > 0 && `${number(rejected)} refused`,
  ].filter(Boolean)
  switch (state) {
    case 'receiving':
      return 'The file is arriving …'
    case 'running':
      return `${number(received)} rows read so far: ${counts.join(', ')} …`
    case 'undoing':
      return 'Being undone …'
    case 'undone':
      return 'Undone'
    case 'done':
      return counts.join(', ')
  }
}
