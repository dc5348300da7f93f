import { useState } from 'preact/hooks'
import { idOfName, journeyOr, placesOf } from '../../models/places.ts'
import { site } from '../../models/session.ts'
import { useEditing } from './context.ts'
import { SelectField } from './inputs.tsx'

const another = '+'

/** The moment of the journey at which the survey is asked: one there is, or a new one. */
export function TouchpointField() {
  const { draft, edit } = useEditing()
  const { touchpoint } = draft
  const [isNew, setNew] = useState(false)
  const choices = placesOf(journeyOr(site.value?.journey), [touchpoint]).map(({ id, name }) => [id, name] as const)
  return (
    <>
      <SelectField
        label="Touchpoint"
        at="/touchpoint"
        value={isNew ? another : touchpoint}
        of={[['', 'Any page'], ...choices, [another, 'New …']]}
        change={(chosen) => {
          setNew(chosen === another)
          if (chosen !== another) edit({ touchpoint: chosen })
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
      {isNew && (
        <NewTouchpoint
          use={(id) => {
            setNew(false)
            edit({ touchpoint: id })
          }}
        />
      )}
    </>
  )
}

/** Used by a press, not as it is typed: half a name would already be asked for on the shop's pages. */
function NewTouchpoint({ use }: { use: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const id = idOfName(typed)
  return (
    <div class="field">
      <label for="new-touchpoint">Name of the new touchpoint</label>
      <div class="row">
        <input
          id="new-touchpoint"
          class="short"
          maxLength={60}
          placeholder="Gift wrapping"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          aria-describedby="new-touchpoint-hint"
        />
        <button type="button" disabled={!id} onClick={() => use(id)}>
          Use it
        </button>
      </div>
      <small id="new-touchpoint-hint">
        {id && <>Pages will say {<code>{id}</code>}. </>}It comes last in the journey; its place there and its name are in the
        settings.
      </small>
    </div>
  )
}
