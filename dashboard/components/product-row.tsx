import type { ProductRow as Row } from '../../worker/contract/products.ts'
import type { Interval } from '../../worker/contract/report.ts'
import { IntervalFigure } from './interval-figure.tsx'
import { ProductTag } from './product-tag.tsx'
import { useScope } from './scope.ts'
import { ScoreCells } from './score-cells.tsx'
import { Whisker } from './whisker.tsx'

interface Props {
  row: Row
  mark: number | null
  range: Interval
  days: { from: string; to: string }
  /** Whether its comments alone are read. */
  chosen: boolean
  /** Reads the comments about it; of those, the ones with a tag. Null for what has no name to ask by. */
  choose: ((tag?: string) => void) | null
}

/** What those say whose order holds a product, or one of a category. */
export function ProductRow({ row, mark, range, days, chosen, choose }: Props) {
  const { metric, scale } = useScope()
  const { value, name, category, n, score, interval, few, caution, tags } = row
  const beneath = [name && value, category].filter(Boolean).join(' · ')
  const said = tags.map((tag) => <ProductTag key={tag.name} {...{ tag, n, days }} choose={choose && (() => choose(tag.name))} />)
  return (
    <tr class={[few && 'thin', chosen && 'chosen'].filter(Boolean).join(' ')}>
      <th scope="row">
        {choose ? (
          <button type="button" class="link" aria-pressed={chosen} onClick={() => choose()}>
            <bdi>{name ?? value}</bdi>
          </button>
        ) : (
          'Without a category'
        )}
        {beneath && (
          <small class="soft">
            <bdi>{beneath}</bdi>
          </small>
        )}
        {caution && <small class="caution">{caution}</small>}
        {tags.length > 0 && <span class="tagged phone">{said}</span>}
      </th>
      <td class="said-most">
        <span class="tagged">{said}</span>
      </td>
      <ScoreCells of={row} days={days}>
        {interval && (
          <small class="soft phone">
            <IntervalFigure of={row} days={days} />
          </small>
        )}
      </ScoreCells>
      <td class="drawn">
        <Whisker {...{ metric, scale, score, interval }} part={{ range, mark }} hollow={few} />
      </td>
    </tr>
  )
}
