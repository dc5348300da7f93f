import { useState } from 'preact/hooks'
import type { CaseOwners, InboxPreview, InboxRule as Rule } from '../../../worker/contract/case.ts'
import { useAction } from '../../models/action.ts'
import { call } from '../../models/api.ts'
import { conditionWords } from '../../models/condition-words.ts'
import { ofSite } from '../../models/session.ts'
import { number } from '../../models/wording.ts'
import { ConfirmButton } from '../confirm-button.tsx'
import { Refusal } from '../refusal.tsx'
import { DueField } from './due-field.tsx'
import { previewWords } from './preview-words.ts'

interface Props {
  rule: Rule
  people: CaseOwners['people']
  nameOf: (survey: string) => string
  position: number
  last: number
  changed: () => void
}

/** One rule: what it takes, for whom, and what can be done with it. */
export function InboxRule({ rule, people, nameOf, position, last, changed }: Props) {
  const { busy, error, run } = useAction()
  const [past, setPast] = useState<InboxPreview | null>(null)
  const [opened, setOpened] = useState<number | null>(null)
  const path = `/api/v1/inbox-rules/${rule.id}`
  const patch = (change: object) =>
    void run(async () => {
      await call('PATCH', ofSite(path), change)
      changed()
    })
  const look = () =>
    run(async () => {
      setOpened(null)
      setPast(await call<InboxPreview>('POST', ofSite('/api/v1/inbox-rules/preview'), { conditions: rule.conditions }))
    })
  const apply = () =>
    run(async () => {
      setOpened((await call<{ opened: number }>('POST', ofSite(`${path}/apply`))).opened)
      setPast(null)
    })
  const remove = () =>
    run(async () => {
      await call('DELETE', ofSite(path))
      changed()
    })
  return (
    <li>
      <h2>
        <bdi>{rule.name}</bdi>
        {!rule.active && <span class="badge paused">off</span>}
      </h2>
      <p>
        <bdi>{conditionWords(rule.conditions, nameOf)}</bdi>
      </p>
      {rule.gone.length > 0 && (
        <p class="notice bad small">It takes nothing now: {rule.gone.map(({ detail }) => detail).join('; ')}.</p>
      )}
      <div class="row small">
        <label class="inline row">
          <span class="soft">given to</span>
          <select
            aria-label={`Who ${rule.name} gives to`}
            value={rule.owner?.id ?? ''}
            onChange={(event) => patch({ owner: event.currentTarget.value || null })}
          >
            <option value="">nobody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <DueField {...{ rule, error }} change={(dueHours) => patch({ dueHours })} />
        <button type="button" disabled={busy} onClick={() => patch({ active: !rule.active })}>
          {rule.active ? 'Turn off' : 'Turn on'}
          <span class="hidden"> {rule.name}</span>
        </button>
        {position > 0 && (
          <button type="button" disabled={busy} onClick={() => patch({ position: position - 1 })}>
            Up<span class="hidden">: {rule.name}</span>
          </button>
        )}
        {position < last && (
          <button type="button" disabled={busy} onClick={() => patch({ position: position + 1 })}>
            Down<span class="hidden">: {rule.name}</span>
          </button>
        )}
        <button type="button" disabled={busy} onClick={look}>
          Look at the past 30 days<span class="hidden"> with {rule.name}</span>
        </button>
        <ConfirmButton verb="Delete" what={rule.name} disabled={busy} act={remove} />
      </div>
      <div role="status">
        {past && (
          <p class="notice small">
            It {previewWords(past)}{' '}
            {past.matched > 0 && (
              <button type="button" class="link" disabled={busy} onClick={apply}>
                Take them into the inbox now
              </button>
            )}
          </p>
        )}
        {opened !== null && (
          <p class="notice small num">
            {number(opened)} {opened === 1 ? 'case' : 'cases'} opened; whatever had a case already keeps it.
          </p>
        )}
      </div>
      <Refusal error={error} />
    </li>
  )
}
