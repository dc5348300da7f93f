import type { Conditions } from '../../worker/contract/conditions.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import type { Tag } from '../../worker/contract/tags.ts'
import { type ConditionChange, changedConditions, type OtherCondition, otherConditions } from '../models/condition-form.ts'
import { currencyIn, scoreIn, worthIn } from '../models/filters.ts'
import { sentiments } from '../models/tag-words.ts'

interface Props {
  conditions: Conditions
  put: (conditions: Conditions) => void
  surveys: readonly Survey[]
  tags: readonly Tag[]
}

/** Which responses a rule or an alert takes: a field for each condition, and what only programs set as something to take away. */
export function ConditionFields({ conditions, put, surveys, tags }: Props) {
  const change = (next: ConditionChange) => put(changedConditions(conditions, next))
  const { unhappy, atRisk, survey, scoreAtLeast, scoreAtMost, tag, sentiment, q, orderValueAtLeast, orderCurrency } = conditions
  const names = tags.filter(({ archived }) => !archived).map(({ name }) => name)
  const check = (name: 'commented' | 'disagrees' | 'contact', label: string) => (
    <label class="check">
      <input
        type="checkbox"
        checked={conditions[name] ?? false}
        onChange={(event) => change({ [name]: event.currentTarget.checked || undefined })}
      />
      {label}
    </label>
  )
  const score = (name: 'scoreAtLeast' | 'scoreAtMost', label: string, value: number | undefined) => (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={0}
        max={10}
        value={value ?? ''}
        onInput={(event) => change({ [name]: scoreIn(event.currentTarget.value) ?? undefined })}
      />
    </label>
  )
  return (
    <>
      <label>
        <span>Who</span>
        <select
          value={atRisk ? 'risk' : unhappy ? 'unhappy' : 'all'}
          onChange={({ currentTarget: { value } }) =>
            change({ unhappy: value === 'unhappy' || undefined, atRisk: value === 'risk' || undefined })
          }
        >
          <option value="unhappy">the unhappy, whatever the scale</option>
          <option value="risk">valued customers at risk</option>
          <option value="all">everybody</option>
        </select>
      </label>
      <div class="scores">
        {score('scoreAtLeast', 'Score at least', scoreAtLeast)}
        {score('scoreAtMost', 'Score at most', scoreAtMost)}
      </div>
      <label>
        <span>Survey</span>
        <select value={survey ?? ''} onChange={(event) => change({ survey: event.currentTarget.value || undefined })}>
          <option value="">any</option>
          {survey !== undefined && surveys.every(({ id }) => id !== survey) && (
            <option value={survey}>a survey that is gone</option>
          )}
          {surveys.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Tag</span>
        <select value={tag ?? ''} onChange={(event) => change({ tag: event.currentTarget.value || undefined })}>
          <option value="">any or none</option>
          {(tag !== undefined && !names.includes(tag) ? [tag, ...names] : names).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        <span>Mood</span>
        <select
          value={sentiment ?? ''}
          onChange={({ currentTarget: { value } }) => change({ sentiment: sentiments.find((one) => one === value) })}
        >
          <option value="">any</option>
          {sentiments.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        <span>Words in it</span>
        <input
          maxLength={200}
          defaultValue={q ?? ''}
          placeholder="any"
          onChange={(event) => change({ q: event.currentTarget.value.trim() || undefined })}
        />
      </label>
      <label>
        <span>Order worth at least</span>
        <input
          type="number"
          min={0}
          step="any"
          defaultValue={orderValueAtLeast === undefined ? '' : String(orderValueAtLeast)}
          onInput={(event) => change({ orderValueAtLeast: worthIn(event.currentTarget.value) ?? undefined })}
        />
      </label>
      <label>
        <span>Currency of the order</span>
        <input
          maxLength={3}
          pattern="[A-Za-z]{3}"
          placeholder="any"
          autocomplete="off"
          defaultValue={orderCurrency ?? ''}
          onInput={(event) => change({ orderCurrency: currencyIn(event.currentTarget.value) ?? undefined })}
        />
      </label>
      <div class="checks">
        {check('commented', 'Wrote a comment')}
        {check('disagrees', 'Words and score disagree')}
        {check('contact', 'Left a way to be reached')}
      </div>
      <ConditionChips others={otherConditions(conditions)} put={put} />
    </>
  )
}

/** Conditions without a field, each a button that takes it away. */
export function ConditionChips({ others, put }: { others: readonly OtherCondition[]; put: (conditions: Conditions) => void }) {
  if (others.length === 0) return null
  return (
    <p class="row small others">
      <span class="soft">and only</span>
      {others.map(({ text, without }) => (
        <button key={text} type="button" class="chip" onClick={() => put(without)} aria-label={`Remove the condition ${text}`}>
          <bdi>{text}</bdi> <span aria-hidden="true">×</span>
        </button>
      ))}
    </p>
  )
}
