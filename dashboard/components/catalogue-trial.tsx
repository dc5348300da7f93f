import type { CatalogueUpload } from '../../worker/contract/catalogue.ts'
import { number } from '../models/wording.ts'
import { Reasons } from './reasons.tsx'

interface Props {
  trial: CatalogueUpload
  /** Whether it was stored, and not only tried. */
  done: boolean
  busy: boolean
  store: () => Promise<void>
  fileName: string
}

/** What comes of a catalogue file, which of its columns are read, and the button that stores it. */
export function CatalogueTrial({ trial, done, busy, store, fileName }: Props) {
  const { stored, replaced, rejected } = trial
  const count = stored + replaced
  return (
    <div class="trial">
      <div role="status">
        <p>
          <strong class="num">{done ? `Stored: ${counts(trial)}.` : counts(trial)}</strong>
        </p>
        <p class="soft small">{columns(trial)}</p>
      </div>
      {rejected > 0 && <Reasons {...trial} fileName={fileName} />}
      {!done && count > 0 && (
        <button type="button" class="primary" disabled={busy} onClick={store}>
          {busy ? 'Storing …' : `Store ${number(count)} ${count === 1 ? 'product' : 'products'}`}
        </button>
      )}
    </div>
  )
}

/** "1,204 new, 3 replaced, none refused" */
function counts({ stored, replaced, rejected }: CatalogueUpload): string {
  const say = (n: number) => (n === 0 ? 'none' : number(n))
  return `${number(stored)} new, ${say(replaced)} replaced, ${say(rejected)} refused`
}

/** "SKU from “Variant SKU”, name from “Title”, no category" */
function columns({ columns }: CatalogueUpload): string {
  const from = (what: string, column: string | null) => (column === null ? `no ${what}` : `${what} from “${column}”`)
  return `${[from('SKU', columns.sku), from('name', columns.name), from('category', columns.category)].join(', ')}.`
}
