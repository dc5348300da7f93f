import { useState } from 'preact/hooks'
import { bandNames } from '../../worker/domain/bands.ts'
import { builtInDimensions, dimensionChange, type EditedDimension, editedDimensions, thresholdsOf } from '../models/dimensions.ts'
import { may, site } from '../models/session.ts'
import { Saving } from './saving.tsx'

const most = 8

/** What scores can be broken down by; only owners change it. */
export function DimensionSettings() {
  const current = site.value
  if (!current) return null
  return (
    <section class="block" aria-labelledby="dimensions">
      <h2 id="dimensions">Dimensions</h2>
      <p class="soft">
        What scores can be broken down and filtered by, at most {most}, with 200 values each; the rest count as (other). A change
        holds for answers from now on: those already counted keep what they had.
      </p>
      <Dimensions key={current.id} saved={editedDimensions(current.dimensions, current.bands)} />
    </section>
  )
}

function Dimensions({ saved }: { saved: EditedDimension[] }) {
  const [edited, setEdited] = useState(saved)
  const readOnly = !may('owner')
  return (
    <>
      <ul class="list dimensions">
        {edited.map((dimension, at) => (
          <li key={dimension.name}>
            <Row
              dimension={dimension}
              readOnly={readOnly}
              change={(fields) => setEdited(edited.with(at, { ...dimension, ...fields }))}
            />
            {!readOnly && (
              <button
                type="button"
                class="danger quiet"
                aria-label={`Remove ${dimension.name}`}
                onClick={() => setEdited(edited.filter((one) => one !== dimension))}
              >
                Remove
              </button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <>
          {edited.length < most && (
            <Add
              declared={edited.map(({ name }) => name)}
              add={(name) => setEdited([...edited, { name, isNumber: false, from: '', unit: '' }])}
            />
          )}
          <Saving change={() => dimensionChange(edited)} edited={edited} />
        </>
      )}
    </>
  )
}

interface RowProps {
  dimension: EditedDimension
  readOnly: boolean
  change: (fields: Partial<EditedDimension>) => void
}

function Row({ dimension: { name, isNumber, from, unit }, readOnly, change }: RowProps) {
  const says = builtInDimensions.find(([one]) => one === name)?.[1]
  const thresholds = thresholdsOf(from)
  if (says)
    return (
      <span>
        {name} <span class="small soft">{says}</span>
      </span>
    )
  return (
    <div class="trait">
      <span>
        {name} <span class="small soft">your trait</span>
      </span>
      <label class="check small">
        <input
          type="checkbox"
          checked={isNumber}
          disabled={readOnly}
          onChange={({ currentTarget }) => change({ isNumber: currentTarget.checked })}
        />
        A number, in bands
      </label>
      {isNumber && (
        <>
          <div class="row">
            <input
              class="short"
              aria-label={`Where bands of ${name} begin`}
              placeholder="100, 500"
              inputMode="decimal"
              value={from}
              readOnly={readOnly}
              onInput={({ currentTarget }) => change({ from: currentTarget.value })}
            />
            <input
              class="unit"
              aria-label={`Unit of ${name}`}
              placeholder="€"
              maxLength={12}
              value={unit}
              readOnly={readOnly}
              onInput={({ currentTarget }) => change({ unit: currentTarget.value })}
            />
          </div>
          <p class="small soft" role="status">
            {thresholds
              ? `${bandNames({ from: thresholds, unit: unit.trim() }).join(' · ')}. What is no number counts as (not a number).`
              : 'Numbers such as 100, 500: each begins a band.'}
          </p>
        </>
      )}
    </div>
  )
}

function Add({ declared, add }: { declared: readonly string[]; add: (name: string) => void }) {
  const [trait, setTrait] = useState('')
  const name = trait.trim()
  const fits = /^[a-z]\w{0,63}$/i.test(name)
  const left = builtInDimensions.filter(([one]) => !declared.includes(one))
  return (
    <>
      {left.length > 0 && (
        <fieldset class="add">
          <legend class="small soft">Add one that Earshot knows by itself</legend>
          {left.map(([one]) => (
            <button key={one} type="button" onClick={() => add(one)}>
              {one}
            </button>
          ))}
        </fieldset>
      )}
      <div class="row beneath">
        <input
          class="short"
          aria-label="Name of one of your traits"
          placeholder="lifetime_value"
          spellcheck={false}
          maxLength={64}
          value={trait}
          onInput={({ currentTarget }) => setTrait(currentTarget.value)}
        />
        <button
          type="button"
          disabled={!fits || declared.includes(name)}
          onClick={() => {
            add(name)
            setTrait('')
          }}
        >
          Add a trait
        </button>
        <span class="small soft">
          {name && !fits ? 'Letters, digits and _, beginning with a letter.' : 'By the name under which pages send it.'}
        </span>
      </div>
    </>
  )
}
