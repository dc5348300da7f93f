import type { ImportView } from '../../worker/contract/import.ts'
import { csvLine } from '../../worker/domain/csv.ts'
import { number } from '../models/wording.ts'

interface Props {
  trial: ImportView
  done: ImportView | null
  busy: boolean
  store: () => Promise<void>
  fileName: string
}

/** Reasons on screen; the file has the rest. */
const shown = 10

/** What would come of the file, why rows would be refused, and the button that makes it so. */
export function ImportTrial({ trial, done, busy, store, fileName }: Props) {
  return (
    <section class="block wide" aria-labelledby="trial">
      <div role="status">
        <h2 id="trial">{sentence(trial)}</h2>
      </div>
      {trial.reasons.length > 0 && <Reasons trial={trial} fileName={fileName} />}
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

function Reasons({ trial: { reasons, rejected }, fileName }: { trial: ImportView; fileName: string }) {
  const file = () => new Blob(['\ufeff', csvLine(['row', 'reason']), ...reasons.map(({ row, reason }) => csvLine([row, reason]))])
  function download() {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file())
    link.download = `${fileName.replace(/\.[^.]*$/, '')}-refused.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <>
      <table class="plain reasons">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Why it is refused</th>
          </tr>
        </thead>
        <tbody>
          {reasons.slice(0, shown).map(({ row, reason }) => (
            <tr key={row}>
              <td class="num">{number(row)}</td>
              <td dir="auto">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="row small">
        <button type="button" onClick={download}>
          Download {reasons.length < rejected ? `the first ${number(reasons.length)} reasons` : 'the reasons'}
        </button>
        <span class="soft">Rows are counted below the header.</span>
      </p>
    </>
  )
}
