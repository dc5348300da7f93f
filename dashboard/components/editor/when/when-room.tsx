import { useState } from 'preact/hooks'
import { replaced } from '../../../models/editor/questions.ts'
import { dropped, isAsked } from '../../../models/editor/when/rarer.ts'
import { type TriggerType, triggerBeginnings, triggerNames, waitingFor, waits } from '../../../models/editor/when/waits.ts'
import { Field, Notes } from '../field.tsx'
import { NumberField } from '../inputs.tsx'
import { AddMenu } from './add-menu.tsx'
import { EventGate } from './event-gate.tsx'
import { Gate } from './gate.tsx'
import { TriggerGate } from './trigger-gate.tsx'
import { useTargeting } from './use-targeting.ts'

const mostTriggers = 10
const addId = 'add-when'
const types = Object.keys(triggerNames) as TriggerType[]

/** At which moment, and on which days. */
export function WhenRoom() {
  const { targeting, set, put } = useTargeting()
  const { triggers, starts, ends } = targeting
  const [fresh, setFresh] = useState('')
  const isEvent = isAsked('event', targeting) || fresh === 'event'
  const isDated = isAsked('dates', targeting) || fresh === 'dates'
  const drop = (rarer: 'event' | 'dates') => () => {
    setFresh('')
    set(dropped(rarer, targeting))
  }
  function add(key: 'event' | 'dates' | TriggerType) {
    if (key === 'event' || key === 'dates') return setFresh(key)
    setFresh(`${triggers.length}`)
    set(waitingFor(targeting, { triggers: [...triggers, triggerBeginnings[key]] }))
  }
  return (
    <section class="room">
      <h2>When</h2>
      <NumberField
        label={waits(targeting) ? 'Seconds after that before it shows' : 'Seconds on the page before it shows'}
        at="/targeting/delaySeconds"
        value={targeting.delaySeconds}
        least={0}
        most={3600}
        change={(delaySeconds) => put({ delaySeconds })}
        hint={waits(targeting) ? 'After what it waits for, below.' : 'Ten or more leave time to see the page first.'}
      />
      {isEvent && <EventGate isFresh={fresh === 'event'} addId={addId} remove={drop('event')} />}
      {triggers.length > 1 && <p class="small soft">Any of these is enough{isEvent && ', once the event has happened'}.</p>}
      {triggers.map((trigger, i) => (
        <TriggerGate
          key={`${trigger.type} ${i}`}
          {...{ trigger, addId }}
          at={`/targeting/triggers/${i}`}
          isFresh={fresh === `${i}`}
          change={(next) => put({ triggers: replaced(triggers, i, next) })}
          remove={() => set(waitingFor(targeting, { triggers: triggers.filter((_, j) => j !== i) }))}
        />
      ))}
      {isDated && (
        <Gate name="Days" isFresh={fresh === 'dates'} addId={addId} remove={drop('dates')}>
          <div class="pair">
            <DayField label="First day" at="/targeting/starts" value={starts} change={(next) => put({ starts: next })} />
            <DayField label="Last day" at="/targeting/ends" value={ends} change={(next) => put({ ends: next })} />
          </div>
          <small class="soft">Both included, in the site’s time zone; empty for no first or last.</small>
        </Gate>
      )}
      <Notes at="/targeting/triggers" />
      <AddMenu
        id={addId}
        label="Add a moment"
        of={[
          ...(isEvent ? [] : ([['event', 'An event of your page']] as const)),
          ...types
            .filter((type) => triggers.length < mostTriggers && !(type === 'exit' && triggers.some((one) => one.type === 'exit')))
            .map((type) => [type, triggerNames[type]] as const),
          ...(isDated ? [] : ([['dates', 'First and last day']] as const)),
        ]}
        add={add}
      />
    </section>
  )
}

function DayField({ value, change, ...field }: { label: string; at: string; value: string; change: (day: string) => void }) {
  return (
    <Field {...field}>
      {(control) => <input {...control} type="date" value={value} onInput={(event) => change(event.currentTarget.value)} />}
    </Field>
  )
}
