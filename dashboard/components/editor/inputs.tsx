import { Field, type FieldProps } from './field.tsx'

interface TextProps extends FieldProps {
  value: string
  change: (value: string) => void
  max?: number
  /** More than one line. */
  rows?: number
  placeholder?: string
  lang?: string
  dir?: 'auto' | 'rtl' | 'ltr'
}

export function TextField({ value, change, max, rows, placeholder, lang, dir = 'auto', ...field }: TextProps) {
  const shared = { value, maxLength: max, placeholder, lang, dir }
  return (
    <Field {...field}>
      {(control) =>
        rows ? (
          <textarea {...control} {...shared} rows={rows} onInput={(event) => change(event.currentTarget.value)} />
        ) : (
          <input {...control} {...shared} onInput={(event) => change(event.currentTarget.value)} />
        )
      }
    </Field>
  )
}

interface OptionalNumberProps extends FieldProps {
  value: number | undefined
  change: (value: number | undefined) => void
  least?: number
  most?: number
  /** Parts of one too. */
  isBroken?: boolean
  placeholder?: string
}

/** A whole number, or none where the field is empty; while it holds something else, the last one stands. */
export function OptionalNumberField({
  value,
  change,
  least,
  most,
  isBroken = false,
  placeholder,
  ...field
}: OptionalNumberProps) {
  const fits = isBroken ? Number.isFinite : Number.isInteger
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={least}
          max={most}
          step={isBroken ? 'any' : 1}
          value={value ?? ''}
          placeholder={placeholder}
          onInput={({ currentTarget: { value: text, valueAsNumber, validity } }) => {
            if (fits(valueAsNumber)) change(valueAsNumber)
            else if (text === '' && !validity.badInput) change(undefined)
          }}
        />
      )}
    </Field>
  )
}

interface NumberProps extends Omit<OptionalNumberProps, 'change'> {
  value: number
  change: (value: number) => void
  least: number
  most: number
}

/** The same where there has to be one: while the field is empty, the last one stands. */
export function NumberField({ change, ...field }: NumberProps) {
  return <OptionalNumberField {...field} change={(value) => value !== undefined && change(value)} />
}

interface SelectProps<V extends string> extends FieldProps {
  value: V
  of: readonly (readonly [value: V, words: string])[]
  change: (value: V) => void
  disabled?: boolean
}

export function SelectField<V extends string>({ value, of, change, disabled = false, ...field }: SelectProps<V>) {
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          disabled={disabled}
          value={value}
          onChange={(event) => {
            const chosen = of.find(([one]) => one === event.currentTarget.value)
            if (chosen) change(chosen[0])
          }}
        >
          {of.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function Check({ label, checked, change }: { label: string; checked: boolean; change: (checked: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => change(event.currentTarget.checked)} />
      {label}
    </label>
  )
}
