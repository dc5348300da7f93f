import { useState } from 'preact/hooks'
import { idOfName, journeyOr, placesOf } from '../../models/places.ts'
import { site } from '../../models/session.ts'
import { useEditing } from './context.ts'
import { SelectField, TextField } from './inputs.tsx'

const isNew = '+'

/** The moment of the journey at which the survey is asked: one there is, or a new one. */
export function TouchpointField() {
  const { draft, edit } = useEditing()
  const { touchpoint } = draft
  const [typed, setTyped] = useState<string>()
  const choices = placesOf(journeyOr(site.value?.journey), [touchpoint]).map(({ id, name }) => [id, name] as const)
  return (
    <>
      <SelectField
        label="Touchpoint"
        at="/touchpoint"
        value={typed === undefined ? touchpoint : isNew}
        of={[['', 'Any page'], ...choices, [isNew, 'New …']]}
        change={(chosen) => {
          setTyped(chosen === isNew ? '' : undefined)
          if (chosen !== isNew) edit({ touchpoint: chosen })
        }}
        hint={
          touchpoint ? (
            <>
              Only on pages that say so, as in <code>data-touchpoint="{touchpoint}"</code>. This changes at once, without
              publishing.
            </>
          ) : (
            'Whatever a page says. This changes at once, without publishing.'
          )
        }
      />
      {typed !== undefined && (
        <TextField
          label="Name of the new touchpoint"
          at="/touchpoint/new"
          value={typed}
          max={60}
          placeholder="Gift wrapping"
          change={(name) => {
            setTyped(name)
            edit({ touchpoint: idOfName(name) })
          }}
          hint="It comes last in the journey; its place there and its name are in the settings."
        />
      )}
    </>
  )
}
