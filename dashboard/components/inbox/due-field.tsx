import { useLayoutEffect, useRef } from 'preact/hooks'
import type { InboxRule } from '../../../worker/contract/case.ts'

interface Props {
  rule: InboxRule
  /** Why the last change was refused; what was refused gives way to what holds. */
  error: string
  change: (hours: number | null) => void
}

/** How many hours cases of a rule have. */
export function DueField({ rule, error, change }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const held = rule.dueHours === null ? '' : String(rule.dueHours)
  useLayoutEffect(() => {
    // An answer to what was typed before must not take away what somebody is typing now.
    if (field.current && field.current !== document.activeElement) field.current.value = held
  }, [held, error])
  return (
    <label class="inline row">
      <span class="soft">due within</span>
      <input
        ref={field}
        class="hours"
        type="number"
        min={1}
        max={8760}
        placeholder="no limit"
        aria-label={`Hours until cases of ${rule.name} are due`}
        defaultValue={held}
        onChange={({ currentTarget: typed }) => typed.reportValidity() && change(typed.value === '' ? null : Number(typed.value))}
      />
      <span class="soft">h</span>
    </label>
  )
}
