import type { PropertyCondition } from '../../../../worker/contract/targeting.ts'
import { replaced } from '../../../models/editor/questions.ts'
import { factOf } from '../../../models/editor/when/facts.ts'
import { waitingFor } from '../../../models/editor/when/waits.ts'
import { Notes } from '../field.tsx'
import { TextField } from '../inputs.tsx'
import { ComparisonFields } from './comparison-fields.tsx'
import { Gate } from './gate.tsx'
import { useTargeting } from './use-targeting.ts'

const mostProperties = 10

interface Props {
  isFresh: boolean
  addId: string
  remove: () => void
}

/** Something that the shop's page tells, and what its properties have to be. */
export function EventGate(gate: Props) {
  const { targeting, set, put } = useTargeting()
  const { event, eventWhere } = targeting
  return (
    <Gate name="An event of your page" {...gate}>
      <TextField
        label="Name of the event"
        at="/targeting/event"
        value={event}
        max={64}
        dir="ltr"
        placeholder="added-to-cart"
        change={(next) => set(waitingFor(targeting, { event: next }))}
        hint={
          <>
            As your page tells it: <code>earshot('track', 'added-to-cart', {'{value: 59.9}'})</code>.
          </>
        }
      />
      {eventWhere.map((condition, i) => (
        <Property
          key={i}
          {...{ condition, i }}
          change={(next) => put({ eventWhere: replaced(eventWhere, i, next) })}
          remove={() => put({ eventWhere: eventWhere.filter((_, j) => j !== i) })}
        />
      ))}
      {eventWhere.length < mostProperties && (
        <p>
          <button type="button" id="add-property" onClick={() => put({ eventWhere: [...eventWhere, { property: '', from: 1 }] })}>
            Add a property
          </button>
        </p>
      )}
    </Gate>
  )
}

interface PropertyProps {
  condition: PropertyCondition
  i: number
  change: (condition: PropertyCondition) => void
  remove: () => void
}

function Property({ condition, i, change, remove }: PropertyProps) {
  const { property, ...comparison } = condition
  const at = `/targeting/eventWhere/${i}`
  return (
    <Gate name={`Property ${i + 1}`} isFresh={property === ''} addId="add-property" remove={remove}>
      <TextField
        label="Name of the property"
        at={`${at}/property`}
        value={property}
        max={64}
        dir="ltr"
        placeholder="value"
        change={(name) => change({ ...condition, property: name.trim() })}
      />
      <ComparisonFields
        {...{ comparison, at }}
        fact={{ ...factOf('trait.'), name: 'The property' }}
        change={(next) => change({ property, ...next })}
      />
      <Notes at={at} />
      {(['is', 'not', 'contains'] as const).map((field) => (
        <Notes key={field} at={`${at}/${field}`} isWhole />
      ))}
    </Gate>
  )
}
