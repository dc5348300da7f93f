import { useEffect } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Survey } from '../../worker/contract/survey.ts'
import { Bones } from '../components/bones.tsx'
import { Editor } from '../components/editor/editor.tsx'
import { Heading } from '../components/heading.tsx'
import { useResource } from '../models/resource.ts'
import { may } from '../models/session.ts'
import { NotFound } from './not-found.tsx'

/** One survey being edited. */
export function EditSurvey() {
  const { id = '' } = useRoute().params
  return <Screen key={id} id={id} />
}

function Screen({ id }: { id: string }) {
  const { data, error } = useResource<Survey>(`/api/v1/surveys/${encodeURIComponent(id)}`)
  useEffect(() => {
    document.title = `Edit ${data?.name ?? 'survey'} · Earshot`
  }, [data?.name])
  if (!may('manager')) return <NotFound />
  if (error) {
    return (
      <div class="empty">
        <Heading>That didn’t work</Heading>
        <p class="soft">{error}</p>
        <p>
          <a href="/">Back to the overview</a>
        </p>
      </div>
    )
  }
  return data ? <Editor survey={data} /> : <Bones />
}
