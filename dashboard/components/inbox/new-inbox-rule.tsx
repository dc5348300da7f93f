import { useEffect, useState } from 'preact/hooks'
import type { CaseOwners, InboxPreview } from '../../../worker/contract/case.ts'
import type { Conditions } from '../../../worker/contract/conditions.ts'
import type { Survey } from '../../../worker/contract/survey.ts'
import { useAction } from '../../models/action.ts'
import { call } from '../../models/api.ts'
import { conditionWords } from '../../models/condition-words.ts'
import { ofSite } from '../../models/session.ts'
import { useTags } from '../../models/tags.ts'
import { ConditionFields } from '../condition-fields.tsx'
import { Refusal } from '../refusal.tsx'
import { previewWords } from './preview-words.ts'

interface Props {
  people: CaseOwners['people']
  surveys: readonly Survey[]
  made: () => void
}

const pauseMs = 300

/** A rule in the making, with what it would have taken. */
export function NewInboxRule({ people, surveys, made }: Props) {
  const [conditions, setConditions] = useState<Conditions>({ unhappy: true })
  const [preview, setPreview] = useState<InboxPreview | null>(null)
  const { busy, error, sends } = useAction()
  const tags = useTags().data?.tags ?? []
  const asked = JSON.stringify(conditions)
  useEffect(() => {
    setPreview(null)
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const look = call<InboxPreview>('POST', ofSite('/api/v1/inbox-rules/preview'), { conditions }, abort.signal)
      look.then(setPreview, () => {})
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked])
  const nameOf = (id: string) => surveys.find((survey) => survey.id === id)?.name ?? ''
  const send = sends(async ({ name, owner, hours }) => {
    const dueHours = hours ? Number(hours) : null
    await call('POST', ofSite('/api/v1/inbox-rules'), { name, conditions, owner: owner || null, dueHours })
    made()
  })
  return (
    <section class="block" aria-labelledby="new-rule">
      <h2 id="new-rule">A new rule</h2>
      <form class="form grid" onSubmit={send}>
        <label>
          <span>Name</span>
          <input name="name" required maxLength={120} placeholder="Valued and unhappy" />
        </label>
        <ConditionFields conditions={conditions} put={setConditions} surveys={surveys} tags={tags} />
        <label>
          <span>Given to</span>
          <select name="owner">
            <option value="">nobody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Due within hours</span>
          <input name="hours" type="number" min={1} max={8760} defaultValue="48" />
        </label>
        <p class="small soft takes" role="status">
          Takes: {conditionWords(conditions, nameOf)}. {preview ? `It ${previewWords(preview)}` : 'Counting …'}
        </p>
        <Refusal error={error} />
        <button type="submit" class="primary" disabled={busy}>
          Add the rule
        </button>
      </form>
    </section>
  )
}
