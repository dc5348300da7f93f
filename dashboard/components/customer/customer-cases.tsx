import type { CustomerPage } from '../../../worker/contract/customer-page.ts'
import { ago } from '../../models/days.ts'
import { dueWords, statusNames } from '../../models/inbox.ts'

interface Props {
  responses: CustomerPage['responses']
  nameOf: (survey: string) => string
}

/** What is being done about this customer's responses. */
export function CustomerCases({ responses, nameOf }: Props) {
  const open = responses.flatMap((item) => (item.case && item.case.closedAt === null ? [{ ...item, case: item.case }] : []))
  if (open.length === 0) return null
  return (
    <section class="block" aria-labelledby="open-cases">
      <h2 id="open-cases">Open cases</h2>
      <ul class="list">
        {open.map((item) => {
          const due = dueWords({ ...item, respondent: null })
          return (
            <li key={item.id}>
              <span>
                {nameOf(item.survey)}
                {item.score !== null && `, score ${item.score}`}
                <br />
                <span class="small soft">
                  {statusNames[item.status].toLowerCase()} ·{' '}
                  {item.case.owner ? <bdi>{item.case.owner.name ?? 'somebody who has left'}</bdi> : 'nobody’s'} · opened{' '}
                  {ago(item.case.openedAt)}
                </span>
              </span>
              {due && <span class={due.late ? 'small late num' : 'small soft num'}>{due.words}</span>}
              <a href="/inbox">To the inbox</a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
