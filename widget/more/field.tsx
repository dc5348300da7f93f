import type { Run } from '../survey/run.ts'

interface Props {
  run: Run
  /** The answer's id. */
  id: string
  /** The id of what is wrong with it. */
  describedBy?: string | undefined
  /** The id of its wording, where it has no label of its own. */
  labelledBy?: string
  label?: string | undefined
  /** A way to reach the shopper, by which keyboards and browsers help. */
  kind?: 'email' | 'tel'
  long?: boolean
}

/** Somewhere to type: one line, or a box. */
export function Field({ run, id, describedBy, labelledBy, label, kind, long }: Props) {
  const props = {
    'aria-labelledby': label ? undefined : labelledBy,
    'aria-describedby': describedBy,
    'aria-invalid': !!describedBy,
    maxLength: 5000,
    readOnly: run.locked,
    value: (run.answers[id] ?? '') as string,
    // An empty way to be reached is none; an empty text takes the text back.
    onInput: (event: { currentTarget: { value: string } }) => run.give(id, event.currentTarget.value || (kind ? null : '')),
  }
  if (long) return <textarea rows={3} {...props} />
  const line = <input class="line" inputMode={kind} autocomplete={kind} {...props} />
  if (!label) return line
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is `line`
    <label>
      <small>{label}</small>
      {line}
    </label>
  )
}
