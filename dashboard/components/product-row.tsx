import type { ProductRow as Row } from '../../worker/contract/products.ts'
import type { Interval } from '../../worker/contract/report.ts'
import { rangeText } from '../models/wording.ts'
import { useScope } from './scope.ts'
import { ScoreCells } from './score-cells.tsx'
import { Whisker } from './whisker.tsx'

interface Props {
  row: Row
  mark: number | null
  range: Interval
  days: { from: string; to: string }
}

/** What those say whose order holds a product, or one of a category. */
export function ProductRow({ row, mark, range, days }: Props) {
  const { metric, scale } = useScope()
  const { value, name, category, score, interval, few, caution } = row
  const beneath = [name && value, category].filter(Boolean).join(' · ')
  return (
    <tr class={few ? 'thin' : ''}>
      <th scope="row">
        <bdi>{name ?? value ?? 'Without a category'}</bdi>
        {beneath && (
          <small class="soft">
            <bdi>{beneath}</bdi>
          </small>
        )}
        {caution && <small class="caution">{caution}</small>}
      </th>
      <ScoreCells of={row} days={days}>
        {interval && <small class="soft phone">{rangeText(metric, scale, interval)}</small>}
      </ScoreCells>
      <td class="drawn">
        <Whisker {...{ metric, scale, score, interval }} part={{ range, mark }} hollow={few} />
      </td>
    </tr>
  )
}
