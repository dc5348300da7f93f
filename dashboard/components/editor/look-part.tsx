import type { Shape } from '../../../worker/contract/appearance.ts'
import type { Draft } from '../../models/editor/draft.ts'
import { Choice } from '../choice.tsx'
import { useEditing } from './context.ts'
import { Field } from './field.tsx'
import { SelectField, TextField } from './inputs.tsx'

type Look = Draft['appearance']

const shapes: readonly (readonly [Shape, string, string])[] = [
  ['popover', 'In a corner', 'Beside the page, a sheet at the bottom on phones. The page stays usable.'],
  ['modal', 'In the middle', 'Above the dimmed page. More is seen, and more are annoyed.'],
  ['inline', 'In the page', 'In an element of your page, such as the order’s confirmation.'],
  ['tab', 'A tab', 'At the edge of the window; shoppers open it themselves.'],
  ['button', 'A button', 'In a corner; shoppers open it themselves.'],
]
const corners: readonly (readonly [Look['corner'], string])[] = [
  ['bottom-right', 'Bottom right'],
  ['bottom-left', 'Bottom left'],
  ['top-right', 'Top right'],
  ['top-left', 'Top left'],
]
const themes: readonly (readonly [Look['theme'], string])[] = [
  ['auto', 'As the shopper’s system'],
  ['light', 'Always light'],
  ['dark', 'Always dark'],
]
const radii: readonly (readonly [number, string])[] = [
  [0, 'Square'],
  [8, 'Soft'],
  [18, 'Round'],
  [32, 'Very round'],
]

/** How the survey looks and where it stands. */
export function LookPart() {
  const { draft, edit } = useEditing()
  const { appearance } = draft
  const put = (fields: Partial<Look>) => edit({ appearance: { ...appearance, ...fields } })
  return (
    <section class="room">
      <fieldset class="field">
        <legend>Shape</legend>
        <div class="choices two-wide">
          {shapes.map(([shape, name, says]) => (
            <label key={shape}>
              <input type="radio" name="shape" checked={appearance.shape === shape} onChange={() => put({ shape })} />
              <strong>{name}</strong>
              <small>{says}</small>
            </label>
          ))}
        </div>
      </fieldset>
      {appearance.shape === 'inline' && (
        <TextField
          label="Where in the page"
          at="/appearance/element"
          value={appearance.element}
          max={200}
          dir="ltr"
          placeholder="#survey"
          change={(element) => put({ element })}
          hint="A CSS selector; whoever looks after your shop’s theme knows it."
        />
      )}
      <div class="pair">
        {appearance.shape !== 'inline' && appearance.shape !== 'modal' && (
          <SelectField
            label="Corner"
            at="/appearance/corner"
            value={appearance.corner}
            of={corners}
            change={(corner) => put({ corner })}
          />
        )}
        <SelectField
          label="Light or dark"
          at="/appearance/theme"
          value={appearance.theme}
          of={themes}
          change={(theme) => put({ theme })}
        />
        <Brand brand={appearance.brand} change={(brand) => put({ brand })} />
        <TextField
          label="Font"
          at="/appearance/font"
          value={appearance.font}
          max={120}
          dir="ltr"
          placeholder="the device’s own"
          change={(font) => put({ font })}
          hint="A font your page has already, by its name."
        />
      </div>
      <fieldset class="field">
        <legend>Corners of the sheet</legend>
        <p>
          <Choice name="Corners" of={radii} chosen={appearance.radius} choose={(radius) => put({ radius })} />
        </p>
      </fieldset>
    </section>
  )
}

function Brand({ brand, change }: { brand: string; change: (brand: string) => void }) {
  const whole = /^#[0-9a-f]{6}$/i.test(brand)
  return (
    <Field label="Your colour" at="/appearance/brand" hint="Text and rings on it are made to stand out enough, whatever it is.">
      {(control) => (
        <span class="brand-field">
          <input
            type="color"
            aria-label="Pick your colour"
            value={whole ? brand : '#000000'}
            onInput={(event) => change(event.currentTarget.value)}
          />
          <input
            {...control}
            value={brand}
            maxLength={7}
            spellcheck={false}
            onInput={(event) => change(event.currentTarget.value.trim())}
          />
        </span>
      )}
    </Field>
  )
}
