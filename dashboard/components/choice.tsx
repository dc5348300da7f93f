interface Props<Value extends string | number> {
  /** What is chosen here, for those who hear it. */
  name: string
  of: readonly (readonly [value: Value, words: string])[]
  chosen: Value | null
  choose: (value: Value) => void
}

/** A few choices side by side, one of which holds. */
export function Choice<Value extends string | number>({ name, of, chosen, choose }: Props<Value>) {
  return (
    <fieldset class="segmented">
      <legend class="hidden">{name}</legend>
      {of.map(([value, words]) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => choose(value)}>
          {words}
        </button>
      ))}
    </fieldset>
  )
}
