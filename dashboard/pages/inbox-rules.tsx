import { useEffect } from 'preact/hooks'
import type { CaseOwners, InboxRules as Rules } from '../../worker/contract/case.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { Heading } from '../components/heading.tsx'
import { InboxRule } from '../components/inbox/inbox-rule.tsx'
import { NewInboxRule } from '../components/inbox/new-inbox-rule.tsx'
import { Refusal } from '../components/refusal.tsx'
import { useResource } from '../models/resource.ts'

/** Which responses need somebody. */
export function InboxRules() {
  const { data, error, reload } = useResource<Rules>('/api/v1/inbox-rules')
  const people = useResource<CaseOwners>('/api/v1/cases/owners').data?.people ?? []
  const surveys = useResource<{ surveys: Survey[] }>('/api/v1/surveys').data?.surveys ?? []
  useEffect(() => {
    document.title = 'Rules of the inbox · Earshot'
  }, [])
  const nameOf = (id: string) => surveys.find((survey) => survey.id === id)?.name ?? 'a survey that is gone'
  return (
    <>
      <header class="top">
        <div>
          <Heading>Rules of the inbox</Heading>
          <p class="small soft">
            The first rule that takes a response opens its case, a minute after the answer at the latest.{' '}
            <a href="/inbox">To the inbox</a>
          </p>
        </div>
      </header>
      <Refusal error={error} />
      {data?.rules.length === 0 && <p class="empty soft">There is no rule: nothing comes into the inbox by itself.</p>}
      <ol class="plain rule-list">
        {data?.rules.map((rule, i) => (
          <InboxRule key={rule.id} {...{ rule, nameOf, people }} position={i} last={data.rules.length - 1} changed={reload} />
        ))}
      </ol>
      <NewInboxRule {...{ people, surveys }} made={reload} />
    </>
  )
}
