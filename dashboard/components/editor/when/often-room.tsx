import { useState } from 'preact/hooks'
import { rests, spans } from '../../../models/editor/when/how-often.ts'
import { dropped, isAsked } from '../../../models/editor/when/rarer.ts'
import { NumberField, OptionalNumberField } from '../inputs.tsx'
import { AddMenu } from './add-menu.tsx'
import { Gate } from './gate.tsx'
import { useTargeting } from './use-targeting.ts'

const addId = 'add-often'

/** How long the same shopper is left alone, and how often it is shown at all. */
export function OftenRoom() {
  const { targeting, set, put } = useTargeting()
  const [fresh, setFresh] = useState('')
  const isCapped = isAsked('caps', targeting) || fresh === 'caps'
  return (
    <section class="room">
      <h2>How often</h2>
      <p class="small soft">
        How many days the same shopper is left alone. Of somebody who is signed in, these hold on all of their devices.
      </p>
      <div class="pair">
        {rests.map(([field, label, says]) => (
          <NumberField
            key={field}
            label={label}
            at={`/targeting/${field}`}
            value={targeting[field]}
            least={0}
            most={3650}
            change={(days) => put({ [field]: days })}
            hint={says}
          />
        ))}
      </div>
      {isCapped && (
        <Gate
          name="Shown at most"
          isFresh={fresh === 'caps'}
          addId={addId}
          remove={() => {
            setFresh('')
            set(dropped('caps', targeting))
          }}
        >
          <div class="pair">
            {spans.map(([span, label]) => (
              <CapField
                key={span}
                label={label}
                at={`/targeting/caps/${span}`}
                value={targeting.caps[span]}
                change={(n) => put({ caps: { ...targeting.caps, [span]: n } })}
              />
            ))}
          </div>
          <small class="soft">Displays to all shoppers together. Whoever sees the survey can always answer it.</small>
        </Gate>
      )}
      <AddMenu
        id={addId}
        label="Add a limit"
        of={isCapped ? [] : [['caps', 'Displays a day, week, month or in all']]}
        add={setFresh}
      />
    </section>
  )
}

function CapField({ value, change, ...field }: { label: string; at: string; value: number; change: (n: number) => void }) {
  const [isZero, setZero] = useState(false)
  return (
    <OptionalNumberField
      {...field}
      value={isZero ? 0 : value || undefined}
      least={0}
      most={1_000_000_000}
      placeholder="no limit"
      hint={isZero && '0 is no limit either. To show it to nobody, pause the survey.'}
      change={(n) => {
        setZero(n === 0)
        change(n ?? 0)
      }}
    />
  )
}
