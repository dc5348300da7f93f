import { useState } from 'preact/hooks'
import type { ReplyTemplate as Template } from '../../../worker/contract/reply.ts'
import { useAction } from '../../models/action.ts'
import { call } from '../../models/api.ts'
import { languageName } from '../../models/editor/languages.ts'
import { ofSite } from '../../models/session.ts'
import { ConfirmButton } from '../confirm-button.tsx'
import { Refusal } from '../refusal.tsx'
import { TemplateForm } from './template-form.tsx'

/** One template: what it says, and the way to change it. */
export function ReplyTemplate({ template, changed }: { template: Template; changed: () => void }) {
  const [isEdited, setEdited] = useState(false)
  const { busy, error, run } = useAction()
  const { id, name, subject, text, language } = template
  const path = `/api/v1/reply-templates/${id}`
  const remove = () =>
    run(async () => {
      await call('DELETE', ofSite(path))
      changed()
    })
  if (isEdited)
    return (
      <li>
        <TemplateForm
          template={{ name, subject, text, language }}
          verb="Save"
          save={async (words) => {
            await call('PATCH', ofSite(path), words)
            setEdited(false)
            changed()
          }}
          cancel={() => setEdited(false)}
        />
      </li>
    )
  return (
    <li>
      <h2>
        <bdi>{name}</bdi> <span class="small soft">{languageName(language)}</span>
      </h2>
      <p lang={language} dir="auto">
        {subject}
      </p>
      <p class="small soft template-text" lang={language} dir="auto">
        {text}
      </p>
      <div class="row small">
        <button type="button" disabled={busy} onClick={() => setEdited(true)}>
          Edit<span class="hidden"> {name}</span>
        </button>
        <ConfirmButton verb="Delete" what={name} disabled={busy} act={remove} />
      </div>
      <Refusal error={error} />
    </li>
  )
}
