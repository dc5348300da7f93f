import { useEffect, useState } from 'preact/hooks'
import { useAction } from '../models/action.ts'
import { sendForText } from '../models/api.ts'
import { ofSite } from '../models/session.ts'
import { FileDrop } from './file-drop.tsx'
import { MadeLinks } from './made-links.tsx'
import { Refusal } from './refusal.tsx'

/** A list of customers that comes back with a link a row. */
export function PersonalLinks({ path }: { path: string }) {
  const [file, setFile] = useState<File | null>(null)
  const [made, setMade] = useState('')
  const [turn, setTurn] = useState(0)
  const changed = () => setTurn((n) => n + 1)
  const { busy, error, run } = useAction()
  useEffect(() => () => URL.revokeObjectURL(made), [made])
  function choose(next: File) {
    setFile(next)
    setMade('')
    void run(async () => {
      const text = await sendForText(ofSite(`${path}/links.csv`), next, 'text/csv')
      setMade(URL.createObjectURL(new Blob([text], { type: 'text/csv' })))
      changed()
    })
  }
  return (
    <section class="block" aria-labelledby="personal">
      <h2 id="personal">Personal links</h2>
      <p class="soft">
        To ask after a delivery or a return, by your own mailer: a CSV file of customers comes back with a link in each row, good
        for one answer in the next 30 days. Kept are <code>respondent</code>, <code>locale</code>, <code>location</code>,{' '}
        <code>order.id</code>, <code>order.value</code>, <code>order.currency</code>, <code>order.skus</code>, columns{' '}
        <code>trait.NAME</code> and those called like a dimension; names and addresses are not.
      </p>
      <FileDrop file={file} choose={choose} busy={busy} accept=".csv,text/csv" kinds="CSV, up to 5,000 rows" />
      <Refusal error={error} />
      {made && (
        <p class="notice" role="status">
          The links are made, and told only here:{' '}
          <a href={made} download={`links ${file?.name ?? '.csv'}`}>
            the file with its links
          </a>
        </p>
      )}
      <MadeLinks path={path} turn={turn} changed={changed} />
    </section>
  )
}
