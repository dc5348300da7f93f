import type { PageOrder } from '../../../worker/contract/customer-page.ts'
import type { Scored } from '../../models/customer.ts'
import { localDay, longDay } from '../../models/days.ts'
import { money, number } from '../../models/wording.ts'
import { Columns } from '../columns.tsx'

interface Props {
  scores: readonly Scored[]
  orders: readonly PageOrder[]
}

/** The scores and the orders as one list, the last first. */
export function CustomerTable({ scores, orders }: Props) {
  const rows = [
    ...scores.map(({ id, at, survey, score }) => ({ key: id, at, what: survey, score, worth: '' })),
    ...orders.map(({ id, at, value, currency }, i) => ({
      key: `order ${i}`,
      at: Date.parse(at),
      what: id === null ? 'An order' : `Order ${id}`,
      score: null,
      worth: value === null ? '' : money(currency, value),
    })),
  ].sort((a, b) => b.at - a.at)
  return (
    <table class="plain">
      <Columns of={[['Day'], ['What'], ['Score', 'r'], ['Order value', 'r']]} />
      <tbody>
        {rows.map(({ key, at, what, score, worth }) => (
          <tr key={key}>
            <th scope="row">{longDay(localDay(new Date(at).toISOString()))}</th>
            <td>
              <bdi>{what}</bdi>
            </td>
            <td class="r num">{score === null ? '' : number(score)}</td>
            <td class="r num">{worth}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
