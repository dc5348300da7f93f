import { useState } from 'preact/hooks'
import type { Journey } from '../../worker/contract/journey.ts'
import type { Survey } from '../../worker/contract/survey.ts'
import { moved } from '../models/editor/questions.ts'
import { idOfName, journeyOr, placesOf } from '../models/places.ts'
import { useResource } from '../models/resource.ts'
import { may, site } from '../models/session.ts'
import { listed } from '../models/wording.ts'
import { Saving } from './saving.tsx'
import { useReorder } from './use-reorder.ts'

/** The moments of the shop's journey in their order; surveys stand on them, and the overview follows them. */
export function JourneySettings() {
  const current = site.value
  const { data } = useResource<{ surveys: Survey[] }>('/api/v1/surveys')
  if (!current) return null
  const open = data?.surveys.filter(({ state }) => state !== 'closed') ?? []
  const places = placesOf(journeyOr(site.value?.journey), open.map(({ touchpoint }) => touchpoint).reverse())
  return (
    <section class="block" aria-labelledby="journey">
      <h2 id="journey">Journey</h2>
      <p class="soft">
        The moments at which you may ask, in the order in which customers meet them. Pages say one by <code>data-touchpoint</code>
        ; its name is yours to change.
      </p>
      {data && <Places key={current.id} saved={places} surveys={open} />}
    </section>
  )
}

function Places({ saved, surveys }: { saved: Journey; surveys: readonly Survey[] }) {
  const [places, setPlaces] = useState(saved)
  const [added, setAdded] = useState('')
  const [said, say] = useState('')
  const readOnly = !may('owner')
  const order = useReorder(places, (from, to) => {
    say(`${places[from]?.name} is now number ${to + 1} of ${places.length}.`)
    setPlaces(moved(places, from, to))
  })
  const id = idOfName(added)
  const isTaken = places.some((one) => one.id === id)
  function add() {
    if (!id || isTaken) return
    setPlaces([...places, { id, name: added.trim() }])
    say(`${added.trim()} was added.`)
    setAdded('')
  }
  return (
    <>
      <ol class={`places ${order.isDragging ? 'dragging' : ''}`} ref={order.list}>
        {places.map((place, at) => {
          const asking = surveys.filter(({ touchpoint }) => touchpoint === place.id).map(({ name }) => name)
          const line = order.lineAt(at)
          return (
            <li key={place.id} class={line && `line-${line}`}>
              {!readOnly && (
                <button type="button" class="handle quiet" {...order.handle(at)}>
                  <span aria-hidden="true">⠿</span>
                  <span class="hidden">Move {place.name}: arrow keys, or drag</span>
                </button>
              )}
              <input
                aria-label={`Name of ${place.id}`}
                value={place.name}
                maxLength={60}
                readOnly={readOnly}
                required
                onInput={({ currentTarget }) => setPlaces(places.with(at, { ...place, name: currentTarget.value }))}
              />
              <span class="small soft">
                <code>{place.id}</code>
                {asking.length > 0 && <> · {listed(asking)}</>}
              </span>
              {!readOnly && asking.length === 0 && (
                <button
                  type="button"
                  class="danger quiet"
                  aria-label={`Remove ${place.name}`}
                  onClick={() => setPlaces(places.filter((one) => one !== place))}
                >
                  Remove
                </button>
              )}
            </li>
          )
        })}
      </ol>
      <p class="hidden" aria-live="polite">
        {said}
      </p>
      {!readOnly && (
        <>
          <div class="row">
            <input
              class="short"
              aria-label="Another moment"
              placeholder="Gift wrapping"
              value={added}
              maxLength={60}
              onInput={({ currentTarget }) => setAdded(currentTarget.value)}
            />
            <button type="button" disabled={!id || isTaken} onClick={add}>
              Add
            </button>
            <span class="small soft" role="status">
              {isTaken ? 'That one is there.' : id && <>Pages say {<code>{id}</code>}.</>}
            </span>
          </div>
          <Saving change={() => changeOf(places)} edited={places} />
        </>
      )}
    </>
  )
}

function changeOf(places: Journey): { journey: Journey } {
  const nameless = places.find(({ name }) => name.trim() === '')
  if (nameless) throw new Error(`Give ${nameless.id} a name.`)
  return { journey: places }
}
