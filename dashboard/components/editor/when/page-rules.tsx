import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { UrlRule } from '../../../../worker/contract/targeting.ts'
import { replaced } from '../../../models/editor/questions.ts'
import {
  examples,
  matches,
  matchNames,
  mostRules,
  partsOf,
  withMatch,
  withValue,
} from '../../../models/editor/when/page-rules.ts'
import { Notes } from '../field.tsx'
import { SelectField, TextField } from '../inputs.tsx'

interface Props {
  label: string
  at: string
  /** What it means that there are none. */
  none: string
  rules: readonly UrlRule[]
  change: (rules: UrlRule[]) => void
}

const kinds = matches.map((match) => [match, matchNames[match]] as const)

/** Pages by their addresses: any of the rules is enough. */
export function PageRules({ label, at, none, rules, change }: Props) {
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const [isAdding, setAdding] = useState(false)
  useLayoutEffect(() => {
    if (isAdding) list.current?.querySelector<HTMLElement>('li:last-child input')?.focus()
    setAdding(false)
  }, [isAdding])
  function remove(at: number) {
    change(rules.filter((_, i) => i !== at))
    requestAnimationFrame(() => document.getElementById(id)?.focus())
  }
  return (
    <fieldset class="field pages">
      <legend>{label}</legend>
      {rules.length === 0 && <p class="small soft">{none}</p>}
      <ol ref={list}>
        {rules.map((rule, i) => {
          const { match, value } = partsOf(rule)
          const here = `${at}/${i}`
          return (
            <li key={i} class="page-rule">
              <SelectField
                label={`${label}, page ${i + 1}: the address`}
                isQuiet
                at={`${here}/match`}
                value={match}
                of={kinds}
                change={(next) => change(replaced(rules, i, withMatch(rule, next)))}
              />
              <TextField
                label={`${label}, page ${i + 1}`}
                isQuiet
                isWhole
                at={here}
                value={value}
                max={200}
                dir="ltr"
                placeholder={examples[match]}
                change={(next) => change(replaced(rules, i, withValue(rule, next)))}
              />
              <button type="button" class="quiet danger" onClick={() => remove(i)}>
                <span aria-hidden="true">×</span>
                <span class="hidden">
                  Remove page {i + 1} of {label}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <Notes at={at} />
      {rules.length < mostRules && (
        <p>
          <button
            type="button"
            id={id}
            onClick={() => {
              change([...rules, { match: 'prefix', value: '' }])
              setAdding(true)
            }}
          >
            Add a page<span class="hidden"> to {label}</span>
          </button>
        </p>
      )}
    </fieldset>
  )
}
