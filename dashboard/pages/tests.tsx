import { useEffect } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Survey } from '../../worker/contract/survey.ts'
import { Failed } from '../components/failed.tsx'
import { Heading } from '../components/heading.tsx'
import { PreviewLinks } from '../components/preview-links.tsx'
import { TestAnswers } from '../components/test-answers.tsx'
import { useResource } from '../models/resource.ts'
import { may } from '../models/session.ts'

/** A draft tried out on the shop's own pages, and what was answered there. */
export function Tests() {
  const { id = '' } = useRoute().params
  const { data: survey, error } = useResource<Survey>(`/api/v1/surveys/${encodeURIComponent(id)}`)
  useEffect(() => {
    if (survey) document.title = `Tests of ${survey.name} · Earshot`
  }, [survey])
  if (error) return <Failed error={error} />
  return (
    <>
      <header class="top">
        <Heading>{survey && `Tests of ${survey.name}`}</Heading>
        {may('manager') && <a href={`/surveys/${encodeURIComponent(id)}/edit`}>Edit</a>}
        <a href={`/surveys/${encodeURIComponent(id)}`}>Results</a>
      </header>
      {may('manager') && (
        <section class="block" aria-labelledby="try">
          <h2 id="try">Try it on your site</h2>
          <p class="soft">
            A link to a page of your shop on which the newest draft stands in for the live surveys, beside it a panel that lists
            everything that decides whether it shows, and why.
          </p>
          <PreviewLinks survey={id} />
        </section>
      )}
      {survey && <TestAnswers key={id} survey={survey} />}
    </>
  )
}
