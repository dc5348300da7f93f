import type { ProductRow as Row } from '../../worker/contract/products.ts'
import type { Interval } from '../../worker/contract/report.ts'
import { countMeaning, scoreMeaning } from '../models/meaning.ts'
import { number, rangeText, score as scoreText } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { useScope } from './scope.ts'
import { Whisker } from './whisker.tsx'

interface Props {
  row: Row
  mark: number | null
  range: Interval
  days: { from: string; to: string }
}

/** What those say whose order holds a product, or one of a category. */
export function ProductRow({ row, mark, range, days }: Props) {
  const scope = useScope()
  const { metric, scale } = scope
  const { value, name, category, n, score, interval, few, caution } = row
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
      <td class="r num">
        <Definition meaning={countMeaning(n)} days={days}>
          {number(n)}
        </Definition>
      </td>
      <td class="r num">
        <Definition meaning={scoreMeaning(scope, row)} days={days}>
          {score === null ? '–' : scoreText(metric, score)}
        </Definition>
        {interval && <small class="soft phone">{rangeText(metric, scale, interval)}</small>}
      </td>
      <td class="drawn">
        <Whisker {...{ metric, scale, score, interval }} part={{ range, mark }} hollow={few} />
      </td>
    </tr>
  )
}
