import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Survey } from '../../worker/contract/survey.ts'
import { TemplateChoice } from '../components/editor/template-choice.tsx'
import { Heading } from '../components/heading.tsx'
import { Refusal } from '../components/refusal.tsx'
import { Wording } from '../components/wording.tsx'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import { standards, templates } from '../models/editor/templates.ts'
import { may, ofSite, site } from '../models/session.ts'
import { NotFound } from './not-found.tsx'

/** A draft from a template, to be edited before anybody sees it. */
export function NewSurvey() {
  const { route } = useLocation()
  const shop = site.value?.name ?? 'us'
  const groups = useMemo(() => ({ touchpoints: templates(shop), metrics: standards(shop) }), [shop])
  const [chosen, setChosen] = useState(groups.touchpoints.find(({ id }) => id === 'order-success') ?? groups.touchpoints[0])
  const { busy, error, sends } = useAction()
  useEffect(() => {
    document.title = 'New survey · Earshot'
  }, [])
  if (!may('manager') || !chosen) return <NotFound />
  const { metric, questions } = chosen.survey
  const submit = sends(async () => {
    const survey = await call<Survey>('POST', ofSite('/api/v1/surveys'), { name: chosen?.name, ...chosen?.survey })
    route(`/surveys/${survey.id}/edit`)
  })
  return (
    <>
      <header class="top">
        <Heading>New survey</Heading>
      </header>
      <form class="template-form" onSubmit={submit}>
        <div>
          <TemplateChoice title="For a touchpoint of the shop" of={groups.touchpoints} chosen={chosen} choose={setChosen} />
          <TemplateChoice title="For any touchpoint" of={groups.metrics} chosen={chosen} choose={setChosen} />
        </div>
        <div class="template-end">
          <Wording metric={metric} questions={questions} />
          <p class="soft small">
            Nobody is asked before you publish it. Then rarely: not again for 90 days after an answer, 30 after a no, 7 after any
            other survey. All of it can be changed.
          </p>
          <Refusal error={error} />
          <div class="row">
            <button type="submit" class="primary" disabled={busy}>
              Make the draft
            </button>
            <a class="button quiet" href="/">
              Cancel
            </a>
          </div>
        </div>
      </form>
    </>
  )
}
