import { useRef, useState } from 'preact/hooks'
import type { CatalogueUpload, Product } from '../../worker/contract/catalogue.ts'
import { useAction } from '../models/action.ts'
import { call, sendFile } from '../models/api.ts'
import type { Page } from '../models/pages.ts'
import { useResource } from '../models/resource.ts'
import { ofSite } from '../models/session.ts'
import { CatalogueTrial } from './catalogue-trial.tsx'
import { Columns } from './columns.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { FileDrop } from './file-drop.tsx'
import { Refusal } from './refusal.tsx'

const path = '/api/v1/catalogue'
/** As many products as show what the catalogue looks like. */
const some = 5

/** What the products of orders are called: a file at a time, tried before it is stored. */
export function CatalogueSettings() {
  const { data, error: unread, reload } = useResource<Page<Product>>(`${path}?limit=${some}`)
  const [file, setFile] = useState<File | null>(null)
  const [trial, setTrial] = useState<CatalogueUpload | null>(null)
  const [done, setDone] = useState(false)
  const { busy, error, run } = useAction()
  const chosen = useRef<File | null>(null)
  const send = (of: File, query: string) => sendFile<CatalogueUpload>(ofSite(path + query), of, 'text/csv')
  function choose(next: File) {
    chosen.current = next
    setFile(next)
    setTrial(null)
    setDone(false)
    void run(async () => {
      const found = await send(next, '?dryRun=1')
      // Another file may have been chosen meanwhile.
      if (chosen.current === next) setTrial(found)
    })
  }
  const store = (of: File) =>
    run(async () => {
      setTrial(await send(of, ''))
      setDone(true)
      reload()
    })
  async function clear() {
    // A trial was of the catalogue as it is no more.
    chosen.current = null
    setFile(null)
    setTrial(null)
    await run(() => call<void>('DELETE', ofSite(path)))
    reload()
  }
  return (
    <section class="block" aria-labelledby="catalogue">
      <h2 id="catalogue">Catalogue</h2>
      <p class="soft">
        Names and categories for the SKUs of your orders, from a CSV file as your shop system exports it. A SKU that is there
        already is replaced; nothing is deleted.
      </p>
      <Refusal error={unread ?? error} />
      {data && <Sample page={data} clear={() => void clear()} busy={busy} />}
      <div class="form">
        <FileDrop file={file} choose={choose} busy={busy} accept=".csv,.tsv,.txt,text/csv" kinds="CSV" />
      </div>
      {file && trial && <CatalogueTrial trial={trial} done={done} busy={busy} store={() => store(file)} fileName={file.name} />}
    </section>
  )
}

/** The first products, and the way to be rid of all. */
function Sample({ page: { items, next }, clear, busy }: { page: Page<Product>; clear: () => void; busy: boolean }) {
  if (items.length === 0) return <p class="soft">No products yet.</p>
  return (
    <>
      <table class="plain">
        <caption class="hidden">The first products of the catalogue</caption>
        <Columns of={[['SKU'], ['Name'], ['Category']]} />
        <tbody>
          {items.map(({ sku, name, category }) => (
            <tr key={sku}>
              <td>
                <bdi>{sku}</bdi>
              </td>
              <td dir="auto">{name}</td>
              <td dir="auto">{category}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="row small beneath">
        <span class="soft">{next ? `The first ${some}, by SKU.` : 'That is all.'}</span>
        <ConfirmButton verb="Clear" what="the whole catalogue" disabled={busy} act={clear} />
      </p>
    </>
  )
}
