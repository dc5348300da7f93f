type Direction = 'ascending' | 'descending'

/** A column the table can be ordered by. */
export interface Order {
  /** How it is ordered by it, if it is. */
  now: Direction | undefined
  /** How a press would order it first. */
  first: Direction
  press: () => void
}

/** A column's name; "r" where numbers stand to the right, "drawn" where a drawing takes the room there is, "said-most" where tags do. */
export type Column = readonly [name: string, as?: 'r' | 'drawn' | 'drawn course' | 'said-most', order?: Order]

/** The head of a table. */
export function Columns({ of }: { of: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {of.map(([name, as, order]) => (
          <th key={name} scope="col" class={as} aria-sort={order?.now}>
            {order ? <SortButton name={name} order={order} /> : name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SortButton({ name, order: { now, first, press } }: { name: string; order: Order }) {
  return (
    <button type="button" class={now ? 'sort active' : 'sort'} onClick={press}>
      {name}
      <span aria-hidden="true">{(now ?? first) === 'ascending' ? '↑' : '↓'}</span>
    </button>
  )
}
