import type { ImportView } from '../../worker/contract/import.ts'
import { number } from '../models/wording.ts'
import { Reasons } from './reasons.tsx'

interface Props {
  trial: ImportView
  done: ImportView | null
  busy: boolean
  store: () => Promise<void>
  fileName: string
}

/** What would come of the file, why rows would be refused, and the button that makes it so. */
export function ImportTrial({ trial, done, busy, store, fileName }: Props) {
  return (
    <section class="block wide" aria-labelledby="trial">
      <div role="status">
        <h2 id="trial">{sentence(trial)}</h2>
      </div>
      {trial.reasons.length > 0 && <Reasons {...trial} fileName={fileName} />}
      {done ? (
        <p class="notice" role="status">
          {done.state === 'done'
            ? `${number(done.stored)} stored. They count in reports from now on.`
            : 'The file is here. Its rows are stored in the background, some thousands a minute; you can leave this page.'}
        </p>
      ) : (
        trial.stored > 0 && (
          <div class="row import-go">
            <button type="button" class="primary" disabled={busy} onClick={store}>
              {busy ? 'Importing …' : `Import ${number(trial.stored)} ${trial.stored === 1 ? 'response' : 'responses'}`}
            </button>
            <span class="soft small">It can be undone below.</span>
          </div>
        )
      )}
    </section>
  )
}

/** "1,204 would be stored, 3 refused, 12 are there already" */
function sentence({ stored, rejected, duplicates }: ImportView): string {
  const there = duplicates > 0 ? `, ${number(duplicates)} ${duplicates === 1 ? 'is' : 'are'} there already` : ''
  return `${stored === 0 ? 'None' : number(stored)} would be stored, ${rejected === 0 ? 'none' : number(rejected)} refused${there}`
}
