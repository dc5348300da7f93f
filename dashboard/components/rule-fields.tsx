import type { Problem } from '../../worker/contract/problem.ts'
import { emptyRule, faultsOf, ruleParts, type TypedRule } from '../models/rule-form.ts'

interface Props {
  typed: readonly TypedRule[]
  change: (typed: TypedRule[]) => void
  /** What was refused of them. */
  errors: NonNullable<Problem['errors']>
}

const names = { any: 'any of', all: 'and all of', not: 'but none of' }

/** What a tag looks for: words and phrases in any of its rules. */
export function RuleFields({ typed, change, errors }: Props) {
  const put = (at: number, next: TypedRule) => change(typed.map((rule, i) => (i === at ? next : rule)))
  return (
    <div class="rules">
      <p class="field">
        <b class="small">Looks for</b>
        <small class="soft">
          Words or phrases, with commas between them; case, accents and endings don’t matter. <code>deliver*</code> is whatever
          begins so.
        </small>
      </p>
      {typed.map((rule, at) => (
        <fieldset key={at} class="rule">
          <legend class="small soft">{at === 0 ? 'A comment that has' : 'or one that has'}</legend>
          {ruleParts.map((part) => {
            const id = `rule-${at}-${part}`
            const faults = faultsOf(typed, errors, at, part)
            return (
              <div key={part} class={`field ${part}`}>
                <label for={id}>{names[part]}</label>
                <textarea
                  id={id}
                  rows={part === 'any' ? 3 : 1}
                  dir="auto"
                  spellcheck={false}
                  value={rule[part]}
                  aria-invalid={faults.length > 0}
                  aria-describedby={faults.length > 0 ? `${id}-fault` : undefined}
                  onInput={(event) => put(at, { ...rule, [part]: event.currentTarget.value })}
                />
                {faults.length > 0 && (
                  <small id={`${id}-fault`} class="caution" role="alert">
                    {faults.join(' ')}
                  </small>
                )}
              </div>
            )
          })}
          {typed.length > 1 && (
            <button type="button" class="quiet danger" onClick={() => change(typed.filter((_, i) => i !== at))}>
              Remove<span class="hidden"> rule {at + 1}</span>
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" onClick={() => change([...typed, emptyRule])}>
        Add another rule
      </button>
    </div>
  )
}
