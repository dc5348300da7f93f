import { useEffect } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Survey } from '../../worker/contract/survey.ts'
import { Failed } from '../components/failed.tsx'
import { Heading } from '../components/heading.tsx'
import { HeldAnswers } from '../components/held-answers.tsx'
import { useResource } from '../models/resource.ts'

/** A survey's answers that look forged, until somebody has looked. */
export function Quarantine() {
  const { id = '' } = useRoute().params
  const { data: survey, error } = useResource<Survey>(`/api/v1/surveys/${encodeURIComponent(id)}`)
  useEffect(() => {
    if (survey) document.title = `Held back from ${survey.name} · Earshot`
  }, [survey])
  if (error) return <Failed error={error} />
  return (
    <>
      <header class="top">
        <Heading>{survey && `Held back from ${survey.name}`}</Heading>
        <a href={`/surveys/${encodeURIComponent(id)}`}>Results</a>
      </header>
      {survey && <HeldAnswers key={id} survey={survey} />}
    </>
  )
}
