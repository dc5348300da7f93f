import type { CustomerPage } from '../../../worker/contract/customer-page.ts'
import { spentWords, standingWords } from '../../models/customer.ts'
import { longDay } from '../../models/days.ts'
import { number } from '../../models/wording.ts'

/** What is known of a customer: their standing in a sentence, what they gave and spent, and what the shop told. */
export function CustomerFacts({ customer }: { customer: CustomerPage }) {
  const { atRisk, traits, since, responses, shortened, orders } = customer
  const standing = standingWords(customer)
  const open = responses.filter((one) => one.case && one.case.closedAt === null).length
  const facts: [name: string, value: string][] = [
    ['answers', `${number(responses.length)}${shortened ? ', the newest' : ''}`],
    ['ordered', spentWords(orders) || 'nothing known'],
    ['open cases', number(open)],
    ...Object.entries(traits).map(([name, value]): [string, string] => [
      name,
      typeof value === 'number' ? number(value, Number.isInteger(value) ? 0 : 2) : String(value),
    ]),
  ]
  return (
    <section class="known" aria-label="What is known">
      {standing && <p class={atRisk ? 'notice bad' : 'notice'}>{standing}</p>}
      <dl class="facts customer-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd class="num">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {since && <p class="small soft">As the shop told it on {longDay(since.slice(0, 10))}.</p>}
    </section>
  )
}
