import { useState } from 'preact/hooks'
import { replaced } from '../../../models/editor/questions.ts'
import { beginningWith, factsToAsk, nameOf } from '../../../models/editor/when/facts.ts'
import { begun, dropped, isAsked } from '../../../models/editor/when/rarer.ts'
import { shareInWords } from '../../../models/editor/when/share.ts'
import { site } from '../../../models/session.ts'
import { Notes } from '../field.tsx'
import { NumberField } from '../inputs.tsx'
import { AddMenu } from './add-menu.tsx'
import { ConditionGate } from './condition-gate.tsx'
import { Gate } from './gate.tsx'
import { useTargeting } from './use-targeting.ts'

const mostConditions = 20
const addId = 'add-who'

/** Whom, of those who come there. */
export function WhoRoom() {
  const { targeting, set, put } = useTargeting()
  const { conditions, sample } = targeting
  const [fresh, setFresh] = useState('')
  const isSampled = isAsked('sample', targeting) || fresh === 'sample'
  function add(key: string) {
    setFresh(key === 'sample' ? key : `${conditions.length}`)
    if (key === 'sample') set(begun('sample', targeting))
    else put({ conditions: [...conditions, beginningWith(key)] })
  }
  return (
    <section class="room">
      <h2>Who</h2>
      {conditions.length === 0 && !isSampled && <p class="small soft">Everybody who comes there.</p>}
      {conditions.length > 1 && <p class="small soft">All of these have to hold.</p>}
      {conditions.map((condition, i) => (
        <ConditionGate
          key={i}
          {...{ condition, addId }}
          at={`/targeting/conditions/${i}`}
          isFresh={fresh === `${i}`}
          change={(next) => put({ conditions: replaced(conditions, i, next) })}
          remove={() => put({ conditions: conditions.filter((_, j) => j !== i) })}
        />
      ))}
      {isSampled ? (
        <Gate
          name="Share of the visitors"
          isFresh={fresh === 'sample'}
          addId={addId}
          remove={() => {
            setFresh('')
            set(dropped('sample', targeting))
          }}
        >
          <NumberField
            label="Percent"
            at="/targeting/sample"
            value={sample}
            least={0.01}
            most={100}
            isBroken
            change={(next) => put({ sample: next })}
            hint={`${capital(shareInWords(sample))}. Whoever is in stays in on every page, and whoever is out stays out.`}
          />
        </Gate>
      ) : (
        <Notes at="/targeting/sample" />
      )}
      <Notes at="/targeting/conditions" />
      <AddMenu
        id={addId}
        label="Add a condition"
        of={[
          ...(isSampled ? [] : ([['sample', 'Share of the visitors']] as const)),
          ...(conditions.length < mostConditions
            ? factsToAsk(site.value?.dimensions ?? []).map((on) => [on, nameOf(on)] as const)
            : []),
        ]}
        add={add}
      />
    </section>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
