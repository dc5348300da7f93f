import { currencyIn, type Filters, scoreIn, worthIn } from '../models/filters.ts'

interface Props {
  filters: Filters
  change: (change: Partial<Filters>) => void
}

/** Which scores, of whom, and with which orders: filters that need more than one choice, set together. */
export function FurtherFilters({ filters, change }: Props) {
  const { scoreAtLeast, scoreAtMost, unhappy, atRisk, contact, orderValueAtLeast, orderCurrency } = filters
  const set = { scoreAtLeast, scoreAtMost, unhappy, atRisk, contact, orderValueAtLeast, orderCurrency }
  const n = Object.values(set).filter((value) => value !== null && value !== false).length
  return (
    <details class="dates-picker further-filters">
      <summary class="button">More filters{n > 0 && <span class="num soft"> {n}</span>}</summary>
      <form
        class="pop"
        // Its fields keep what is being typed while answers arrive; other filters make another form.
        key={JSON.stringify(set)}
        onSubmit={(event) => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          const text = (name: string) => String(data.get(name) ?? '')
          const bounds = [scoreIn(text('least')), scoreIn(text('most'))] as const
          const turned = bounds[0] !== null && bounds[1] !== null && bounds[0] > bounds[1]
          const [least, most] = turned ? [bounds[1], bounds[0]] : bounds
          event.currentTarget.closest('details')?.removeAttribute('open')
          change({
            ...{ scoreAtLeast: least, scoreAtMost: most },
            ...{ unhappy: data.has('unhappy'), atRisk: data.has('risk'), contact: data.has('contact') },
            ...{ orderValueAtLeast: worthIn(text('worth')), orderCurrency: currencyIn(text('currency')) },
          })
        }}
      >
        <div class="pair">
          <label class="field">
            <span>Score from</span>
            <input type="number" name="least" min={0} max={10} defaultValue={textOf(scoreAtLeast)} />
          </label>
          <label class="field">
            <span>to</span>
            <input type="number" name="most" min={0} max={10} defaultValue={textOf(scoreAtMost)} />
          </label>
        </div>
        <div class="pair">
          <label class="field">
            <span>Order at least</span>
            <input type="number" name="worth" min={0} max={1e9} step="any" defaultValue={textOf(orderValueAtLeast)} />
          </label>
          <label class="field">
            <span>Currency</span>
            <input
              name="currency"
              maxLength={3}
              pattern="[A-Za-z]{3}"
              placeholder="any"
              autocomplete="off"
              defaultValue={orderCurrency ?? ''}
            />
          </label>
        </div>
        <label class="check">
          <input type="checkbox" name="unhappy" defaultChecked={unhappy} /> The unhappy only
        </label>
        <label class="check">
          <input type="checkbox" name="risk" defaultChecked={atRisk} /> Valued customers at risk
        </label>
        <label class="check">
          <input type="checkbox" name="contact" defaultChecked={contact} /> Left a way to be reached
        </label>
        <button type="submit" class="primary">
          Show
        </button>
      </form>
    </details>
  )
}

const textOf = (value: number | null) => (value === null ? '' : String(value))
