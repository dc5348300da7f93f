import type { ComponentChildren } from 'preact'
import { useContext, useId } from 'preact/hooks'
import { inWords } from '../../models/editor/faults.ts'
import { SaidContext } from './said-context.ts'

export interface FieldProps {
  label: string
  /** Where in the survey it stands: what is refused there is told here. */
  at: string
  /** Whether what is refused below that is told here too. */
  isWhole?: boolean
  hint?: ComponentChildren
  /** Heard, not seen: what is around it says it to the eye. */
  isQuiet?: boolean
}

interface Control {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
  onBlur: () => void
}

/** A labelled field with what it is for, and what is wrong or doubtful with what stands in it. */
export function Field({
  label,
  at,
  isWhole = false,
  hint,
  isQuiet,
  children,
}: FieldProps & { children: (control: Control) => ComponentChildren }) {
  const id = useId()
  const { left } = useContext(SaidContext)
  const { wrong, doubtful } = useSaid(at, isWhole)
  const described = [hint && `${id}-hint`, (wrong.length > 0 || doubtful.length > 0) && `${id}-said`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id} class={isQuiet ? 'hidden' : ''}>
        {label}
      </label>
      {children({ id, 'aria-invalid': wrong.length > 0, 'aria-describedby': described || undefined, onBlur: left })}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      <Said id={`${id}-said`} {...{ wrong, doubtful }} />
    </div>
  )
}

/** What is wrong or doubtful with what no single field says. */
export function Notes({ at, isWhole = false }: Pick<FieldProps, 'at' | 'isWhole'>) {
  return <Said {...useSaid(at, isWhole)} />
}

function useSaid(at: string, isWhole: boolean) {
  const { faults, warnings } = useContext(SaidContext)
  const here = ({ pointer }: { pointer: string }) => pointer === at || (isWhole && pointer.startsWith(`${at}/`))
  const detailsOf = (all: typeof faults) => all.filter(here).map(({ detail }) => detail)
  return { wrong: detailsOf(faults), doubtful: detailsOf(warnings) }
}

function Said({ id, wrong, doubtful }: { id?: string; wrong: string[]; doubtful: string[] }) {
  if (wrong.length + doubtful.length === 0) return null
  return (
    <small id={id} class={wrong.length > 0 ? 'caution' : 'doubt'} role="status">
      {[...wrong, ...doubtful].map(inWords).join(' ')}
    </small>
  )
}
