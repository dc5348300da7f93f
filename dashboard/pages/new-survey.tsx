import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Metric } from '../../worker/contract/category.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { standardQuestions } from '../../worker/domain/standard.ts'
import { Heading } from '../components/heading.tsx'
import { Refusal } from '../components/refusal.tsx'
import { Wording } from '../components/wording.tsx'
import { fieldsOf, useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { may, ofSite, site } from '../models/session.ts'
import { metricNames } from '../models/wording.ts'
import { NotFound } from './not-found.tsx'

const metrics: { metric: Exclude<Metric, 'none'>; says: string }[] = [
  { metric: 'nps', says: 'Would they recommend you? For loyalty, after an order or a delivery.' },
  { metric: 'csat', says: 'Were they satisfied? For something they just experienced.' },
  { metric: 'ces', says: 'Was it easy? For a task: checkout, a return, a question to support.' },
]

const touchpoints = ['product', 'search', 'cart', 'checkout', 'order-success', 'delivery', 'return', 'support']

/** A survey from the metric's standard wording, live at once. */
export function NewSurvey() {
  const { route } = useLocation()
  const [metric, setMetric] = useState<Exclude<Metric, 'none'>>('nps')
  const { busy, error, run } = useAction()
  useEffect(() => {
    document.title = 'New survey · Earshot'
  }, [])
  if (!may('manager')) return <NotFound />
  function submit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const { name, touchpoint } = fieldsOf(event.currentTarget)
    void run(async () => {
      const survey = await call<Survey>('POST', ofSite('/api/v1/surveys'), { name, metric, touchpoint })
      try {
        await call('POST', ofSite(`/api/v1/surveys/${survey.id}/publish`))
      } finally {
        // Made is made: its page offers to publish it again, a second try here would make it twice.
        route(`/surveys/${survey.id}`)
      }
    })
  }
  const questions = standardQuestions(metric, site.value?.name ?? 'us')
  return (
    <>
      <header class="top">
        <Heading>New survey</Heading>
      </header>
      <form class="form wide" onSubmit={submit}>
        <fieldset class="field">
          <legend>What do you want to know?</legend>
          <div class="choices">
            {metrics.map((one) => (
              <label key={one.metric}>
                <input type="radio" name="metric" checked={metric === one.metric} onChange={() => setMetric(one.metric)} />
                <span>
                  <strong>{metricNames[one.metric]}</strong> <span class="soft small">{one.metric.toUpperCase()}</span>
                </span>
                <small>{one.says}</small>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="field">
          <label for="name">Name</label>
          <input id="name" name="name" maxLength={120} placeholder="Order success" required />
          <small>For you and your team; shoppers don’t see it.</small>
        </div>
        <div class="field">
          <label for="touchpoint">Touchpoint</label>
          <input
            id="touchpoint"
            name="touchpoint"
            list="touchpoints"
            pattern="[a-z0-9][a-z0-9_\-]*"
            title="Lower-case letters, digits, - and _"
            maxLength={64}
            placeholder="any page"
          />
          <datalist id="touchpoints">
            {touchpoints.map((touchpoint) => (
              <option key={touchpoint} value={touchpoint} />
            ))}
          </datalist>
          <small>
            Asked only on pages whose tag says so, as in <code>data-touchpoint="checkout"</code>; empty for every page.
          </small>
        </div>
        <Wording metric={metric} questions={questions} />
        <p class="soft small">
          Asked 10 seconds into a page that carries the site’s tag (it is in the settings), and rarely: not again for 90 days
          after an answer, 30 after a no, 7 after any other survey.
        </p>
        <Refusal error={error} />
        <div class="row">
          <button type="submit" class="primary" disabled={busy}>
            Create and publish
          </button>
          <a class="button quiet" href="/">
            Cancel
          </a>
        </div>
      </form>
    </>
  )
}
