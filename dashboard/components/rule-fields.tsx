import type { Fault } from '../../worker/domain/faults/fault.ts'
import { emptyRule, faultsOf, ruleParts, type TypedRule } from '../models/rule-form.ts'
import { WordChips } from './word-chips.tsx'

interface Props {
  typed: readonly TypedRule[]
  change: (typed: TypedRule[]) => void
  /** What is wrong with them. */
  faults: readonly Fault[]
}

const names = { any: 'any of', all: 'and all of', not: 'but none of' }

/** What a tag looks for: words and phrases in any of its rules. */
export function RuleFields({ typed, change, faults }: Props) {
  const put = (at: number, next: TypedRule) => change(typed.map((rule, i) => (i === at ? next : rule)))
  const ofAll = faults.filter(({ pointer }) => pointer === '/rules')
  return (
    <div class="rules">
      <p class="field">
        <b class="small">Looks for</b>
        <small class="soft">
          Words or phrases, each ended by Enter or a comma; a list can be pasted. Case, accents and endings don’t matter.{' '}
          <code>deliver*</code> is whatever begins so.
        </small>
      </p>
      {typed.map((rule, at) => {
        const wrong = faultsOf(typed, faults, at)
        return (
          <fieldset key={at} class="rule">
            <legend class="small soft">{at === 0 ? 'A comment that has' : 'or one that has'}</legend>
            {ruleParts.map((part) => (
              <WordChips
                key={part}
                id={`rule-${at}-${part}`}
                label={names[part]}
                typed={rule[part]}
                faults={wrong.words[part]}
                change={(words) => put(at, { ...rule, [part]: words })}
              />
            ))}
            {wrong.whole.map((detail) => (
              <small key={detail} class="caution" role="alert">
                {detail}
              </small>
            ))}
            {typed.length > 1 && (
              <button type="button" class="quiet danger" onClick={() => change(typed.filter((_, i) => i !== at))}>
                Remove<span class="hidden"> rule {at + 1}</span>
              </button>
            )}
          </fieldset>
        )
      })}
      {ofAll.map(({ detail }) => (
        <small key={detail} class="caution" role="alert">
          {detail}
        </small>
      ))}
      <button type="button" onClick={() => change([...typed, emptyRule])}>
        Add another rule
      </button>
    </div>
  )
}
