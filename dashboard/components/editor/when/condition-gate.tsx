import type { Condition } from '../../../../worker/contract/targeting.ts'
import { factOf, nameOf } from '../../../models/editor/when/facts.ts'
import { Notes } from '../field.tsx'
import { TextField } from '../inputs.tsx'
import { ComparisonFields } from './comparison-fields.tsx'
import { Gate } from './gate.tsx'

interface Props {
  condition: Condition
  at: string
  isFresh: boolean
  addId: string
  change: (condition: Condition) => void
  remove: () => void
}

/** One thing that has to hold of a visitor. */
export function ConditionGate({ condition, at, change, ...gate }: Props) {
  const { on, ...comparison } = condition
  const fact = factOf(on)
  const isTrait = on.startsWith('trait.')
  return (
    <Gate name={isTrait ? 'Trait' : nameOf(on)} {...gate}>
      {isTrait && (
        <TextField
          label="Name of the trait"
          at={`${at}/on`}
          value={on.slice('trait.'.length)}
          max={64}
          dir="ltr"
          placeholder="tier"
          change={(name) => change({ ...condition, on: `trait.${name.trim()}` })}
        />
      )}
      <ComparisonFields {...{ comparison, fact, at }} change={(next) => change({ on, ...next })} />
      {fact.hint && <small class="soft">{fact.hint}</small>}
      <ConditionNotes at={at} />
    </Gate>
  )
}

/** What is wrong with it but has no field of its own. */
function ConditionNotes({ at }: { at: string }) {
  return (
    <>
      <Notes at={at} />
      {(['is', 'not', 'contains'] as const).map((field) => (
        <Notes key={field} at={`${at}/${field}`} isWhole />
      ))}
    </>
  )
}
