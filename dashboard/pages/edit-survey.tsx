import { useEffect } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Survey } from '../../worker/contract/survey.ts'
import { Bones } from '../components/bones.tsx'
import { Editor } from '../components/editor/editor.tsx'
import { Failed } from '../components/failed.tsx'
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
  if (error) return <Failed error={error} />
  return data ? <Editor survey={data} /> : <Bones />
}
