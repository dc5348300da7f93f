import type { ComponentChildren } from 'preact'
import type { Meaning } from '../models/meaning.ts'
import { useDefinition } from './use-definition.tsx'

interface Props {
  meaning: Meaning
  /** Of the number, where they aren't the screen's. */
  days?: { from: string; to: string }
  /** What is heard instead of a sign that is no number. */
  label?: string
  children: ComponentChildren
}

/** A number that says how it came about. */
export function Definition({ meaning, days, label, children }: Props) {
  const { host, control, show, tip } = useDefinition(meaning, days)
  return (
    <span class="defined" {...host}>
      <button type="button" class={label ? 'round' : 'figure'} {...control} onClick={show}>
        {label ? (
          <>
            <span aria-hidden="true">{children}</span>
            <span class="hidden">{label}</span>
          </>
        ) : (
          children
        )}
      </button>
      {tip}
    </span>
  )
}
