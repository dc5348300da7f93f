import { Check } from './inputs.tsx'

interface Props<V extends string> {
  label: string
  of: readonly { id: V; text: string }[]
  ticked: readonly V[]
  change: (ticked: V[]) => void
}

/** Some of a few, at least one. */
export function Ticks<V extends string>({ label, of, ticked, change }: Props<V>) {
  return (
    <fieldset class="ticks">
      <legend class="small">{label}</legend>
      {of.map(({ id, text }) => (
        <Check
          key={id}
          label={text}
          checked={ticked.includes(id)}
          change={(on) => {
            const next = of.map((one) => one.id).filter((one) => (one === id ? on : ticked.includes(one)))
            if (next.length > 0) change(next)
          }}
        />
      ))}
    </fieldset>
  )
}
