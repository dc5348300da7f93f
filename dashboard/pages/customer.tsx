import { useEffect } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { CustomerPage } from '../../worker/contract/customer-page.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { CustomerCases } from '../components/customer/customer-cases.tsx'
import { CustomerCourse } from '../components/customer/customer-course.tsx'
import { CustomerFacts } from '../components/customer/customer-facts.tsx'
import { CustomerTable } from '../components/customer/customer-table.tsx'
import { Failed } from '../components/failed.tsx'
import { Heading } from '../components/heading.tsx'
import { Progress } from '../components/progress.tsx'
import { Twin } from '../components/twin.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { scoredOf } from '../models/customer.ts'
import { useResource } from '../models/resource.ts'
import { partWords } from '../models/roles.ts'
import { site } from '../models/session.ts'
import { money } from '../models/wording.ts'

/** One identified customer, named by one of their responses: how they scored, what they ordered, and what is open. */
export function Customer() {
  const { id = '' } = useRoute().params
  // Keyed, so that nothing of one customer stands on another's page.
  return <Screen key={id} id={id} />
}

function Screen({ id }: { id: string }) {
  const { data, error } = useResource<CustomerPage>(`/api/v1/responses/${encodeURIComponent(id)}/customer`)
  const surveys = useResource<{ surveys: Survey[] }>('/api/v1/surveys').data?.surveys
  const part = site.value?.part ?? null
  useEffect(() => {
    // Titles stay in the browser's history: none says who somebody is.
    document.title = 'Customer · Earshot'
  }, [])
  if (error && !data) return <Failed error={error} />
  if (!data || !surveys) return <Progress busy />
  const { responses, orders, atRisk, shortened } = data
  const surveyOf = (of: string) => surveys.find((one) => one.id === of)
  const nameOf = (of: string) => surveyOf(of)?.name ?? 'a survey that is gone'
  const scores = scoredOf(responses, surveys)
  return (
    <>
      <header class="top">
        <div>
          <Heading>
            <bdi>{data.id}</bdi>
          </Heading>
          {part && (
            <p class="small soft">
              You see what is of <bdi>{partWords(part)}</bdi>.
            </p>
          )}
        </div>
        {atRisk && <span class="badge bad">at risk</span>}
      </header>
      <CustomerFacts customer={data} />
      {scores.length + orders.length > 1 && (
        <section class="block customer" aria-labelledby="course">
          <h2 id="course">Scores and orders over time</h2>
          <CustomerCourse scores={scores} orders={orders} />
          <Twin>{() => <CustomerTable scores={scores} orders={orders} />}</Twin>
        </section>
      )}
      <CustomerCases responses={responses} nameOf={nameOf} />
      <section class="block customer" aria-labelledby="answers">
        <h2 id="answers">In their words</h2>
        {responses.map((item) => (
          <Verbatim
            key={item.id}
            item={item}
            about={[nameOf(item.survey), orderWords(item.order)].filter(Boolean).join(' · ')}
            questions={surveyOf(item.survey)?.questions}
          />
        ))}
        {shortened && <p class="small soft beneath">Older answers are not shown.</p>}
      </section>
    </>
  )
}

/** "order of €80.00"; '' without a value. */
const orderWords = ({ value, currency }: CustomerPage['responses'][number]['order']) =>
  value === undefined ? '' : `order of ${money(currency ?? null, value)}`
